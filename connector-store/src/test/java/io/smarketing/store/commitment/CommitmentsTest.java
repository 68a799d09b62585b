package io.smarketing.store.commitment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.smarketing.core.commitment.Account;
import io.smarketing.core.commitment.CommitmentBook.Breach;
import io.smarketing.core.commitment.CommitmentBook.Due;
import io.smarketing.core.commitment.CommitmentBook.Promises;
import io.smarketing.core.commitment.Counted;
import io.smarketing.core.commitment.Miss;
import io.smarketing.core.commitment.Part;
import io.smarketing.core.commitment.PeriodWatch;
import io.smarketing.core.commitment.Reached;
import io.smarketing.core.commitment.Reckoning;
import io.smarketing.core.commitment.Reckoning.Owners;
import io.smarketing.core.commitment.Remark;
import io.smarketing.core.commitment.Score;
import io.smarketing.core.crm.campaign.Campaign;
import io.smarketing.core.crm.campaign.CampaignNews;
import io.smarketing.core.crm.campaign.Member;
import io.smarketing.core.crm.record.CrmId;
import io.smarketing.core.lead.Email;
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
import io.smarketing.core.sla.clock.Reading;
import io.smarketing.core.sla.clock.Signals;
import io.smarketing.core.sla.clock.State;
import io.smarketing.core.sla.terms.Commitment;
import io.smarketing.core.sla.terms.Commitments;
import io.smarketing.core.sla.terms.Escalations;
import io.smarketing.core.sla.terms.Every;
import io.smarketing.core.sla.terms.Period;
import io.smarketing.core.sla.terms.Recipient;
import io.smarketing.core.sla.terms.Recipient.Way;
import io.smarketing.core.sla.terms.Segment;
import io.smarketing.core.sla.terms.Side;
import io.smarketing.core.sla.terms.Target;
import io.smarketing.core.sla.terms.Terms;
import io.smarketing.core.sla.terms.Versions;
import io.smarketing.core.sync.WaveRecord;
import io.smarketing.core.sync.watch.ClockRow;
import io.smarketing.core.sync.watch.Excuse;
import io.smarketing.core.sync.watch.Looked;
import io.smarketing.store.SqliteStore;
import io.smarketing.store.clock.AcceptedAgreement;
import io.smarketing.store.file.Database;
import io.smarketing.testkit.books.Samples;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Promises of whole months on a real store: five MQLs each. */
final class CommitmentsTest {

    private static final Map<CrmId, String> ACCOUNTS = Map.of(Samples.LEFT, "1", Samples.RIGHT, "2");
    private static final Instant MARCH = Instant.parse("2026-03-01T00:00:00Z");
    private static final Instant APRIL = Instant.parse("2026-04-01T00:00:00Z");
    private static final Email OWNER = new Email("marketing@example.com");
    private static final Period OF_MARCH = Period.named("2026-03").orElseThrow();

    @TempDir
    private Path folder;

    private SqliteStore store;
    private final List<Terms> agreed = new ArrayList<>();

