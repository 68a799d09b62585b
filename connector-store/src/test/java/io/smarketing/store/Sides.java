package io.smarketing.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.smarketing.core.crm.record.CrmId;
import io.smarketing.core.crm.record.CrmRecord;
import io.smarketing.core.crm.record.RecordRef;
import io.smarketing.core.crm.record.RecordType;
import io.smarketing.core.lead.FieldName;
import io.smarketing.core.lead.FieldType;
import io.smarketing.core.lead.Stage;
import io.smarketing.core.lifecycle.Lifecycle;
import io.smarketing.core.lifecycle.StageRule;
import io.smarketing.core.mapping.Codecs;
import io.smarketing.core.mapping.FieldRule;
import io.smarketing.core.mapping.HandoffFields;
import io.smarketing.core.mapping.Mapping;
import io.smarketing.core.mapping.OwnFields;
import io.smarketing.core.mapping.Place;
import io.smarketing.core.merge.MergePolicy;
import io.smarketing.core.merge.MergePolicy.Conflict;
import io.smarketing.core.merge.MergePolicy.FirstMeeting;
import io.smarketing.core.person.PersonId;
import io.smarketing.core.sync.Party;
import io.smarketing.core.sync.loop.BlastRadius.GuardStop;
import io.smarketing.core.sync.loop.BlastRadius.Limits;
import io.smarketing.core.sync.loop.MappingMismatch;
import io.smarketing.core.sync.loop.Rounds;
import io.smarketing.core.sync.loop.RunGuard;
import io.smarketing.core.sync.loop.SyncListener;
import io.smarketing.core.sync.loop.SyncLoop;
import io.smarketing.core.sync.loop.Workspace;
import io.smarketing.testkit.books.Samples;
import io.smarketing.testkit.crm.FakeCrm;
import io.smarketing.testkit.crm.FakeHabits;
import io.smarketing.testkit.crm.FakeType;
import io.smarketing.testkit.time.SettableTime;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;

/** Two fake CRMs that the engine keeps in step with whatever store it is given, as a process that is started anew. */
final class Sides {

    private static final RecordType CONTACT = new RecordType("contact");
    private static final Limits UNLIMITED = new Limits(Limits.UNLIMITED, Limits.UNLIMITED, 1);

    private final SettableTime clock = SettableTime.start();
    private final FakeCrm left = crm(Samples.LEFT, FakeHabits.THRIFTY);
    private final FakeCrm right = crm(Samples.RIGHT, FakeHabits.TALKATIVE);
    private int people;

    private FakeCrm crm(CrmId id, FakeHabits habits) {
        FakeType contact = FakeType.of("contact", "name", "title").with(FakeType.spec("mql_at", FieldType.DATETIME));
        return new FakeCrm(id.name(), habits, clock, contact);
    }

    /** People make so many contacts on the left. */
    void newcomers(int count) {
        for (int i = 0; i < count; i++) {
            people++;
            left.put(CONTACT, FakeCrm.fields("email", email(people), "name", "Name " + people, "title", "at first"));
        }
    }

    static String email(int number) {
        return "lead-%04d@example.com".formatted(number);
    }

    /** Somebody on the right, or on the left, edits what both hold. */
    void edit(boolean onTheRight, int number, String title) {
        clock.advance(Duration.ofSeconds(5));
        FakeCrm crm = onTheRight ? right : left;
        RecordRef ref = crm.record(email(number)).ref();
        crm.edit(ref, "title", title);
    }

    String title(boolean onTheRight, int number) {
        return (onTheRight ? right : left).record(email(number)).fields().text(FieldName.of("title"));
    }

    /** A run until both are in step. */
    void sync(SqliteStore store) {
        clock.advance(Duration.ofMinutes(1));
        Workspace workspace = new Workspace(
                new Party(left, List.of(CONTACT), CONTACT),
                new Party(right, List.of(CONTACT), CONTACT),
                mapping(),
                store.people(),
                store.ledger(),
                () -> new PersonId(UUID.randomUUID()),
                SyncListener.NONE);
        try {
            SyncLoop loop = new SyncLoop(List.of(new Rounds(workspace)), clock, SyncListener.NONE);
            assertThat(loop.untilInStep(new RunGuard(UNLIMITED)).inStep()).isTrue();
        } catch (GuardStop | MappingMismatch | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Fails unless each person stands once in each CRM, with the same values. */
    void assertInStep() {
        assertThat(told(right)).isEqualTo(told(left)).hasSize(people);
        assertThat(left.records()).hasSize(people);
        assertThat(right.records()).hasSize(people);
    }

    private static Map<String, String> told(FakeCrm crm) {
        Map<String, String> told = new TreeMap<>();
        for (CrmRecord one : crm.records()) {
            told.put(
                    one.fields().text(FieldName.of("email")),
                    one.fields().text(FieldName.of("name")) + ", "
                            + one.fields().text(FieldName.of("title")));
        }
        return told;
    }

    private static Mapping mapping() {
        Lifecycle lifecycle = new Lifecycle(
                List.of(
                        new StageRule(new Stage("lead", 0), Optional.empty()),
                        new StageRule(new Stage("mql", 1), Optional.empty())),
                List.of());
        OwnFields own = new OwnFields(
                CONTACT,
                FieldName.of("key"),
                Optional.of(FieldName.of("stage")),
                Map.of("lead", "lead", "mql", "mql"),
                Map.of("mql", FieldName.of("mql_at")),
                HandoffFields.NONE);
        return new Mapping(
                List.of(rule("email", FieldType.EMAIL), rule("name", FieldType.TEXT), rule("title", FieldType.TEXT)),
                lifecycle,
                Optional.empty(),
                Map.of(Samples.LEFT, Map.of(CONTACT, own), Samples.RIGHT, Map.of(CONTACT, own)),
                Map.of(),
                Set.of(),
                Map.of());
    }

    private static FieldRule rule(String name, FieldType type) {
        FieldName field = FieldName.of(name);
        Place place = new Place(Map.of(CONTACT, field), Codecs.plain(), Optional.empty());
        Map<CrmId, Place> places = new LinkedHashMap<>();
        places.put(Samples.LEFT, place);
        places.put(Samples.RIGHT, place);
        MergePolicy policy =
                new MergePolicy(Optional.empty(), Conflict.NEWEST, Samples.LEFT, true, FirstMeeting.LEAVE, false);
        return new FieldRule(field, type, places, policy, "1", "mapping.yaml:1");
    }
}
