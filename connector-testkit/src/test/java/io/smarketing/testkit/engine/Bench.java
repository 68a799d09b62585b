package io.smarketing.testkit.engine;

import io.smarketing.core.crm.open.Sleeper;
import io.smarketing.core.crm.record.CrmId;
import io.smarketing.core.crm.record.CrmRecord;
import io.smarketing.core.crm.record.RecordRef;
import io.smarketing.core.crm.record.RecordType;
import io.smarketing.core.lead.FieldName;
import io.smarketing.core.lead.FieldSpec;
import io.smarketing.core.lead.FieldSpec.Trait;
import io.smarketing.core.lead.FieldType;
import io.smarketing.core.lifecycle.Handoff;
import io.smarketing.core.lifecycle.Lifecycle;
import io.smarketing.core.mapping.Assignment;
import io.smarketing.core.mapping.Assignment.By;
import io.smarketing.core.mapping.EntryCondition;
import io.smarketing.core.mapping.FieldRule;
import io.smarketing.core.mapping.Mapping;
import io.smarketing.core.mapping.OwnFields;
import io.smarketing.core.person.PersonId;
import io.smarketing.core.sync.Ledger;
import io.smarketing.core.sync.Parked;
import io.smarketing.core.sync.Party;
import io.smarketing.core.sync.loop.BlastRadius;
import io.smarketing.core.sync.loop.BlastRadius.GuardStop;
import io.smarketing.core.sync.loop.BlastRadius.Limits;
import io.smarketing.core.sync.loop.MappingMismatch;
import io.smarketing.core.sync.loop.Rounds;
import io.smarketing.core.sync.loop.RunGuard;
import io.smarketing.core.sync.loop.SyncListener;
import io.smarketing.core.sync.loop.SyncLoop;
import io.smarketing.core.sync.loop.Workspace;
import io.smarketing.core.sync.plan.DryRun;
import io.smarketing.core.sync.plan.Plan;
import io.smarketing.core.sync.room.Waves;
import io.smarketing.core.sync.write.Tally;
import io.smarketing.testkit.books.MemoryBooks;
import io.smarketing.testkit.crm.Call;
import io.smarketing.testkit.crm.FakeCrm;
import io.smarketing.testkit.crm.FakeHabits;
import io.smarketing.testkit.crm.FakeType;
import io.smarketing.testkit.time.SettableTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * Two fake CRMs, books in memory and a clock: all that the engine needs, with a crank. The left CRM is thrifty and
 * knows contacts; the right one is talkative and knows leads, which become contacts. Each run is a new engine on the
 * same books, as a process that is started again.
 */
final class Bench {
    static final CrmId LEFT = new CrmId("left");
    static final CrmId RIGHT = new CrmId("right");
    static final RecordType CONTACT = new RecordType("contact");
    static final RecordType LEAD = new RecordType("lead");

    final SettableTime clock = SettableTime.start();
    final MemoryBooks books = new MemoryBooks();
    final FakeCrm left;
    final FakeCrm right;
    private final Map<CrmId, EntryCondition> entry = new LinkedHashMap<>();
    private List<FieldRule> rules = Rules.usual();
    private Lifecycle lifecycle = Rules.lifecycle();
    private Optional<Handoff> handoff = Optional.empty();
    private Map<CrmId, Map<RecordType, OwnFields>> own = Rules.own();
    private Set<CrmId> carried = Set.of();
    private final Map<CrmId, Assignment> assignments = new LinkedHashMap<>();
    private Limits limits = Limits.DEFAULT;
    private Ledger ledger = books;
    private Waves waves = Waves.apart();
    private int lastPerson;

    Bench() {
        this(FakeHabits.THRIFTY, FakeHabits.TALKATIVE);
    }

    Bench(FakeHabits leftHabits, FakeHabits rightHabits) {
        left = new FakeCrm("left", leftHabits, clock, contact());
        right = new FakeCrm("right", rightHabits, clock, rightContact(), lead());
    }

    private static FakeType contact() {
        return stamped(FakeType.of("contact", "name", "company", "title", "city", "note", "unmapped"))
                .with(FakeType.spec("score", FieldType.NUMBER))
                .with(FakeType.spec("owner", FieldType.OWNER))
                .with(FakeType.spec("opted", FieldType.BOOLEAN));
    }

    private static FakeType lead() {
        return rightFields(FakeType.of("lead", "title", "city", "note", "unmapped"))
                .with(FakeType.spec("name", FieldType.TEXT, Trait.REQUIRED))
                .with(FakeType.spec("company", FieldType.TEXT, Trait.REQUIRED));
    }

    private static FakeType rightContact() {
        return rightFields(FakeType.of("contact", "title", "city", "note", "unmapped"))
                .with(FakeType.spec("name", FieldType.TEXT, Trait.REQUIRED))
                .with(spec("company", FieldType.TEXT, Set.of(Trait.BLANKABLE)));
    }

    private static FakeType rightFields(FakeType type) {
        return stamped(type)
                .with(FakeType.spec("score", FieldType.NUMBER))
                .with(spec("owner", FieldType.OWNER, Set.of(Trait.CREATABLE, Trait.UPDATABLE)))
                .with(spec("opted", FieldType.BOOLEAN, Set.of(Trait.CREATABLE, Trait.UPDATABLE)));
    }

