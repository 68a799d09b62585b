package io.smarketing.hubspot;

import static org.assertj.core.api.Assertions.assertThat;

import io.smarketing.core.crm.Change;
import io.smarketing.core.crm.ChangePage;
import io.smarketing.core.crm.Cursor;
import io.smarketing.core.crm.Lane;
import io.smarketing.core.crm.WriteCommand;
import io.smarketing.core.crm.WriteOutcome.Written;
import io.smarketing.core.crm.record.Edit;
import io.smarketing.core.crm.record.RecordRef;
import io.smarketing.core.crm.record.Touch;
import io.smarketing.core.lead.Email;
import io.smarketing.core.lead.FieldName;
import io.smarketing.core.lead.Fields;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What people did about contacts, as the adapter tells it from the sandbox's portal. */
class ContactActivityTest {

    private static final FieldName STATUS = FieldName.of("hs_lead_status");
    private static final Instant START = TestTime.START;

    private final PortalDesk desk = new PortalDesk();
    private String lead = "";

    @BeforeEach
    void aLead() {
        lead = desk.contact("lead-0001@example.com", Map.of());
        desk.time().sleep(Duration.ofHours(1));
        desk.line().asks().clear();
    }

    @ParameterizedTest
    @CsvSource({
        "calls, hs_call_direction, OUTBOUND, CALL",
        "calls, hs_call_direction, INBOUND,",
        "emails, hs_email_direction, EMAIL, EMAIL",
        "emails, hs_email_direction, INCOMING_EMAIL,",
        "emails, hs_email_direction, FORWARDED_EMAIL,",
        "meetings, hs_meeting_outcome, COMPLETED, MEETING",
        "meetings, hs_meeting_outcome, NO_SHOW, MEETING",
        "meetings, hs_meeting_outcome, CANCELED,",
        "meetings, hs_meeting_outcome, RESCHEDULED,",
        "tasks, hs_task_status, COMPLETED, TASK",
        "tasks, hs_task_status, IN_PROGRESS,",
        "notes, hs_note_body, hello,",
    })
    void whatReachesOutIsATouch(String object, String property, String value, Touch.Kind kind) {
        byPerson(object, START.plusSeconds(600), Map.of(property, value));

        assertThat(first(START)).isEqualTo(Optional.ofNullable(kind).map(k -> touch(object, k)));
    }

    @Test
    void theFirstOneAtOrAfterTheTimeCounts() {
        for (int minute : List.of(30, 10, 20)) {
            byPerson("calls", START.plus(Duration.ofMinutes(minute)), Map.of("hs_call_direction", "OUTBOUND"));
        }
        byPerson("emails", START.plus(Duration.ofMinutes(21)), Map.of("hs_email_direction", "EMAIL"));

        assertThat(at(first(START))).contains(START.plus(Duration.ofMinutes(10)));
        assertThat(at(first(START.plus(Duration.ofMinutes(10))))).contains(START.plus(Duration.ofMinutes(10)));
        assertThat(first(START.plus(Duration.ofMinutes(20)).plusMillis(1)))
                .contains(new Touch(START.plus(Duration.ofMinutes(21)), Touch.Kind.EMAIL));
        assertThat(first(START.plus(Duration.ofMinutes(31)))).isEmpty();
    }

    @Test
    void aMeetingCountsOnceItHasBegun() {
        Instant tomorrow = START.plus(Duration.ofDays(1));
        byPerson("meetings", tomorrow, Map.of("hs_meeting_start_time", tomorrow.toString()));

        assertThat(first(START)).isEmpty();
        desk.time().sleep(Duration.ofDays(2));
        assertThat(at(first(START))).contains(tomorrow);
    }

    @Test
    void aTaskIsDoneWhenItIsDoneAndNotWhenItIsDue() {
        String task = byPerson("tasks", START.plus(Duration.ofDays(7)), Map.of("hs_task_status", "NOT_STARTED"));
        desk.time().sleep(Duration.ofMinutes(5));
        assertThat(first(START)).isEmpty();
        desk.act("tasks", task, "set", "hs_task_status", "COMPLETED");

        assertThat(at(first(START))).contains(START.plus(Duration.ofMinutes(65)));
    }

    @Test
    void whatOurOwnAppDidNeverCounts() {
        desk.crm().writer().write(List.of(ours(Fields.of("lastname", "Doe"))));
        call(desk.rep(), "");

        assertThat(first(START)).isEmpty();
        call(desk.rep(), PortalDesk.REP);
        assertThat(first(START)).isPresent();
    }

