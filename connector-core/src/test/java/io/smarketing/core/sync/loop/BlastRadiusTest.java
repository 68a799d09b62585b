package io.smarketing.core.sync.loop;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smarketing.core.crm.Lane;
import io.smarketing.core.crm.WriteCommand;
import io.smarketing.core.crm.record.Author;
import io.smarketing.core.crm.record.CrmId;
import io.smarketing.core.crm.record.CrmRecord;
import io.smarketing.core.crm.record.RecordRef;
import io.smarketing.core.crm.record.RecordType;
import io.smarketing.core.crm.record.StageTold;
import io.smarketing.core.lead.FieldName;
import io.smarketing.core.lead.Fields;
import io.smarketing.core.lifecycle.Progress;
import io.smarketing.core.mapping.FieldMap;
import io.smarketing.core.mapping.HandoffFields;
import io.smarketing.core.mapping.OwnFields;
import io.smarketing.core.person.Person;
import io.smarketing.core.person.PersonId;
import io.smarketing.core.sync.loop.BlastRadius.GuardStop;
import io.smarketing.core.sync.loop.BlastRadius.Limits;
import io.smarketing.core.sync.settle.Settlement;
import io.smarketing.core.sync.told.Heard;
import io.smarketing.core.sync.told.Pairing;
import io.smarketing.core.sync.told.Pairing.Kind;
import io.smarketing.core.sync.told.Told;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class BlastRadiusTest {
    private static final CrmId CRM = new CrmId("right");
    private static final RecordType LEAD = new RecordType("lead");
    private final Limits limits = new Limits(0.2, 0.1, 3);

    private static List<Settlement> wave(Kind kind, boolean mapped, int from, int to) {
        return IntStream.range(from, to).mapToObj(i -> one(kind, mapped, i)).toList();
    }

    private static Settlement one(Kind kind, boolean mapped, int number) {
        RecordRef ref = new RecordRef(CRM, LEAD, "" + number);
        Person person = new Person(
                new PersonId(new UUID(0, number)), "k" + number, Optional.empty(), Progress.NONE, false, Map.of());
        CrmRecord record = new CrmRecord(
                ref,
                Instant.EPOCH,
                Instant.EPOCH,
                Author.UNKNOWN,
                "",
                Optional.empty(),
                Fields.NONE,
                StageTold.NOTHING);
        OwnFields own =
                new OwnFields(LEAD, FieldName.of("key"), Optional.empty(), Map.of(), Map.of(), HandoffFields.NONE);
        FieldMap map = new FieldMap(CRM, own, Map.of());
        Told told = new Told(
                record,
                map,
                map.read(record),
                Optional.of(person),
                Optional.empty(),
                false,
                Heard.NOTHING,
                Instant.EPOCH);
        Fields fields = Fields.of("title", "x");
        WriteCommand command = kind == Kind.CREATE
                ? new WriteCommand.Create(LEAD, "k" + number, fields, Lane.FIELDS)
                : new WriteCommand.Update(ref, fields, Lane.FIELDS);
        Map<FieldName, FieldName> names = mapped ? Map.of(FieldName.of("title"), FieldName.of("title")) : Map.of();
        return new Settlement(
                new Pairing(kind, person, told, Optional.empty(), List.of(), Map.of()),
                person,
                true,
                Map.of(CRM, new Settlement.Write(command, Map.of(), names, Map.of())),
                List.of(),
                List.of());
    }

    @Test
    void moreThanAShareOfThePeopleKnownIsTooMuch() throws GuardStop {
        BlastRadius guard = new BlastRadius(limits, () -> 50);
        guard.check(wave(Kind.KNOWN, true, 0, 10), false);
        assertThatThrownBy(() -> guard.check(wave(Kind.KNOWN, true, 10, 11), false))
                .isInstanceOf(GuardStop.class)
                .hasMessageContaining("change more than 10 records in right (50 were known")
                .hasMessageContaining("--allow-changes");
    }

    @Test
    void aPersonCountsOnce() {
        BlastRadius guard = new BlastRadius(limits, () -> 50);
        assertThatCode(() -> {
                    for (int i = 0; i < 5; i++) {
                        guard.check(wave(Kind.KNOWN, true, 0, 10), false);
                    }
                })
                .doesNotThrowAnyException();
    }

    @Test
    void ownFieldsFirstMeetingsAndFirstLoadsDoNotCount() {
        BlastRadius guard = new BlastRadius(limits, () -> 50);
        assertThatCode(() -> {
                    guard.check(wave(Kind.KNOWN, false, 0, 40), false);
                    guard.check(wave(Kind.MATCHED, true, 0, 40), false);
                    guard.check(wave(Kind.CREATE, true, 0, 40), true);
                    new BlastRadius(limits, () -> 0).check(wave(Kind.CREATE, true, 0, 40), false);
                })
                .doesNotThrowAnyException();
    }

    @Test
    void createsHaveTheirOwnCapAndAFewAreAlwaysAllowed() throws GuardStop {
        BlastRadius guard = new BlastRadius(limits, () -> 10);
        guard.check(wave(Kind.CREATE, true, 0, 3), false);
        guard.check(wave(Kind.KNOWN, true, 3, 6), false);
        assertThatThrownBy(() -> guard.check(wave(Kind.CREATE, true, 6, 7), false))
                .hasMessageContaining("create more than 3 records")
                .hasMessageContaining("--allow-creates");
    }

    @Test
    void whereNobodyIsTouchedNobodyIsCounted() {
        BlastRadius guard = new BlastRadius(limits, () -> {
            throw new AssertionError("a count takes the longer the more are known");
        });
        assertThatCode(() -> guard.check(List.of(), false)).doesNotThrowAnyException();
    }
}