    private static FakeType stamped(FakeType type) {
        return type.with(FakeType.spec("mql_at", FieldType.DATETIME))
                .with(FakeType.spec("sql_at", FieldType.DATETIME))
                .with(FakeType.spec("opportunity_at", FieldType.DATETIME))
                .with(FakeType.spec("customer_at", FieldType.DATETIME))
                .with(FakeType.spec("recycled_at", FieldType.DATETIME))
                .with(FakeType.spec("assigned_at", FieldType.DATETIME))
                .with(FakeType.spec("touched_at", FieldType.DATETIME))
                .with(FakeType.spec("accepted_at", FieldType.DATETIME))
                .with(FakeType.spec("rejected_at", FieldType.DATETIME))
                .with(FakeType.spec("touch_minutes", FieldType.NUMBER))
                .with(FakeType.spec("touch_business", FieldType.NUMBER))
                .with(FakeType.spec("judge", FieldType.EMAIL))
                .with(FakeType.spec("source", FieldType.TEXT))
                .with(FakeType.spec("grade", FieldType.TEXT))
                .with(FakeType.spec("source_record", FieldType.TEXT))
                .with(FakeType.spec("verdict", FieldType.TEXT))
                .with(FakeType.spec("reason", FieldType.TEXT))
                .with(FakeType.spec("rating", FieldType.TEXT));
    }

    static FieldSpec spec(String name, FieldType type, Set<Trait> traits) {
        return new FieldSpec(
                FieldName.of(name), type, name, OptionalInt.of(255), OptionalInt.empty(), List.of(), traits);
    }

    static FieldSpec text(String name, int longest) {
        FieldSpec usual = FakeType.spec(name, FieldType.TEXT);
        return new FieldSpec(
                usual.name(),
                usual.type(),
                name,
                OptionalInt.of(longest),
                OptionalInt.empty(),
                List.of(),
                usual.traits());
    }

    Bench rules(FieldRule... now) {
        rules = List.of(now);
        return this;
    }

    /** The usual rules with one replaced. */
    Bench rule(FieldRule rule) {
        List<FieldRule> all = new ArrayList<>(rules);
        all.removeIf(r -> r.name().equals(rule.name()));
        all.add(rule);
        rules = all;
        return this;
    }

    Bench lifecycle(Lifecycle now, Handoff agreed, Map<CrmId, Map<RecordType, OwnFields>> fields) {
        lifecycle = now;
        handoff = Optional.of(agreed);
        own = fields;
        return this;
    }

    Bench entry(CrmId crm, EntryCondition condition) {
        entry.put(crm, condition);
        return this;
    }

    /** Deletions in these CRMs are carried over. */
    Bench carrying(CrmId... deletions) {
        carried = Set.of(deletions);
        return this;
    }

    /** Who gets new records on the right. */
    Bench assigning(By by, String... queue) {
        assignments.put(RIGHT, new Assignment(by, Stream.of(queue).findFirst(), "mapping.yaml:1"));
        return this;
    }

    Bench limits(Limits now) {
        limits = now;
        return this;
    }

    Bench ledger(UnaryOperator<Ledger> around) {
        ledger = around.apply(books);
        return this;
    }

    Bench waves(Waves now) {
        waves = now;
        return this;
    }

    List<FieldRule> rules() {
        return rules;
    }

    Mapping mapping() {
        return new Mapping(rules, lifecycle, handoff, own, entry, carried, assignments);
    }

    private Workspace workspace(MemoryBooks kept, Ledger writing) {
        return new Workspace(
                new Party(left, List.of(CONTACT), CONTACT),
                new Party(right, List.of(CONTACT, LEAD), LEAD),
                mapping(),
                kept,
                writing,
                () -> new PersonId(new UUID(0, ++lastPerson)),
                SyncListener.NONE);
    }

    /** What a round would write, on a copy of the books. */
    Plan plan(int most) {
        MemoryBooks copy = books.copy();
        try {
            return new DryRun(workspace(copy, copy), most, clock).plan(limits);
        } catch (MappingMismatch | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A new engine on the same books. */
    Rounds open() {
        try {
            return new Rounds(workspace(books, ledger), () -> false, waves);
        } catch (MappingMismatch e) {
            throw new IllegalStateException(e);
        }
    }

    BlastRadius guard() {
        return new BlastRadius(limits, books::known);
    }

    /** One round of a new engine. */
    Tally round() {
        try {
            return open().round(guard());
        } catch (GuardStop e) {
            throw new IllegalStateException(e);
        }
    }

    /** A run of a new engine until both sides are in step. */
    SyncLoop.Result sync() {
        return sync(clock);
    }

    SyncLoop.Result sync(Sleeper sleeper) {
        try {
            return new SyncLoop(List.of(open()), sleeper, SyncListener.NONE).untilInStep(new RunGuard(limits));
        } catch (GuardStop | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Somebody makes a contact on the left; its name is told by its address. */
    RecordRef leftPerson(String email, String... more) {
        return left.put(
                CONTACT, FakeCrm.fields("email", email, "name", "N " + email).with(FakeCrm.fields(more)));
    }

    /** Somebody makes a lead on the right. */
    RecordRef rightPerson(String email, String... more) {
        return right.put(
                LEAD,
                FakeCrm.fields("email", email, "name", "N " + email, "company", "Acme")
                        .with(FakeCrm.fields(more)));
    }

    String leftText(String email, String field) {
        return left.record(email).fields().text(FieldName.of(field));
    }

    String rightText(String email, String field) {
        return right.record(email).fields().text(FieldName.of(field));
    }

    RecordRef leftRef(String email) {
        return left.record(email).ref();
    }

    RecordRef rightRef(String email) {
        return right.record(email).ref();
    }

    List<String> emails(FakeCrm crm) {
        return crm.records().stream()
                .map(CrmRecord::email)
                .map(e -> e.orElseThrow().address())
                .sorted()
                .toList();
    }

    List<Parked> parked() {
        return books.parked(1_000);
    }

    /** Calls of that kind made on both CRMs. */
    int made(Call call) {
        return left.mishaps().made(call) + right.mishaps().made(call);
    }
}