    @Test
    void aTaskThatOurAppHasMadeIsNoTouchWhoeverTicksItOff() {
        desk.crm().writer().write(List.of(ours(Fields.of("lastname", "Doe"))));
        String body = "{'properties':{'hs_timestamp':'" + START + "','hs_task_status':'NOT_STARTED'},'associations':"
                + "[{'to':{'id':'" + lead + "'},'types':[{'associationTypeId':204}]}]}";
        String task = Stub.json(desk.send("POST", "/crm/objects/2026-09/tasks", body, "")
                        .body())
                .path("id")
                .asText();
        String done = "{'properties':{'hs_task_status':'COMPLETED'}}";

        desk.send("PATCH", "/crm/objects/2026-09/tasks/" + task, done, PortalDesk.REP);

        assertThat(first(START)).isEmpty();
    }

    @Test
    void nobodyAskedCostsNothingAndManyCostFewCalls() {
        assertThat(desk.crm().activity().touches(Map.of())).isEmpty();
        assertThat(desk.crm().activity().lastEdits(Map.of())).isEmpty();
        assertThat(desk.line().asks()).isEmpty();

        Map<RecordRef, Instant> asked = new HashMap<>();
        IntStream.range(0, 500)
                .mapToObj(i -> desk.contact("many-" + i + "@example.com", Map.of()))
                .forEach(id -> asked.put(PortalDesk.ref(id), START));
        assertThat(desk.crm().activity().touches(asked)).isEmpty();
        assertThat(desk.line().asks()).hasSize(4);
    }

    @Test
    void timelinesLongerThanOneAnswerAreReadToTheirEnd() {
        desk.switches().set("association-page", "3");
        for (int minute = 59; minute > 10; minute--) {
            byPerson("calls", START.plus(Duration.ofMinutes(minute)), Map.of("hs_call_direction", "OUTBOUND"));
        }

        assertThat(at(first(START))).contains(START.plus(Duration.ofMinutes(11)));
    }

    @Test
    void anActivityOfTwoPeopleIsATouchOfBoth() {
        String other = desk.contact("lead-0002@example.com", Map.of());
        String call = byPerson("calls", START.plusSeconds(600), Map.of("hs_call_direction", "OUTBOUND"));
        desk.send("PUT", "/crm/objects/2026-09/calls/" + call + "/associations/default/contacts/" + other, "", "");

        assertThat(desk.crm().activity().touches(Map.of(PortalDesk.ref(lead), START, PortalDesk.ref(other), START)))
                .containsOnlyKeys(PortalDesk.ref(lead), PortalDesk.ref(other));
    }

    @ParameterizedTest
    @ValueSource(strings = {"calls", "tasks"})
    void aNewActivityIsAChangeOfItsPerson(String object) {
        Cursor cursor = desk.caughtUp();
        byPerson(object, START, Map.of());

        assertThat(desk.crm().changes().read(cursor).changes())
                .extracting(Change::ref)
                .containsExactly(PortalDesk.ref(lead));
    }

    @ParameterizedTest
    @ValueSource(strings = {"calls", "emails", "meetings", "tasks"})
    void whereAnActivityDoesNotChangeItsPersonItIsSearchedFor(String object) {
        PortalDesk other = new PortalDesk(Map.of("search-activities", "true"));
        other.switches().set("activity-touches", "false");
        String id = other.contact("lead-0001@example.com", Map.of());
        other.time().sleep(Duration.ofHours(1));
        Cursor cursor = other.caughtUp();
        String at = START.toString();
        Map<String, String> row = new HashMap<>(Map.of("hs_timestamp", at, "contact", id));
        if (object.equals("emails")) {
            row.put("hs_email_direction", "EMAIL");
        }
        other.create(object, row);

        List<Change> changes = other.crm().changes().read(cursor).changes();
        assertThat(changes).extracting(Change::ref).containsExactly(PortalDesk.ref(id));
        assertThat(((Change.Changed) changes.get(0)).record()).isPresent();
    }

    @Test
    void aPlannedMeetingThatBeginsIsAChangeOfItsPerson() {
        Instant planned = START.plus(Duration.ofHours(3));
        byPerson("meetings", planned, Map.of("hs_meeting_start_time", planned.toString()));
        Cursor cursor = desk.caughtUp();
        ChangePage before = read(cursor);
        desk.time().sleep(Duration.ofMinutes(30));
        before = read(before.next());
        assertThat(before.changes()).isEmpty();
        desk.time().sleep(Duration.ofHours(2));

        ChangePage begun = read(before.next());
        assertThat(begun.changes()).extracting(Change::ref).containsExactly(PortalDesk.ref(lead));
        assertThat(((Change.Changed) begun.changes().get(0)).record()).isPresent();
        desk.time().sleep(Duration.ofMinutes(1));
        assertThat(read(begun.next()).changes()).isEmpty();
    }

