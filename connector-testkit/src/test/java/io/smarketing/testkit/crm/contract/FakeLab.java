package io.smarketing.testkit.crm.contract;

import io.smarketing.core.crm.Crm;
import io.smarketing.core.crm.record.RecordRef;
import io.smarketing.core.crm.record.RecordType;
import io.smarketing.core.crm.record.Touch;
import io.smarketing.core.lead.Email;
import io.smarketing.core.lead.FieldName;
import io.smarketing.core.lead.Fields;
import io.smarketing.testkit.crm.FakeCrm;
import io.smarketing.testkit.crm.FakeHabits;
import io.smarketing.testkit.crm.FakeType;
import io.smarketing.testkit.time.SettableTime;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

final class FakeLab implements CrmLab {

    private final SettableTime clock = SettableTime.start();
    private final FakeCrm crm;
    private final String newType;

    /** @param types the preferred one first, the one in which new people are created last */
    FakeLab(FakeHabits habits, String... types) {
        FakeType[] all = new FakeType[types.length];
        for (int i = 0; i < types.length; i++) {
            all[i] = FakeType.of(types[i], "name", "company");
        }
        crm = new FakeCrm("fake", habits, clock, all);
        crm.owner("o-1", "owner@example.com");
        newType = types[types.length - 1];
    }

    @Override
    public Crm crm() {
        return crm;
    }

    @Override
    public RecordType type() {
        return new RecordType(newType);
    }

    @Override
    public FieldName text() {
        return FieldName.of("company");
    }

    @Override
    public Fields person(String email, String text) {
        return FakeCrm.fields("email", email, "name", "Somebody", "company", text);
    }

    @Override
    public Fields unacceptable() {
        return Fields.of("company", "x".repeat(256));
    }

    @Override
    public RecordRef put(Fields fields) {
        return crm.put(type(), fields);
    }

    @Override
    public void edit(RecordRef ref, Fields fields) {
        crm.edit(ref, fields);
    }

    @Override
    public void delete(RecordRef ref) {
        crm.delete(ref);
    }

    @Override
    public Optional<RecordRef> convert(RecordRef ref) {
        String preferred = crm.personTypes().get(0).name();
        return preferred.equals(newType) ? Optional.empty() : Optional.of(crm.convert(ref, preferred));
    }

    @Override
    public Set<Ability> abilities() {
        return EnumSet.allOf(Ability.class);
    }

    @Override
    public void restore(RecordRef ref) {
        crm.restore(ref);
    }

    @Override
    public void destroy(RecordRef ref) {
        crm.destroy(ref);
    }

    @Override
    public RecordRef merge(RecordRef loser, RecordRef winner) {
        crm.merge(loser, winner);
        return winner;
    }

    /** Only what a human does is a touch here, and an open task is no touch at all. */
    @Override
    public void act(RecordRef about, Touch.Kind kind, Doer by, Duration in) {
        if (by == Doer.HUMAN && (in.isZero() || kind == Touch.Kind.MEETING)) {
            crm.touch(about, new Touch(clock.instant().plus(in), kind, Email.in("rep@example.com")));
        }
    }

    @Override
    public RecordRef unknown() {
        return new RecordRef(crm.id(), type(), "999999999");
    }

    @Override
    public void advance(Duration by) {
        clock.advance(by);
    }

    @Override
    public boolean showLate(Duration by) {
        crm.showLate(by);
        return true;
    }

    @Override
    public Owner owner() {
        return new Owner("o-1", new Email("owner@example.com"));
    }

    @Override
    public long calls() {
        return crm.quota().calls();
    }
}