    @BeforeEach
    void open() {
        store = SqliteStore.open(folder.resolve("store.db"), ACCOUNTS);
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void duringAPeriodItTellsThePaceAndAtItsEndWhatItCameTo() {
        agree("1", MARCH, MARCH, 5);
        mql(1, "2026-03-02T09:00:00Z");
        mql(2, "2026-03-10T09:00:00Z");
        mql(3, "2026-03-28T09:00:00Z");
        look("2026-03-16T12:00:00Z");

        Account half = running("2026-03-16T12:00:00Z");
        assertThat(half.score()).isEqualTo(new Score(5, 2, 0, Optional.of(0.5)));
        assertThat(half.expected()).isEqualTo(2);
        assertThat(half.forecast()).isEqualTo(4);
        assertThat(half.state()).isEqualTo(Account.State.ON_PACE);
        assertThat(running("2026-03-27T00:00:00Z").state()).isEqualTo(Account.State.BEHIND);
        assertThat(misses()).isEmpty();

        look("2026-04-01T00:00:00Z");
        assertThat(misses()).isEmpty();
        look("2026-04-01T00:15:00Z");
        assertThat(misses())
                .extracting(
                        Miss::state,
                        Miss::owner,
                        m -> m.verdict().goal().period(),
                        m -> m.verdict().score())
                .containsExactly(
                        tuple(Miss.State.OPEN, Optional.of(OWNER), OF_MARCH, new Score(5, 3, 0, Optional.of(0.5))));
    }

    @Test
    void aMissIsMadeOnceAcrossRestartsAndForEachPeriodOfAnOutage() {
        agree("1", MARCH, MARCH, 5);
        mql(1, "2026-03-02T09:00:00Z");
        look("2026-03-20T00:00:00Z");
        reopen();

        look("2026-06-10T00:00:00Z");
        reopen();
        look("2026-06-10T00:00:00Z");

        assertThat(store.alerts().unsent()).isEqualTo(Map.of(Way.EMAIL, 3L));
        assertThat(misses())
                .extracting(
                        m -> m.verdict().goal().period().name(),
                        m -> m.verdict().score().delivered())
                .containsExactly(tuple("2026-03", 1L), tuple("2026-04", 0L), tuple("2026-05", 0L));
    }

    @Test
    void aLeadThatComesToLightLaterIsToldAndTheVerdictStands() {
        agree("1", MARCH, MARCH, 1);
        look("2026-04-02T00:00:00Z");
        mql(1, "2026-03-31T23:59:00Z");
        look("2026-04-03T00:00:00Z");

        assertThat(misses())
                .singleElement()
                .satisfies(m -> assertThat(m.verdict().score().delivered()).isZero());
        assertThat(of(OF_MARCH, "2026-04-03T00:00:00Z").score().delivered()).isEqualTo(1);
    }

    @Test
    void whatWasOverBeforeTheAgreementWasReadIsToldAndNotJudged() {
        mql(1, "2026-03-02T09:00:00Z");
        agree("1", MARCH, Instant.parse("2026-05-04T00:00:00Z"), 5);
        look("2026-06-02T00:00:00Z");

        assertThat(of(OF_MARCH, "2026-06-02T00:00:00Z").score().delivered()).isEqualTo(1);
        assertThat(of(OF_MARCH, "2026-06-02T00:00:00Z").state()).isEqualTo(Account.State.NOT_JUDGED);
        assertThat(misses()).extracting(m -> m.verdict().goal().period().name()).containsExactly("2026-05");
    }

    @Test
    void aPeriodIsJudgedByTheTermsOfItsBeginning() {
        agree("1", MARCH, MARCH, 1);
        agree("2", Instant.parse("2026-03-15T00:00:00Z"), MARCH, 9);
        mql(1, "2026-03-20T09:00:00Z");
        mql(2, "2026-04-20T09:00:00Z");
        look("2026-05-01T00:15:00Z");

        assertThat(misses())
                .extracting(
                        m -> m.verdict().goal().period().name(),
                        m -> m.verdict().goal().version())
                .containsExactly(tuple("2026-04", "2"));
    }

    @Test
    void whatSalesSendsBackCountsAgainstItAndWhatItHasNotAnsweredDoesNot() {
        agree("1", MARCH, MARCH, 2);
        for (int person = 1; person <= 4; person++) {
            mql(person, "2026-03-02T09:00:00Z");
        }
        look("2026-03-03T00:00:00Z");
        assertThat(running("2026-03-03T00:00:00Z").score().isGood()).isTrue();
        for (int person = 1; person <= 3; person++) {
            record(sentBack(person));
        }
        look("2026-04-01T00:15:00Z");

        assertThat(misses()).extracting(m -> m.verdict().score()).containsExactly(new Score(2, 4, 3, Optional.of(0.5)));
    }

    @Test
    void whoComesBackCountsAgainButOncePerPeriod() {
        agree("1", MARCH, MARCH, 5);
        mql(1, "2026-03-02T09:00:00Z");
        record(again(1, 2, "2026-03-20T09:00:00Z"));
        record(again(1, 3, "2026-04-20T09:00:00Z"));
        look("2026-04-21T00:00:00Z");

        assertThat(of(OF_MARCH, "2026-04-21T00:00:00Z").score().delivered()).isEqualTo(1);
        assertThat(running("2026-04-21T00:00:00Z").score().delivered()).isEqualTo(1);
        assertThat(running("2026-04-21T00:00:00Z").parts())
                .contains(new Part("source", "", 1, 1), new Part("persona", "", 1, 1));
    }

    @Test
    void whoIsErasedCountsOnAndNobodyCanTellWhoThatWas() {
        agree("1", MARCH, MARCH, 5);
        mql(1, "2026-03-02T09:00:00Z");
        store.ledger().record(Samples.seen(Samples.sighting(Samples.LEFT, "contact", 1)));
        look("2026-03-03T00:00:00Z");
        store.ledger().erase(Set.of(Samples.ref(Samples.LEFT, "contact", 1)));
        look("2026-03-04T00:00:00Z");

        assertThat(store.people().people(Set.of(Samples.id(1)))).isEmpty();
        assertThat(running("2026-03-04T00:00:00Z").score().delivered()).isEqualTo(1);
    }

    @Test
    void peopleWhoTurnOutToBeOneCountOnce() {
        agree("1", MARCH, MARCH, 5);
        mql(1, "2026-03-02T09:00:00Z");
        mql(2, "2026-03-05T09:00:00Z");
        look("2026-03-06T00:00:00Z");
        WaveRecord one = Samples.wave(at(1, "2026-03-02T09:00:00Z"));
        store.ledger()
                .record(new WaveRecord(
                        one.people(),
                        one.sightings(),
                        one.answered(),
                        one.cleared(),
                        one.parked(),
                        one.journal(),
                        Map.of(Samples.id(2), Samples.id(1))));
        look("2026-03-07T00:00:00Z");

        assertThat(running("2026-03-07T00:00:00Z").score().delivered()).isEqualTo(1);
    }

    @Test
    void aMissIsDiscussedDecidedAndClosedByWhoeverOpensTheStoreBesideTheDaemon() {
        agree("1", MARCH, MARCH, 5);
        look("2026-04-01T00:15:00Z");
        long id = misses().get(0).id();
        try (SqliteStore beside = SqliteStore.openToAdd(folder.resolve("store.db"))) {
            beside.commitments().add(id, remark(Remark.Kind.DISCUSSED, Optional.empty()));
            beside.commitments().add(id, remark(Remark.Kind.DECIDED, Optional.of(LocalDate.of(2026, 4, 30))));
            mql(1, "2026-04-02T09:00:00Z");
            assertThat(misses().get(0).state()).isEqualTo(Miss.State.DECIDED);
            assertThat(misses().get(0).isOverdue(LocalDate.of(2026, 4, 30))).isFalse();
            assertThat(misses().get(0).isOverdue(LocalDate.of(2026, 5, 1))).isTrue();
            beside.commitments().add(id, remark(Remark.Kind.CLOSED, Optional.empty()));
        }

        assertThat(misses().get(0).state()).isEqualTo(Miss.State.CLOSED);
        assertThat(misses().get(0).remarks())
                .extracting(Remark::kind)
                .containsExactly(Remark.Kind.DISCUSSED, Remark.Kind.DECIDED, Remark.Kind.CLOSED);
    }

    @Test
    void itTellsWhereLeadsCameFromAndInWhichCampaignsTheyAre() {
        agree("1", MARCH.minusSeconds(86_400L * 28), MARCH, 5);
        Period february = OF_MARCH.plus(-1);
        count(1, OF_MARCH, "Web", "boss");
        count(2, OF_MARCH, "Referral", "");
        count(3, february, "Referral", "boss");
        for (int person = 1; person <= 3; person++) {
            record(Samples.person(person));
        }
        Campaign.Money none = new Campaign.Money(Optional.empty(), Optional.empty(), Optional.empty(), "");
        Campaign spring = new Campaign("c-1", "Spring", "", Optional.empty(), Optional.empty(), none);
        List<Member> members = List.of(
                new Member("c-1", Samples.ref(Samples.LEFT, "contact", 1), Optional.empty(), true, false),
                new Member("c-1", Samples.ref(Samples.LEFT, "contact", 3), Optional.empty(), true, false));
        store.ledger()
                .campaigns()
                .orElseThrow()
                .take(
                        Samples.LEFT,
                        new CampaignNews(List.of(spring), true, Set.of(), members, Set.of(), "", true),
                        Samples.AT);

        assertThat(store.commitments().parts("MQLs", OF_MARCH, APRIL))
                .containsEntry("source", Map.of("Web", 1L, "Referral", 1L))
                .containsEntry("persona", Map.of("boss", 1L, "", 1L))
                .containsEntry("campaign", Map.of("Spring", 1L));
        assertThat(of(OF_MARCH, "2026-04-01T00:00:00Z").parts())
                .contains(new Part("source", "Web", 1, 0), new Part("source", "Referral", 1, 1));
    }

    private void count(int person, Period period, String source, String persona) {
        Reached lead = new Reached(
                Samples.id(person), 1, "mql", period.from(ZoneOffset.UTC).plusSeconds(person));
        store.commitments().count(List.of(lead), List.of(new Counted(lead, "MQLs", period, source, persona)));
    }

    @Test
    void promisesCountInThePeriodInWhichTheyAreDue() {
        clock(1, State.KEPT, "2026-03-10T00:00:00Z");
        clock(2, State.LATE, "2026-03-11T00:00:00Z");
        clock(3, State.BREACHED, "2026-03-31T23:00:00Z");
        clock(4, State.KEPT, "2026-04-01T00:00:00Z");
        clock(5, State.CANCELLED, "2026-03-12T00:00:00Z");
        Promise promise = new Promise(
                "verdict",
                new Signals(Set.of("handed-over"), Set.of("accepted")),
                1,
                Duration.ofHours(1),
                BusinessHours.ALWAYS,
                new TreeSet<>(),
                Optional.empty());
        Segment hot = new Segment("hot", true, List.of(), List.of(promise), Optional.of(new Target(0.9, Every.MONTH)));
        agreed.add(new Terms(
                "1",
                MARCH,
                MARCH,
                List.of(hot),
                new Commitments(List.of(), List.of(), Map.of(Side.SALES, OWNER)),
                Escalations.NONE));
        store.accept(new AcceptedAgreement("1", MARCH, MARCH, "mql", Map.of(), ""));
        look("2026-04-02T00:00:00Z");

        assertThat(misses()).singleElement().satisfies(m -> {
            assertThat(m.verdict().score()).isEqualTo(new Score(3, 1, 2, Optional.empty()));
            assertThat(m.verdict().causes())
                    .contains(new Part("reason", "done late", 1, 0), new Part("reason", "not done", 1, 0));
            assertThat(store.commitments().breaches(m.id()))
                    .containsExactly(
                            new Breach(Samples.id(2), 1, Instant.parse("2026-03-11T00:00:00Z"), true, ""),
                            new Breach(Samples.id(3), 1, Instant.parse("2026-03-31T23:00:00Z"), false, ""));
        });
        Owners owners = people -> Map.of(Samples.id(2), "rep-0001@example.com", Samples.id(3), "");
        assertThat(new Reckoning(new Versions(agreed), store.commitments(), owners)
                        .of(Period.named("2026-03").orElseThrow(), APRIL))
                .flatExtracting(Account::parts)
                .as("a lead that nobody owns is the role's")
                .contains(new Part("owner", "rep-0001@example.com", 1, 0), new Part("owner", OWNER.address(), 1, 0));
    }

    @Test
    void whatIsExcusedDoesNotCount() {
        clock(1, State.KEPT, "2026-03-10T00:00:00Z");
        clock(2, State.LATE, "2026-03-11T00:00:00Z");
        clock(3, State.BREACHED, "2026-03-12T00:00:00Z");
        Due march = new Due("hot", "verdict", MARCH, APRIL);
        assertThat(store.commitments().promises(march)).isEqualTo(new Promises(1, 2));
        store.clocks().excuse(new Excuse(Samples.id(3), 1, "verdict", APRIL, OWNER, "on leave"));

        assertThat(store.commitments().promises(march)).isEqualTo(new Promises(1, 1));
        assertThat(store.commitments().broken(march)).extracting(Breach::person).containsExactly(Samples.id(2));
    }

    private void clock(int person, State state, String due) {
        Reading reading = new Reading(
                state,
                Optional.of(MARCH),
                Optional.of(Instant.parse(due)),
                Optional.empty(),
                Duration.ZERO,
                List.of(),
                Optional.empty());
        ClockRow row = new ClockRow(Samples.id(person), 1, "verdict", "1", "hot", reading);
        store.clocks().record(new Looked(List.of(), List.of(row), List.of(), List.of(), List.of(), Map.of()));
    }

    @Test
    void whatItCostsFollowsThePeriodAndNotAllThatEverWas() {
        plans(Sums.LEADS, "SEARCH d USING PRIMARY KEY (workspace=? AND commitment=? AND period=?)");
        plans(
                Sums.PARTS,
                "SEARCH m USING COVERING INDEX campaign_member_by_record (workspace=? AND crm=? AND type=? AND record=?)");
        plans(Sums.PROMISES, "SEARCH clock USING COVERING INDEX clock_by_due (workspace=? AND due>? AND due<?)");
        plans(HandoffEvents.UNCOUNTED, "SEARCH handoff_event USING INDEX handoff_event_uncounted (workspace=?)");
    }

    private void plans(String sql, String step) {
        try (Database database = Database.toWrite(folder.resolve("plans.db"))) {
            String explained = "EXPLAIN QUERY PLAN "
                    + Pattern.compile(":[a-z]+").matcher(sql).replaceAll("'x'");
            List<String> steps = database.ask(handle -> handle.createQuery(explained)
                    .map((rs, ctx) -> rs.getString("detail"))
                    .list());
            assertThat(steps).contains(step);
        }
    }

    private static Remark remark(Remark.Kind kind, Optional<LocalDate> deadline) {
        return new Remark(kind, APRIL, OWNER, "Two more webinars", Optional.empty(), deadline);
    }

    private void agree(String version, Instant effective, Instant accepted, int leads) {
        Commitment commitment =
                new Commitment("MQLs", "mql", leads, Every.MONTH, Optional.of(0.5), BusinessHours.ALWAYS, List.of());
        agreed.add(new Terms(
                version,
                effective,
                accepted,
                List.of(),
                new Commitments(List.of(commitment), List.of(), Map.of(Side.MARKETING, OWNER)),
                new Escalations(Map.of(
                        Escalations.MISSED, Set.of(Recipient.WEBHOOK, Recipient.address("sales@example.com"))))));
        store.accept(new AcceptedAgreement(version, effective, accepted, "mql", Map.of(), ""));
    }

    private void look(String upTo) {
        new PeriodWatch(mapping(), new Versions(agreed), store.people(), store.commitments(), Set.of(Way.EMAIL))
                .look(Instant.parse(upTo), Remembered.OFFLINE, () -> {});
    }

    private static Mapping mapping() {
        return new Mapping(
                List.of(),
                new Lifecycle(List.of(), List.of()),
                Optional.empty(),
                Map.of(),
                Map.of(),
                Set.of(),
                Map.of());
    }

    private Reckoning reckoning() {
        return new Reckoning(new Versions(agreed), store.commitments(), Owners.UNKNOWN);
    }

    private Account running(String now) {
        return reckoning().running(Instant.parse(now)).get(0);
    }

    private Account of(Period period, String now) {
        return reckoning().of(period, Instant.parse(now)).get(0);
    }

    private List<Miss> misses() {
        return store.commitments().misses();
    }

    private void mql(int person, String at) {
        record(at(person, at));
    }

    private void record(Person person) {
        store.ledger().record(Samples.wave(person));
    }

    private static Person at(int person, String at) {
        return Samples.person(person).with(new Progress("mql", Map.of("mql", Instant.parse(at))));
    }

    private static Person again(int person, int pass, String at) {
        return Samples.person(person)
                .with(new Progress(
                        "mql",
                        Map.of("mql", Instant.parse(at)),
                        new Pass(pass, MARCH, Optional.empty()),
                        Handover.NONE,
                        Map.of()));
    }

    private static Person sentBack(int person) {
        Map<Moment, Instant> moments = Map.of(Moment.REJECTED, Instant.parse("2026-03-12T09:00:00Z"));
        Person lead = at(person, "2026-03-02T09:00:00Z");
        return lead.with(lead.progress().with(new Handover(moments, Optional.empty(), Optional.empty())));
    }

    private void reopen() {
        store.close();
        open();
    }
}
