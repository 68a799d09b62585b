package io.smarketing.store.clock;

import static org.assertj.core.api.Assertions.assertThat;

import io.smarketing.core.alert.Alert;
import io.smarketing.core.alert.Message;
import io.smarketing.core.crm.notice.Notice;
import io.smarketing.core.handoff.Testimony;
import io.smarketing.core.handoff.Testimony.How;
import io.smarketing.core.lead.Email;
import io.smarketing.core.lifecycle.Handoff;
import io.smarketing.core.lifecycle.Handover;
import io.smarketing.core.lifecycle.Lifecycle;
import io.smarketing.core.lifecycle.Moment;
import io.smarketing.core.mapping.Mapping;
import io.smarketing.core.person.Person;
import io.smarketing.core.person.Remembered;
import io.smarketing.core.person.Sighting;
import io.smarketing.core.sla.BusinessHours;
import io.smarketing.core.sla.Holidays;
import io.smarketing.core.sla.WorkTime;
import io.smarketing.core.sla.clock.Promise;
import io.smarketing.core.sla.clock.Signals;
import io.smarketing.core.sla.clock.State;
import io.smarketing.core.sla.clock.Warning;
import io.smarketing.core.sla.terms.Commitments;
import io.smarketing.core.sla.terms.Escalations;
import io.smarketing.core.sla.terms.Recipient;
import io.smarketing.core.sla.terms.Recipient.Way;
import io.smarketing.core.sla.terms.Segment;
import io.smarketing.core.sla.terms.Terms;
import io.smarketing.core.sla.terms.Versions;
import io.smarketing.core.sync.Posting;
import io.smarketing.core.sync.WaveRecord;
import io.smarketing.core.sync.watch.Excuse;
import io.smarketing.core.sync.watch.HandoffSignals;
import io.smarketing.core.sync.watch.Watch;
import io.smarketing.store.SqliteStore;
import io.smarketing.testkit.books.Samples;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who hears of a promise at risk or broken, on a real store. */
final class EscalationTest {

    /** Person 1 was handed over a second after this: 4 o'clock in the morning in New York, a Monday. */
    private static final Instant AT = Samples.AT;

    private static final Recipient SALES = Recipient.address("sales@example.com");
    private static final Recipient MARKETING = Recipient.address("marketing@example.com");
    private static final Escalations WHO = new Escalations(Map.of(
            "at-risk", Set.of(Recipient.ownerIn(Samples.LEFT)),
            "30m left", Set.of(SALES),
            "illegal-move", Set.of(Recipient.ownerIn(Samples.LEFT), SALES),
            "breached", Set.of(Recipient.ownerIn(Samples.LEFT), SALES, MARKETING, Recipient.WEBHOOK)));

    @TempDir
    private Path folder;

    private SqliteStore store;
    private Set<Way> ways = Set.of(Way.values());

