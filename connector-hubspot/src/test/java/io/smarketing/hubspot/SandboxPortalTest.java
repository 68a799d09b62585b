package io.smarketing.hubspot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smarketing.core.crm.Change;
import io.smarketing.core.crm.Change.Changed;
import io.smarketing.core.crm.ChangePage;
import io.smarketing.core.crm.Crm;
import io.smarketing.core.crm.Cursor;
import io.smarketing.core.crm.Lane;
import io.smarketing.core.crm.WriteCommand;
import io.smarketing.core.crm.WriteOutcome;
import io.smarketing.core.crm.WriteOutcome.Moved;
import io.smarketing.core.crm.WriteOutcome.Refused;
import io.smarketing.core.crm.WriteOutcome.Unknown;
import io.smarketing.core.crm.WriteOutcome.Written;
import io.smarketing.core.crm.failure.CrmException;
import io.smarketing.core.crm.failure.FailureKind;
import io.smarketing.core.crm.open.Settings;
import io.smarketing.core.crm.open.Wanted;
import io.smarketing.core.crm.record.Author;
import io.smarketing.core.crm.record.CrmId;
import io.smarketing.core.crm.record.CrmRecord;
import io.smarketing.core.crm.record.HistoryEntry;
import io.smarketing.core.crm.record.RecordRef;
import io.smarketing.core.crm.record.RecordType;
import io.smarketing.core.lead.Email;
import io.smarketing.core.lead.FieldName;
import io.smarketing.core.lead.FieldValue;
import io.smarketing.core.lead.Fields;
import io.smarketing.sandbox.kernel.Insider.BadRow;
import io.smarketing.sandbox.kernel.Insider.Deed;
import io.smarketing.sandbox.kernel.RecordClock;
import io.smarketing.sandbox.kernel.Switches;
import io.smarketing.sandbox.portal.Portal;
import io.smarketing.sandbox.portal.PortalSettings;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The adapter and the sandbox's portal with its real limits, on one clock that only their calls move. */
class SandboxPortalTest {

    private static final RecordType CONTACT = new RecordType("contact");
    private static final FieldName STAGE = FieldName.of("lifecyclestage");
    private static final FieldName LASTNAME = FieldName.of("lastname");

    private final TestTime time = new TestTime();
    private final RecordClock records = new RecordClock(time, TestTime.START);
    private final Switches switches = new Switches();
    private final Portal portal = new Portal(
            new PortalSettings(4711, "pat-1", "client", "secret", PortalSettings.Speed.REAL, false),
            records,
            new Random(3),
            switches);
    private final PortalLine line = new PortalLine(portal, time);
    private Crm crm = open("2026-09");

