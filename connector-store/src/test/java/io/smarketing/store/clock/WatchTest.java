package io.smarketing.store.clock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.smarketing.core.crm.record.CrmId;
import io.smarketing.core.crm.record.Subject;
import io.smarketing.core.journal.JournalLine;
import io.smarketing.core.journal.JournalLine.Event;
import io.smarketing.core.lead.FieldName;
import io.smarketing.core.lead.Fields;
import io.smarketing.core.lifecycle.Criterion;
import io.smarketing.core.lifecycle.Handoff;
import io.smarketing.core.lifecycle.Handover;
import io.smarketing.core.lifecycle.Lifecycle;
import io.smarketing.core.lifecycle.Moment;
import io.smarketing.core.lifecycle.Pass;
import io.smarketing.core.lifecycle.Progress;
import io.smarketing.core.mapping.Mapping;
import io.smarketing.core.person.Person;
import io.smarketing.core.person.Remembered;
import io.smarketing.core.sla.BusinessHours;
import io.smarketing.core.sla.clock.Promise;
import io.smarketing.core.sla.clock.Signals;
import io.smarketing.core.sla.clock.State;
import io.smarketing.core.sla.clock.Warning;
import io.smarketing.core.sla.terms.Recipient;
import io.smarketing.core.sla.terms.Segment;
import io.smarketing.core.sla.terms.Terms;
import io.smarketing.core.sla.terms.Versions;
import io.smarketing.core.sync.WaveRecord;
import io.smarketing.core.sync.watch.ClockRow;
import io.smarketing.core.sync.watch.HandoffSignals;
import io.smarketing.core.sync.watch.Watch;
import io.smarketing.store.SqliteStore;
import io.smarketing.testkit.books.Samples;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The watch on a real store. */
final class WatchTest {

    private static final Map<CrmId, String> ACCOUNTS = Map.of(Samples.LEFT, "1", Samples.RIGHT, "2");
    /** Person 1 was handed over a second after this. */
    private static final Instant AT = Samples.AT;

    @TempDir
    private Path folder;

    private SqliteStore store;
    private boolean promised = true;

