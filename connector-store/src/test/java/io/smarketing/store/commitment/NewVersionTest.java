package io.smarketing.store.commitment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.smarketing.core.commitment.Account;
import io.smarketing.core.commitment.Miss;
import io.smarketing.core.commitment.PeriodWatch;
import io.smarketing.core.commitment.Reckoning;
import io.smarketing.core.commitment.Reckoning.Owners;
import io.smarketing.core.lifecycle.Lifecycle;
import io.smarketing.core.lifecycle.Progress;
import io.smarketing.core.mapping.Mapping;
import io.smarketing.core.person.Remembered;
import io.smarketing.core.sla.BusinessHours;
import io.smarketing.core.sla.Holidays;
import io.smarketing.core.sla.terms.Commitment;
import io.smarketing.core.sla.terms.Commitments;
import io.smarketing.core.sla.terms.Escalations;
import io.smarketing.core.sla.terms.Every;
import io.smarketing.core.sla.terms.Period;
import io.smarketing.core.sla.terms.Terms;
import io.smarketing.core.sla.terms.Versions;
import io.smarketing.store.SqliteStore;
import io.smarketing.store.clock.AcceptedAgreement;
import io.smarketing.testkit.books.Samples;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a version of the agreement makes of the periods around its first day, on a real store. */
final class NewVersionTest {

    private static final Instant JANUARY = Instant.parse("2027-01-01T00:00:00Z");
    private static final Instant APRIL = Instant.parse("2027-04-01T00:00:00Z");
    private static final BusinessHours BERLIN = hours("Europe/Berlin");
    private static final BusinessHours LOS_ANGELES = hours("America/Los_Angeles");

    @TempDir
    private Path folder;

    private SqliteStore store;
    private final List<Terms> agreed = new ArrayList<>();

    @BeforeEach
    void open() {
        store = SqliteStore.open(folder.resolve("store.db"), Map.of(Samples.LEFT, "1", Samples.RIGHT, "2"));
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void itJudgesThePeriodThatBeginsOnItsFirstDayWhereverThatDayBegins() {
        agree("1", JANUARY, commitment("berlin", Every.QUARTER, BERLIN), commitment("la", Every.QUARTER, LOS_ANGELES));
        mql(1, "2026-12-31T23:30:00Z");
        mql(2, "2027-02-01T09:00:00Z");
        look("2027-03-01T00:00:00Z");

        assertThat(running("2027-03-01T00:00:00Z"))
                .extracting(
                        a -> a.goal().name(),
                        a -> a.goal().period().name(),
                        a -> a.score().delivered())
                .containsExactly(tuple("berlin", "2027-Q1", 2L), tuple("la", "2027-Q1", 1L));
        look("2027-04-01T12:00:00Z");
        assertThat(misses()).extracting(m -> m.verdict().goal().name()).containsExactlyInAnyOrder("berlin", "la");
    }

    @Test
    void theOneBeforeJudgesNothingThatBeginsOnItsFirstDay() {
        agree("1", JANUARY, commitment("MQLs", Every.QUARTER, BERLIN));
        agree("2", APRIL, commitment("MQLs", Every.QUARTER, BERLIN));
        look("2027-07-02T00:00:00Z");

        assertThat(misses())
                .extracting(
                        m -> m.verdict().goal().period().name(),
                        m -> m.verdict().goal().version())
                .containsExactly(tuple("2027-Q1", "1"), tuple("2027-Q2", "2"));
    }

    @Test
    void whatWasJudgedByTheMonthIsNotJudgedAgainOnceItIsPromisedByTheQuarter() {
        agree("1", JANUARY, commitment("MQLs", Every.MONTH, BERLIN));
        agree("2", APRIL, commitment("MQLs", Every.QUARTER, BERLIN));
        look("2027-07-02T00:00:00Z");

        assertThat(misses()).hasSize(4);
        assertThat(reckoning().over(Instant.parse("2027-07-02T00:00:00Z"))).isEmpty();
    }

    @Test
    void aPeriodIsJudgedOnlyOnceItsLastMinutesAreSurelyKnown() {
        agree("1", JANUARY, commitment("MQLs", Every.MONTH, BusinessHours.ALWAYS));
        look("2027-02-01T00:14:59Z");
        assertThat(misses()).isEmpty();
        mql(1, "2027-01-31T23:59:00Z");
        look("2027-02-01T00:15:00Z");

        assertThat(misses())
                .singleElement()
                .satisfies(m -> assertThat(m.verdict().score().delivered()).isOne());
    }

    @Test
    void leadsThatCameBeforeItWasReadCountForIt() {
        agree("1", JANUARY, commitment("MQLs", Every.MONTH, BERLIN));
        mql(1, "2027-03-31T22:30:00Z");
        mql(2, "2027-04-01T02:00:00Z");
        mql(3, "2027-03-31T12:00:00Z");
        look("2027-04-01T09:00:00Z");
        agree(
                "2",
                APRIL,
                commitment("MQLs", Every.MONTH, hours("UTC")),
                commitment("more MQLs", Every.QUARTER, BERLIN));
        look("2027-04-01T10:00:00Z");

        assertThat(running("2027-04-01T10:00:00Z"))
                .extracting(a -> a.goal().name(), a -> a.score().delivered())
                .containsExactly(tuple("MQLs", 1L), tuple("more MQLs", 2L));
        assertThat(store.commitments().delivered("MQLs", Period.named("2027-03").orElseThrow(), APRIL))
                .extracting(d -> d.leads())
                .isEqualTo(1L);
    }

    private void agree(String version, Instant effective, Commitment... marketing) {
        agreed.add(new Terms(
                version,
                effective,
                effective,
                List.of(),
                new Commitments(List.of(marketing), List.of(), Map.of()),
                Escalations.NONE));
        store.accept(new AcceptedAgreement(version, effective, effective, "mql", Map.of(), ""));
    }

    private static Commitment commitment(String name, Every every, BusinessHours hours) {
        return new Commitment(name, "mql", 9, every, Optional.empty(), hours, List.of());
    }

    private static BusinessHours hours(String zone) {
        return new BusinessHours(ZoneId.of(zone), BusinessHours.ALWAYS.week(), Holidays.NONE);
    }

    private void mql(int person, String at) {
        store.ledger()
                .record(Samples.wave(
                        Samples.person(person).with(new Progress("mql", Map.of("mql", Instant.parse(at))))));
    }

    private void look(String upTo) {
        Mapping mapping = new Mapping(
                List.of(),
                new Lifecycle(List.of(), List.of()),
                Optional.empty(),
                Map.of(),
                Map.of(),
                Set.of(),
                Map.of());
        new PeriodWatch(mapping, new Versions(agreed), store.people(), store.commitments(), Set.of())
                .look(Instant.parse(upTo), Remembered.OFFLINE, () -> {});
    }

    private Reckoning reckoning() {
        return new Reckoning(new Versions(agreed), store.commitments(), Owners.UNKNOWN);
    }

    private List<Account> running(String now) {
        return reckoning().running(Instant.parse(now));
    }

    private List<Miss> misses() {
        return store.commitments().misses();
    }
}