    private ChangePage read(Cursor cursor) {
        return desk.crm().changes().read(cursor);
    }

    @Test
    void anEditIsTheLastPersonsAndNeverOurs() {
        desk.crm().writer().write(List.of(ours(Fields.of("hs_lead_status", "NEW"))));
        assertThat(lastEdit()).isEmpty();
        desk.time().sleep(Duration.ofMinutes(1));
        desk.send(
                "PATCH",
                "/crm/objects/2026-09/contacts/" + lead,
                "{'properties':{'hs_lead_status':'OPEN'}}",
                PortalDesk.REP);
        Instant edited = desk.time().instant();
        desk.time().sleep(Duration.ofMinutes(1));
        desk.crm().writer().write(List.of(ours(Fields.of("hs_lead_status", "CONNECTED"))));

        assertThat(lastEdit()).hasValueSatisfying(edit -> {
            assertThat(edit.who()).contains(new Email(PortalDesk.REP));
            assertThat(edit.at()).isEqualTo(edited);
        });
    }

    @Test
    void aHumanOwnsARecordSinceItWasAssigned() {
        assertThat(owned()).isEmpty();
        desk.act("contacts", lead, "set", "hubspot_owner_id", desk.rep());
        Instant assigned = desk.time().instant();
        desk.time().sleep(Duration.ofHours(1));
        desk.act("contacts", lead, "set", "lastname", "Doe");

        assertThat(owned()).contains(assigned);
        desk.act("contacts", lead, "set", "hubspot_owner_id", "");
        assertThat(owned()).isEmpty();
    }

    private Optional<Instant> owned() {
        RecordRef ref = PortalDesk.ref(lead);
        return desk.crm().reader().byRefs(List.of(ref)).get(ref).stage().owned();
    }

    private Optional<Edit> lastEdit() {
        RecordRef ref = PortalDesk.ref(lead);
        return Optional.ofNullable(
                desk.crm().activity().lastEdits(Map.of(ref, STATUS)).get(ref));
    }

    /** An update by us, which also tells which app we are: it sets our key. */
    private WriteCommand ours(Fields fields) {
        Written known = (Written) desk.crm()
                .writer()
                .write(List.of(new WriteCommand.Update(
                        PortalDesk.ref(lead), Fields.of("smarketing_key", "org-1"), Lane.FIELDS)))
                .get(0);
        return new WriteCommand.Update(known.ref(), fields, Lane.FIELDS);
    }

    private String byPerson(String object, Instant at, Map<String, String> more) {
        Map<String, String> row = new HashMap<>(more);
        row.put("hs_timestamp", at.toString());
        row.put("contact", lead);
        if (object.equals("emails")) {
            row.putIfAbsent("hs_email_direction", "EMAIL");
        }
        return desk.create(object, row);
    }

    @Test
    void whoDidItIsWhoseNameItBearsElseWhoEnteredIt() {
        desk.create("owners", Map.of("email", "another@example.com"));
        call(desk.rep(), "another@example.com");
        assertThat(who()).contains(new Email(PortalDesk.REP));
    }

    @Test
    void whatBearsNobodysNameWasDoneByWhoEnteredIt() {
        call("", PortalDesk.REP);
        assertThat(who()).contains(new Email(PortalDesk.REP));
    }

    private Optional<Email> who() {
        RecordRef ref = PortalDesk.ref(lead);
        return desk.crm().activity().touches(Map.of(ref, START)).getOrDefault(ref, List.of()).stream()
                .findFirst()
                .flatMap(Touch::by);
    }

    private void call(String owner, String person) {
        String body = "{'properties':{'hs_timestamp':'" + START.plusSeconds(60) + "','hs_call_direction':'OUTBOUND',"
                + "'hubspot_owner_id':'" + owner + "'},'associations':[{'to':{'id':'" + lead
                + "'},'types':[{'associationTypeId':194}]}]}";
        assertThat(desk.send("POST", "/crm/objects/2026-09/calls", body, person).status())
                .isEqualTo(201);
    }

    /** A task is done when it is done; all else happened when it says. */
    private static Touch touch(String object, Touch.Kind kind) {
        return new Touch(object.equals("tasks") ? START.plus(Duration.ofHours(1)) : START.plusSeconds(600), kind);
    }

    private Optional<Touch> first(Instant since) {
        RecordRef ref = PortalDesk.ref(lead);
        return desk.crm().activity().touches(Map.of(ref, since)).getOrDefault(ref, List.of()).stream()
                .map(t -> new Touch(t.at(), t.kind()))
                .findFirst();
    }

    private static Optional<Instant> at(Optional<Touch> touch) {
        return touch.map(Touch::at);
    }
}