    @BeforeEach
    void open() {
        store = SqliteStore.open(folder.resolve("store.db"), Map.of(Samples.LEFT, "1", Samples.RIGHT, "2"));
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void aWarningIsATaskForTheOwnerInTheWordsOfTheTeam() {
        accepted(AT);

        look(11, 31);

        Notice task = tasks().get(0);
        assertThat(tasks()).hasSize(1);
        assertThat(task.about()).isEqualTo(Samples.ref(Samples.LEFT, "contact", 1));
        assertThat(task.title()).isEqualTo("At risk: first-touch, due 2 Mar 2026, 13:00 America/New_York");
        assertThat(task.body())
                .isEqualTo("Promise: first-touch within 4 h of working time\nDue: 2 Mar 2026, 13:00 America/New_York\n"
                        + "Left: 1 h 28 min of working time\nLeads: everybody, agreement 1");
        assertThat(task.task().orElseThrow().due()).isEqualTo("2026-03-02T13:00-05:00[America/New_York]");
        assertThat(store.alerts().unsent()).isEmpty();
    }

    @Test
    void soMuchTimeLeftHasAnAudienceOfItsOwn() {
        accepted(AT);

        look(12, 40);

        assertThat(alerts(SALES)).extracting(Alert::title).containsExactly("At risk: first-touch");
        assertThat(alerts(MARKETING)).isEmpty();
        assertThat(tasks()).hasSize(1);
    }

    @Test
    void aBreachIsToldOnceHoweverOftenItIsLookedAt() {
        accepted(AT);

        look(14, 25);
        reopen();
        record(Samples.person(1));
        look(14, 26);
        look(23, 0);

        assertThat(tasks())
                .extracting(Notice::title)
                .containsExactly("Broken: first-touch, due 2 Mar 2026, 13:00 America/New_York");
        assertThat(alerts(MARKETING)).hasSize(1);
        assertThat(alerts(Recipient.WEBHOOK)).hasSize(1);
        assertThat(alerts(SALES))
                .singleElement()
                .satisfies(alert -> assertThat(alert.facts())
                        .containsEntry("Lead", "lead-0001@example.com")
                        .containsEntry("In right", "lead 000000001")
                        .containsEntry("Late by", "1 h 25 min of working time so far"));
    }

    @Test
    void whatIsFoundLateIsToldAsItIsAndNotWhatItWas() {
        accepted(AT);

        record(touched(14));
        look(16, 0);

        assertThat(tasks()).as("there is nothing to be done any more").isEmpty();
        assertThat(alerts(SALES)).singleElement().satisfies(alert -> {
            assertThat(alert.title()).isEqualTo("Broken: first-touch");
            assertThat(alert.at()).isEqualTo("2026-03-02T18:00:00Z");
            assertThat(alert.facts()).containsEntry("Late by", "1 h of working time, done by now");
        });
    }

    @Test
    void whatWasKeptBehindAWarningIsNoNews() {
        accepted(AT);

        record(touched(12));
        look(16, 0);

        assertThat(tasks()).isEmpty();
        assertThat(store.alerts().unsent()).isEmpty();
    }

    @Test
    void whatWasOverBeforeTheConnectorKnewOfTheAgreementIsHistory() {
        accepted(AT.plus(Duration.ofHours(30)));

        look(23, 0);

        assertThat(tasks()).isEmpty();
        assertThat(store.alerts().unsent()).isEmpty();
    }

    @Test
    void whoCannotBeReachedIsNotWaitedFor() {
        ways = Set.of(Way.TASK, Way.WEBHOOK);
        accepted(AT);

        look(14, 25);

        assertThat(tasks()).hasSize(1);
        assertThat(store.alerts().unsent()).containsOnly(Map.entry(Way.WEBHOOK, 1L));
    }

    @Test
    void whatIsExcusedIsNobodysNewsAndStaysWhatItIs() {
        accepted(AT);
        look(10, 0);
        Excuse excuse = new Excuse(
                Samples.id(1), 1, "first-touch", AT, new Email("sales@example.com"), "asked to be called in May");
        store.clocks().excuse(excuse);
        reopen();

        look(14, 25);

        assertThat(tasks()).isEmpty();
        assertThat(store.alerts().unsent()).isEmpty();
        assertThat(store.clocks().excuses(Set.of(Samples.id(1), Samples.id(2)))).containsExactly(excuse);
        assertThat(store.clocks().byState()).containsOnly(Map.entry(State.BREACHED, 1L));
        assertThat(store.clocks().excused()).isOne();
    }

    @Test
    void whatIsExcusedBeforeItWasSentIsNotSent() {
        accepted(AT);
        look(11, 31);
        look(13, 25);
        assertThat(tasks()).isNotEmpty();
        assertThat(store.alerts().unsent()).isNotEmpty();

        excuse("another");
        assertThat(tasks()).isNotEmpty();
        assertThat(store.alerts().unsent()).isNotEmpty();
        excuse("first-touch");

        assertThat(tasks()).isEmpty();
        assertThat(store.alerts().unsent()).isEmpty();
    }

    @Test
    void anEscalatedMoveIsToldOnceHoweverOftenItIsHeardOf() {
        accepted(AT);
        Testimony move = move(How.LEFT, "lead", 60);
        heard(move, move(How.REFUSED, "lead", 61), move(How.PAST_GATE, "sql", 90));

        look(5, 0);
        heard(move);
        reopen();
        look(5, 1);

        assertThat(tasks())
                .extracting(Notice::title)
                .containsExactlyInAnyOrder(
                        "Moved back to lead in left, due 3 Mar 2026, 09:01 UTC",
                        "Moved past a gate to sql in left, due 3 Mar 2026, 09:01 UTC");
        assertThat(alerts(SALES))
                .hasSize(2)
                .anySatisfy(alert -> assertThat(alert.facts())
                        .containsEntry("Lead", "lead-0001@example.com")
                        .containsEntry("Moved", "to lead in left")
                        .containsEntry("Stage", "mql, which stays: a lead goes back by a detour only"));

        heard(move(How.LEFT, "lead", 4_000));
        look(9, 0);
        assertThat(tasks()).as("done once more").hasSize(3);
    }

    private static Testimony move(How how, String stage, int seconds) {
        Instant at = AT.plusSeconds(seconds);
        return new Testimony(
                Samples.id(1), 1, stage, at, Samples.ref(Samples.LEFT, "contact", 1), how, AT.plusSeconds(90));
    }

    private void heard(Testimony... said) {
        store.ledger()
                .record(new WaveRecord(List.of(), List.of(), Set.of(), Set.of(), List.of(), List.of())
                        .with(List.of(said)));
    }

    @Test
    void whoeverIsErasedIsToldOfNoMore() {
        accepted(AT);
        store.clocks().excuse(new Excuse(Samples.id(1), 1, "another", AT, new Email("sales@example.com"), "private"));
        look(14, 25);

        store.ledger().erase(Set.of(Samples.ref(Samples.LEFT, "contact", 1)));

        assertThat(store.clocks().excuses(Set.of(Samples.id(1)))).isEmpty();

        assertThat(tasks()).isEmpty();
        assertThat(store.alerts().unsent()).isEmpty();
    }

    private void excuse(String promise) {
        store.clocks().excuse(new Excuse(Samples.id(1), 1, promise, AT, new Email("sales@example.com"), "in May"));
    }

    private void accepted(Instant read) {
        store.accept(new AcceptedAgreement("1", AT, read, "mql", Map.of(), ""));
        record(Samples.person(1));
    }

    /** At that time of the first day in New York. */
    private void look(int hour, int minute) {
        Instant now = AT.plus(Duration.ofHours(hour - 4L))
                .plus(Duration.ofMinutes(minute))
                .plusSeconds(1);
        watch().look(now, Remembered.OFFLINE, () -> {});
    }

    private void reopen() {
        store.close();
        open();
    }

    private List<Notice> tasks() {
        return store.ledger().outbox().open(Samples.LEFT, 10).stream()
                .map(Posting::notice)
                .toList();
    }

    private List<Alert> alerts(Recipient to) {
        return store.alerts().next(to, 10, Set.of()).map(Message::alerts).orElse(List.of());
    }

    private void record(Person person) {
        List<Sighting> seen = List.of(Samples.sighting(Samples.LEFT, "contact", 1));
        store.ledger().record(new WaveRecord(List.of(person), seen, Set.of(), Set.of(), List.of(), List.of()));
    }

    private static Person touched(int hour) {
        Map<Moment, Instant> moments = Map.of(Moment.TOUCHED, AT.plus(Duration.ofHours(hour - 4L)));
        Person person = Samples.person(1);
        return person.with(person.progress().with(new Handover(moments, Optional.empty(), Optional.empty())));
    }

    private Watch watch() {
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
        Promise promise = new Promise(
                "first-touch",
                new Signals(Set.of(HandoffSignals.HANDED_OVER), Set.of(HandoffSignals.TOUCHED)),
                1,
                Duration.ofHours(4),
                office(),
                new TreeSet<>(Set.of(Warning.at(50), Warning.of("30m left").orElseThrow())),
                Optional.empty());
        Segment everybody = new Segment("everybody", true, List.of(), List.of(promise));
        Versions versions = new Versions(store.agreements().stream()
                .map(a ->
                        new Terms(a.version(), a.effective(), a.accepted(), List.of(everybody), Commitments.NONE, WHO))
                .toList());
        return new Watch(mapping, versions, store.people(), store.watchBooks(), ways);
    }

    private static BusinessHours office() {
        List<WorkTime> day = List.of(new WorkTime(LocalTime.of(9, 0), LocalTime.of(17, 0)));
        return new BusinessHours(
                ZoneId.of("America/New_York"),
                Arrays.stream(DayOfWeek.values()).collect(Collectors.toMap(d -> d, d -> day)),
                Holidays.NONE);
    }
}