    @BeforeEach
    void forgetTheOpening() {
        line.asks().clear();
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-03", "2026-09"})
    void opensInThreeCalls(String version) {
        crm = open(version);

        assertThat(line.asks()).hasSize(3);
        assertThat(crm.account()).isEqualTo("4711");
        assertThat(crm.schema().fields(CONTACT)).containsKeys(STAGE, FieldName.of("smarketing_key"));
    }

    @Test
    void renewedItKnowsWhatTheAdminAddedAndGoesOnCounting() {
        portal.insider().addTextField("contacts", "favourite_colour");
        long calls = crm.quota().calls();
        assertThat(crm.schema().fields(CONTACT)).doesNotContainKey(FieldName.of("favourite_colour"));

        Crm renewed = crm.renewed();

        assertThat(renewed.schema().fields(CONTACT)).containsKey(FieldName.of("favourite_colour"));
        assertThat(renewed.quota().calls()).isEqualTo(calls + 2);
        assertThat(renewed.renewed().account()).isEqualTo("4711");
    }

    @Test
    void listsEverybodyOnceThenTellsOnlyWhatChanged() throws BadRow {
        load(1_234);
        List<Change> listed = new ArrayList<>();
        ChangePage page = crm.changes().read(Cursor.START);
        while (page.listing()) {
            listed.addAll(page.changes());
            page = crm.changes().read(page.next());
        }
        assertThat(listed).hasSize(1_234).allMatch(c -> ((Changed) c).record().isPresent());
        assertThat(listed.stream().map(Change::ref).distinct()).hasSize(1_234);
        Cursor caughtUp = drain(page, new ArrayList<>());

        records.advance(Duration.ofMinutes(20));
        caughtUp = drain(crm.changes().read(caughtUp), new ArrayList<>());
        records.advance(Duration.ofMinutes(4));
        line.asks().clear();
        ChangePage idle = crm.changes().read(caughtUp);
        assertThat(idle.changes()).isEmpty();
        assertThat(line.asks()).hasSize(3);

        String id = find("lead-0042@example.com");
        portal.insider().act(new Deed(records.instant(), "contacts", id, "set", "lastname", "Changed"));
        List<Change> changes = new ArrayList<>();
        drain(crm.changes().read(idle.next()), changes);
        assertThat(changes).extracting(c -> c.ref().id()).containsExactly(id);
        assertThat(((Changed) changes.get(0)).stamp()).isEqualTo(read(id).stamp());
    }

    @Test
    void moreThanTenThousandChangesOfOneInstantAreAllFound() throws BadRow {
        load(10_400);
        List<Change> changes = new ArrayList<>();

        drain(crm.changes().read(window(TestTime.START)), changes);

        assertThat(changes.stream().map(Change::ref).distinct()).hasSize(10_400);
        assertThat(portal.usage().refused()).isZero();
    }

    @Test
    void aChangeThatTheIndexShowsLateIsFoundLater() throws BadRow {
        String id = load(1).get(0);
        switches.set("index-lag", "5m");
        time.sleep(Duration.ofMinutes(30));
        act(id, "set", "Late", "lastname");
        List<Change> tooEarly = new ArrayList<>();
        Cursor next = drain(crm.changes().read(window(time.instant())), tooEarly);
        time.sleep(Duration.ofMinutes(6));

        ChangePage later = crm.changes().read(next);

        assertThat(tooEarly).isEmpty();
        assertThat(later.changes()).extracting(c -> c.ref().id()).containsExactly(id);
    }

    private static Cursor window(Instant from) {
        return new Cursor("window " + from + " " + from);
    }

    @Test
    void anotherProcessGoesOnFromACursor() throws BadRow {
        load(2_100);
        Set<RecordRef> seen = new HashSet<>();
        Cursor cursor = Cursor.START;
        for (int page = 0; page < 6; page++) {
            ChangePage read = open("2026-09").changes().read(cursor);
            read.changes().forEach(c -> seen.add(c.ref()));
            cursor = read.next();
        }
        assertThat(seen).hasSize(2_100);
    }

    @Test
    void aScopeThatWasTakenAwayIsNamed() {
        switches.set("missing-scopes", "crm.objects.contacts.write");

        assertThatThrownBy(() -> crm.writer().write(List.of(create("k", "lead@example.com", "Doe"))))
                .isInstanceOf(CrmException.class)
                .hasMessageContaining("crm.objects.contacts.write");
    }

    @Test
    void aFirstLoadIsNotSlowedBelowTheLimitAndNoCallIsEverRefused() throws BadRow {
        load(3_000);
        Instant start = time.instant();
        ChangePage page = crm.changes().read(Cursor.START);
        while (page.listing()) {
            page = crm.changes().read(page.next());
        }
        drain(page, new ArrayList<>());
        Duration listingAndOneRoundOfSearch = Duration.between(start, time.instant());

        assertThat(portal.usage().refused()).isZero();
        assertThat(listingAndOneRoundOfSearch).isBetween(Duration.ofSeconds(5), Duration.ofSeconds(8));
    }

    @Test
    void manyFastCallsArePacedAndNeverRefused() throws BadRow {
        String id = load(1).get(0);
        line.latency(Duration.ofMillis(5));
        Instant start = time.instant();
        for (int i = 0; i < 375; i++) {
            crm.writer().write(List.of(update(id, "lastname", "Round-" + i)));
        }
        assertThat(Duration.between(start, time.instant())).isBetween(Duration.ofSeconds(10), Duration.ofSeconds(13));
        assertThat(portal.usage().refused()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"off", "reversed", "shuffled"})
    void createsOnceHoweverOftenItIsAskedAndInWhateverOrderItIsAnswered(String order) {
        switches.set("batch-order", order);
        List<WriteCommand> commands = IntStream.range(0, 250)
                .<WriteCommand>mapToObj(i -> create("org-" + i, "lead-" + i + "@example.com", "Doe-" + i))
                .toList();

        List<WriteOutcome> first = crm.writer().write(commands);
        List<WriteOutcome> again = crm.writer().write(commands);

        assertThat(portal.insider().count("contacts")).isEqualTo(250);
        for (int i = 0; i < 250; i++) {
            Written written = (Written) first.get(i);
            assertThat(written.values().orElseThrow().text(LASTNAME)).isEqualTo("Doe-" + i);
            assertThat(((Written) again.get(i)).ref()).isEqualTo(written.ref());
        }
        List<CrmRecord> byKey = crm.reader().byKeys(List.of("org-7", "org-none"));
        assertThat(byKey).singleElement().satisfies(r -> {
            assertThat(r.key()).isEqualTo("org-7");
            assertThat(r.email()).contains(new Email("lead-7@example.com"));
        });
    }

    @Test
    void aWrittenStampIsTheOneThatIsReadLater() {
        Written written = (Written) crm.writer()
                .write(List.of(create("k", "lead@example.com", "Doe")))
                .get(0);

        CrmRecord record = read(written.ref().id());
        assertThat(written.stamp()).contains(record.stamp());
        assertThat(Duration.between(written.at(), record.stamp()).abs()).isLessThan(Duration.ofSeconds(2));
    }

    @Test
    void aCreateForSomebodyWhoIsThereMovesToThem() throws BadRow {
        List<String> ids = load(1);

        WriteOutcome outcome = crm.writer()
                .write(List.of(create("k", "Lead-0000@example.com", "Doe")))
                .get(0);

        assertThat(outcome).isEqualTo(new Moved(ref(ids.get(0))));
    }

    @Test
    void badRowsStandAloneAndTheRestIsWritten() throws BadRow {
        List<String> ids = load(3);
        List<WriteOutcome> outcomes = crm.writer()
                .write(List.of(
                        update(ids.get(0), "numemployees", "a dozen"),
                        update(ids.get(1), "lastname", "Fine"),
                        update(ids.get(2), "no_such_property", "x"),
                        create("k1", "x' OR Name != '", "Hostile"),
                        create("k2", "lead-9@example.com", "<script>alert(1)</script>")));

        assertRefused(outcomes.get(0), FailureKind.INVALID_VALUE, "numemployees");
        assertThat(outcomes.get(1)).isInstanceOf(Written.class);
        assertRefused(outcomes.get(2), FailureKind.SCHEMA_MISMATCH, "no_such_property");
        assertRefused(outcomes.get(3), FailureKind.INVALID_VALUE, "email");
        assertThat(((Refused) outcomes.get(3)).sentence()).doesNotContain("OR Name");
        assertThat(outcomes.get(4)).isInstanceOf(Written.class);
    }

    @Test
    void aRequiredPropertyOfThePortalRefusesTheCreateByName() {
        switches.set("required-property", "company");

        assertRefused(
                crm.writer()
                        .write(List.of(create("k", "lead@example.com", "Doe")))
                        .get(0),
                FailureKind.MISSING_VALUE,
                "company");
    }

    @Test
    void mergedAndDeletedRecordsAreFollowed() throws BadRow {
        List<String> ids = load(4);
        act(ids.get(0), "merge", "lead-0001@example.com");
        act(ids.get(2), "delete", "");
        List<RecordRef> refs = ids.stream().map(SandboxPortalTest::ref).toList();

        Map<RecordRef, CrmRecord> records = crm.reader().byRefs(refs);
        List<WriteOutcome> outcomes = crm.writer()
                .write(List.of(
                        update(ids.get(0), "lastname", "A"),
                        update(ids.get(2), "lastname", "B"),
                        update(ids.get(3), "lastname", "C")));

        RecordRef merged = ref(find("lead-0000@example.com"));
        assertThat(records).containsOnlyKeys(refs.get(0), refs.get(1), refs.get(3));
        assertThat(records.get(refs.get(1)).ref()).isEqualTo(merged);
        assertThat(outcomes.get(0)).isEqualTo(new Moved(merged));
        assertThat(outcomes.get(1)).isEqualTo(new WriteOutcome.Gone());
        assertThat(outcomes.get(2)).isInstanceOf(Written.class);
        assertThat(crm.reader().byEmails(List.of(new Email("lead-0001@example.com"))))
                .extracting(CrmRecord::ref)
                .containsExactly(merged);
    }

    @Test
    void aLostAnswerLeavesRowsUnknownAndTheRepeatMakesNoSecond() {
        line.cutAfter("/batch/upsert");
        List<WriteCommand> commands = List.of(create("k", "lead@example.com", "Doe"));

        assertThat(crm.writer().write(commands).get(0)).isInstanceOf(Unknown.class);
        assertThat(crm.writer().write(commands).get(0)).isInstanceOf(Written.class);
        assertThat(portal.insider().count("contacts")).isEqualTo(1);
    }

    @Test
    void theStageIsToldWithItsDates() throws BadRow {
        String id = load(1).get(0);
        crm.writer().write(List.of(update(id, "lifecyclestage", "customer")));

        CrmRecord record = read(id);

        assertThat(record.stage().value()).isEqualTo("customer");
        assertThat(record.stage().dates()).containsKey("customer");
    }

    @ParameterizedTest
    @ValueSource(strings = {"off", "empty"})
    void aClearedFieldReadsAsBlank(String clearedReads) throws BadRow {
        switches.set("cleared-reads", clearedReads);
        String id = load(1).get(0);

        Written written = (Written)
                crm.writer().write(List.of(update(id, "lastname", ""))).get(0);

        assertThat(written.values().orElseThrow().get(LASTNAME)).contains(FieldValue.BLANK);
        assertThat(read(id).fields().get(LASTNAME)).contains(FieldValue.BLANK);
    }

    @Test
    void historyTellsOurWritesFromPeoples() throws BadRow {
        Written made = (Written) crm.writer()
                .write(List.of(create("k", "lead@example.com", "Ours")))
                .get(0);
        act(made.ref().id(), "set", "Theirs", "lastname");

        List<HistoryEntry> history = crm.reader()
                .history(List.of(made.ref()), Set.of(LASTNAME))
                .get(made.ref())
                .get(LASTNAME);

        assertThat(history).extracting(e -> e.value().text()).containsExactly("Ours", "Theirs");
        assertThat(history).extracting(HistoryEntry::by).containsExactly(Author.OURSELVES, Author.SOMEBODY_ELSE);
    }

    @Test
    void logsInByOauthAndRenewsBeforeTheTokenEnds() throws BadRow {
        load(1);
        Settings settings = new Settings(Map.of(
                "url",
                "http://portal.test",
                "client-id",
                "client",
                "client-secret",
                "secret",
                "refresh-token",
                portal.refreshToken()));
        crm = provider().open(new CrmId("hubspot"), settings, wanted(), time.surroundings());
        time.sleep(Duration.ofHours(2));

        assertThat(crm.reader().byEmails(List.of(new Email("lead-0000@example.com"))))
                .hasSize(1);
        assertThat(line.asks().stream().filter(a -> a.path().endsWith("/token")))
                .hasSize(2);
    }

    private Crm open(String version) {
        Settings settings = new Settings(
                Map.of("url", "http://portal.test", "token", "pat-1", "portal", "4711", "api-version", version));
        return provider().open(new CrmId("hubspot"), settings, wanted(), time.surroundings());
    }

    private HubSpotProvider provider() {
        return new HubSpotProvider(
                new OkHttpClient.Builder().addInterceptor(line).build());
    }

    private static Wanted wanted() {
        return new Wanted(Map.of(
                CONTACT,
                new Wanted.Type(
                        FieldName.of("smarketing_key"),
                        Optional.of(STAGE),
                        Set.of(FieldName.of("email"), LASTNAME, FieldName.of("numemployees")))));
    }

    /** People lead-0000@example.com and on, all stamped now. */
    private List<String> load(int people) throws BadRow {
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < people; i++) {
            Map<String, String> row = new LinkedHashMap<>();
            row.put("email", String.format("lead-%04d@example.com", i));
            row.put("lastname", "Doe-" + i);
            row.put("lifecyclestage", "lead");
            ids.add(portal.insider().create("contacts", row, records.instant()));
        }
        return ids;
    }