    @BeforeEach
    void open() {
        store = SqliteStore.open(folder.resolve("store.db"), ACCOUNTS);
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void warnsAndBreaksEachPromiseOnceHoweverOftenItLooks() {
        accept("1", AT, 60);
        record(Samples.person(1));

        look(1);
        assertThat(states()).containsExactly("first touch RUNNING", "verdict WAITING");
        look(49);
        reopen();
        look(49);
        assertThat(events()).containsExactly(Event.SLA_AT_RISK);
        look(500);
        reopen();
        look(501);
        assertThat(events()).containsExactly(Event.SLA_AT_RISK, Event.SLA_BREACHED);
        assertThat(store.clocks().byState()).containsOnly(Map.entry(State.BREACHED, 1L), Map.entry(State.WAITING, 1L));
    }

    @Test
    void aHandoffThatOneCrmToldOfBeforeTheOtherWasReadSoFarIsNotForgotten() {
        accept("1", AT.minusSeconds(9), 60);
        record(Samples.person(1));
        watch().look(AT, Remembered.OFFLINE, () -> {});
        assertThat(states()).containsExactly("first touch WAITING", "verdict WAITING");
        look(500);

        assertThat(events()).containsExactly(Event.SLA_AT_RISK, Event.SLA_BREACHED);
    }

    @Test
    void whatIsFoundOnlyAfterAnOutageIsToldAtItsTrueTime() {
        accept("1", AT, 60);
        record(Samples.person(1));

        look(5000);

        assertThat(journal())
                .extracting(JournalLine::event, JournalLine::at)
                .containsExactlyInAnyOrder(
                        tuple(Event.SLA_AT_RISK, AT.plusSeconds(1 + 48 * 60)),
                        tuple(Event.SLA_BREACHED, AT.plusSeconds(1 + 60 * 60)));
    }

    @Test
    void aBreachThatWasNoneIsWithdrawnWhenWhatKeptThePromiseIsTold() {
        accept("1", AT, 60);
        record(Samples.person(1));
        look(100);

        record(touched(Samples.person(1), 30));
        look(101);

        assertThat(events())
                .containsExactly(Event.SLA_AT_RISK, Event.SLA_BREACHED, Event.SLA_WITHDRAWN, Event.SLA_WITHDRAWN);
        assertThat(states()).containsExactly("first touch KEPT", "verdict WAITING");
    }

    @Test
    void termsThatChangeLaterJudgeOnlyWhatBeginsLater() {
        accept("1", AT, 60);
        record(Samples.person(1));
        look(10);
        accept("2", AT.plus(Duration.ofMinutes(20)), 5);
        record(touched(Samples.person(1), 40));
        look(50);

        assertThat(rows(1)).extracting(ClockRow::version).containsOnly("1");
        assertThat(states()).contains("first touch KEPT");
        record(at(Samples.person(2), AT.plus(Duration.ofMinutes(30))));
        look(50);
        assertThat(rows(2)).extracting(ClockRow::version).containsOnly("2");
        assertThat(rows(2)).extracting(r -> r.reading().state()).contains(State.BREACHED);
    }

    @Test
    void whoWasHandedOverBeforeAnythingWasAgreedIsPromisedNothing() {
        record(Samples.person(1));
        accept("1", AT.plusSeconds(2), 60);
        record(Samples.person(1), Samples.person(3));
        look(500);

        assertThat(rows(1)).isEmpty();
        assertThat(rows(3)).isNotEmpty();
    }

    @Test
    void whoWasHandedOverBeforeTheVersionWasReadIsJudgedIfItHeldAlready() {
        record(Samples.person(1));
        accept("1", AT, 60);
        look(500);

        assertThat(events()).contains(Event.SLA_BREACHED);
    }

    @Test
    void whoComesBackInANewPassLeavesTheOldPromisesBehind() {
        accept("1", AT, 60);
        record(Samples.person(1));
        look(10);
        record(Samples.person(1)
                .with(new Progress(
                        "lead", Map.of(), new Pass(2, AT.plusSeconds(60), Optional.empty()), Handover.NONE, Map.of())));
        look(500);

        assertThat(events()).isEmpty();
        assertThat(states()).containsExactly("first touch CANCELLED", "verdict CANCELLED");
        assertThat(store.clocks().due(AT.plus(Duration.ofDays(9999)), 9)).isEmpty();
    }

    @Test
    void whatIsToldOfATimeAfterTheLookIsHeardWhenThatTimeIsKnown() {
        accept("1", AT, 60);
        record(assigned(Samples.person(1), 30));
        look(29);
        look(30);
        assertThat(states()).containsExactly("first touch RUNNING", "verdict RUNNING");

        record(touched(Samples.person(2), 90));
        look(89);
        look(90);
        assertThat(rows(2)).extracting(r -> r.reading().state()).contains(State.LATE);
    }

    @Test
    void whoWasPromisedNothingIsPromisedNothingLater() {
        accept("1", AT, 60);
        promised = false;
        record(Samples.person(1));
        look(1);
        promised = true;
        record(Samples.person(1));
        look(500);

        assertThat(rows(1)).noneMatch(ClockRow::isPromise);
        assertThat(watch().untold()).isEmpty();
        assertThat(store.clocks().byState()).isEmpty();
        assertThat(store.clocks().due(AT.plus(Duration.ofDays(9999)), 9)).isEmpty();
    }

    @Test
    void promisesAboutWhoIsKeptOutOrKnownToOneCrmOnlyAreCalledOffUntilThatEnds() {
        accept("1", AT, 60);
        record(Samples.person(1), Samples.person(2));
        look(10);
        record(Samples.person(1).withPaused(true), Samples.person(2).without(Samples.RIGHT));
        look(500);

        assertThat(events()).isEmpty();
        assertThat(states()).containsExactly("first touch CANCELLED", "verdict CANCELLED");
        assertThat(rows(2)).extracting(r -> r.reading().state()).containsOnly(State.CANCELLED);
        assertThat(store.clocks().due(AT.plus(Duration.ofDays(9999)), 9)).isEmpty();
        record(touched(Samples.person(1), 30));
        look(501);
        assertThat(states()).containsExactly("first touch KEPT", "verdict WAITING");
    }

    @Test
    void triesThatNobodyLookedForAreNotMissed() {
        Instant read = AT.plus(Duration.ofMinutes(10));
        store.accept(new AcceptedAgreement("1", AT, read, "mql", Map.of(), "60 and attempts"));
        record(Samples.person(1), at(Samples.person(2), read));
        look(500);

        assertThat(rows(1)).extracting(ClockRow::promise).doesNotContain("attempts");
        assertThat(rows(2)).extracting(ClockRow::promise).contains("attempts");
    }

    @Test
    void aBreachOfWhoTurnsOutToBeAnotherIsNotToldAgain() {
        accept("1", AT, 60);
        Person other = at(Samples.person(2), AT.plus(Duration.ofMinutes(400)));
        record(Samples.person(1), other);
        look(420);
        assertThat(events()).contains(Event.SLA_BREACHED);

        for (Person holder : List.of(other, Samples.person(3))) {
            store.ledger()
                    .record(new WaveRecord(
                            List.of(at(holder, AT.plusSeconds(1))),
                            List.of(),
                            Set.of(),
                            Set.of(),
                            List.of(),
                            List.of(),
                            Map.of(holder == other ? Samples.id(1) : other.id(), holder.id())));
            look(421);
        }

        assertThat(rows(1)).isEmpty();
        assertThat(rows(2)).isEmpty();
        assertThat(rows(3)).extracting(r -> r.reading().state()).contains(State.BREACHED);
        assertThat(breaches(2) + breaches(3)).isZero();
    }

    @Test
    void theCrmsAreToldOfEachChangeUntilTheyKnow() {
        accept("1", AT, 60);
        record(Samples.person(1));
        look(10);

        assertThat(watch().untold()).hasSize(1);
        reopen();
        List<Person> untold = List.copyOf(watch().untold());
        assertThat(untold.get(0).progress().handover().standing().orElseThrow().due())
                .contains(AT.plusSeconds(1 + 60 * 60));
        watch().told(untold);
        look(20);
        assertThat(watch().untold()).as("nothing changed").isEmpty();
        look(61);
        assertThat(watch().untold()).hasSize(1);
    }

    @Test
    void whoIsErasedLeavesNoClock() {
        accept("1", AT, 60);
        record(Samples.person(1));
        store.ledger().record(Samples.seen(Samples.sighting(Samples.LEFT, "contact", 1)));
        look(10);
        store.ledger()
                .erase(Set.of(Samples.person(1).in(Samples.LEFT).orElseThrow().principal()));

        assertThat(rows(1)).isEmpty();
        assertThat(store.clocks().byState()).isEmpty();
        assertThat(watch().untold()).isEmpty();
    }

    @Test
    void whenAndInWhatOrderItIsToldAndLooksComesToTheSame() {
        accept("1", AT, 60);
        for (int person = 1; person <= 12; person++) {
            Random random = new Random(person);
            int touched = 1 + random.nextInt(110);
            int told = touched + random.nextInt(100);
            record(Samples.person(person));
            boolean known = false;
            for (int minute = 1 + random.nextInt(60); minute < 240; minute += 1 + random.nextInt(60)) {
                if (minute > told && !known) {
                    known = record(touched(Samples.person(person), touched));
                }
                watch().look(AT.plus(Duration.ofMinutes(minute)), Remembered.OFFLINE, () -> {});
            }
            boolean late = touched * 60 > 3600 + person || !known;
            assertThat(breaches(person))
                    .as("person %d, %d, %d", person, touched, told)
                    .isEqualTo(late ? 1 : 0);
        }
    }

    /** Breaches told, less those withdrawn. */
    private long breaches(int person) {
        List<JournalLine> lines = store.overview(Set.of(Subject.PEOPLE)).journal(Samples.id(person), 100);
        return lines.stream()
                .filter(l -> l.note().contains("100%"))
                .mapToInt(l -> l.event() == Event.SLA_BREACHED ? 1 : -1)
                .sum();
    }

    private void look(int minutes) {
        watch().look(AT.plus(Duration.ofMinutes(minutes)), Remembered.OFFLINE, () -> {});
    }

    private void reopen() {
        store.close();
        open();
    }

    private Watch watch() {
        Versions versions = new Versions(store.agreements().stream()
                .map(a -> new Terms(
                        a.version(),
                        a.effective(),
                        a.accepted(),
                        List.of(new Segment("everybody", true, List.of(new Switch(promised)), promises(a.document())))))
                .toList());
        Handoff handoff = new Handoff(
                "mql", Optional.empty(), Set.of(), Optional.empty(), Optional.empty(), BusinessHours.ALWAYS);
        Mapping mapping = new Mapping(
                List.of(),
                new Lifecycle(List.of(), List.of()),
                Optional.of(handoff),
                Map.of(),
                Map.of(),
                Set.of(),
                Map.of());
        return new Watch(mapping, versions, store.people(), store.watchBooks(), Set.of(Recipient.Way.values()));
    }

    private static List<Promise> promises(String document) {
        int minutes = Integer.parseInt(document.replace(" and attempts", ""));
        if (document.endsWith("attempts")) {
            return List.of(promise("attempts", HandoffSignals.HANDED_OVER, HandoffSignals.TOUCHED, 3, minutes));
        }
        return List.of(
                promise("first touch", HandoffSignals.HANDED_OVER, HandoffSignals.TOUCHED, 1, minutes),
                promise("verdict", HandoffSignals.ASSIGNED, HandoffSignals.ACCEPTED, 1, minutes));
    }

    private static Promise promise(String name, String from, String until, int times, int minutes) {
        return new Promise(
                name,
                new Signals(Set.of(from), Set.of(until)),
                times,
                Duration.ofMinutes(minutes),
                BusinessHours.ALWAYS,
                new TreeSet<>(Set.of(Warning.at(80))),
                Optional.empty());
    }

    private void accept(String version, Instant effective, int minutes) {
        store.accept(new AcceptedAgreement(
                version, effective, AT, "mql", Map.of("version", version), Integer.toString(minutes)));
    }

    private boolean record(Person... people) {
        store.ledger().record(Samples.wave(people));
        return true;
    }

    private static Person touched(Person person, int minutes) {
        Map<Moment, Instant> moments = new TreeMap<>(Map.of(Moment.TOUCHED, AT.plus(Duration.ofMinutes(minutes))));
        return person.with(person.progress().with(new Handover(moments, Optional.empty(), Optional.empty())));
    }

    private static Person assigned(Person person, int minutes) {
        Map<Moment, Instant> moments = Map.of(Moment.ASSIGNED, AT.plus(Duration.ofMinutes(minutes)));
        return person.with(person.progress().with(new Handover(moments, Optional.empty(), Optional.empty())));
    }

    private static Person at(Person person, Instant handed) {
        return person.with(new Progress("mql", Map.of("mql", handed)));
    }

    /** A line that holds for everybody, or for nobody. */
    private record Switch(boolean on) implements Criterion {

        @Override
        public String name() {
            return "on";
        }

        @Override
        public String source() {
            return "on";
        }

        @Override
        public Set<FieldName> inputs() {
            return Set.of();
        }

        @Override
        public boolean holds(Fields neutral) {
            return on;
        }
    }

    private List<String> states() {
        return rows(1).stream()
                .map(r -> r.promise() + " " + r.reading().state())
                .toList();
    }

    private List<ClockRow> rows(int person) {
        return store.clocks().clocks(Set.of(Samples.id(person)));
    }

    private List<Event> events() {
        return journal().stream().map(JournalLine::event).toList();
    }

    /** The oldest first. */
    private List<JournalLine> journal() {
        List<JournalLine> lines =
                new ArrayList<>(store.overview(Set.of(Subject.PEOPLE)).journal(Samples.id(1), 100));
        Collections.reverse(lines);
        return lines.stream().filter(l -> l.event().name().startsWith("SLA_")).toList();
    }
}