    private Cursor drain(ChangePage page, List<Change> into) {
        into.addAll(page.changes());
        while (!page.caughtUp()) {
            page = crm.changes().read(page.next());
            into.addAll(page.changes());
        }
        return page.next();
    }

    private CrmRecord read(String id) {
        return crm.reader().byRefs(List.of(ref(id))).get(ref(id));
    }

    private String find(String email) {
        return portal.insider().find("contacts", email).get(0);
    }

    private void act(String id, String action, String value) throws BadRow {
        act(id, action, value, "");
    }

    private void act(String id, String action, String value, String field) throws BadRow {
        portal.insider().act(new Deed(records.instant(), "contacts", id, action, field, value));
    }

    private static RecordRef ref(String id) {
        return new RecordRef(new CrmId("hubspot"), CONTACT, id);
    }

    private static WriteCommand update(String id, String field, String value) {
        return new WriteCommand.Update(ref(id), Fields.of(field, value), Lane.FIELDS);
    }

    private static WriteCommand create(String key, String email, String lastname) {
        Fields fields = Fields.of("email", email).with(LASTNAME, FieldValue.of(lastname));
        return new WriteCommand.Create(CONTACT, key, fields, Lane.FIELDS);
    }

    private static void assertRefused(WriteOutcome outcome, FailureKind kind, String field) {
        assertThat(outcome).isInstanceOfSatisfying(Refused.class, r -> {
            assertThat(r.kind()).isEqualTo(kind);
            assertThat(r.field()).contains(FieldName.of(field));
        });
    }
}
