package io.smarketing.hubspot;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.smarketing.core.crm.failure.FailureKind;
import io.smarketing.core.crm.notice.Notice;
import io.smarketing.core.crm.notice.Noticeboard;
import io.smarketing.core.crm.notice.Receipt;
import io.smarketing.core.crm.notice.Task;
import io.smarketing.core.lead.Email;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Notes and tasks of ours on the timelines of the sandbox's portal. */
class TimelinesTest {

    private static final Instant AT = TestTime.START;
    private static final String NOTES = "/crm/objects/2026-09/notes";
    private static final String CREATE_NOTES = "/crm/objects/2026-09/0-46/batch/create";
    private static final String TASKS = "/crm/objects/2026-09/tasks";

    private final PortalDesk desk = new PortalDesk();
    private final String lead = desk.contact("lead-0001@example.com", Map.of("hubspot_owner_id", desk.rep()));
    private final Noticeboard board = desk.crm().noticeboard().orElseThrow();

    private Notice note(String event, String body) {
        return new Notice(event, PortalDesk.ref(lead), "Sales <rejected> this lead", body, AT, Optional.empty());
    }

    private Notice task(String event, String contact, Optional<Email> whose) {
        Task task = new Task(AT.plus(Duration.ofDays(2)).atZone(ZoneId.of("Europe/Berlin")), whose);
        return new Notice(event, PortalDesk.ref(contact), "Follow up", "Reason: none", AT, Optional.of(task));
    }

    private List<JsonNode> onPortal(String path, String... properties) {
        String asked = path + "/search";
        StringBuilder names = new StringBuilder();
        List.of(properties)
                .forEach(p -> names.append(names.isEmpty() ? "" : ",").append("'" + p + "'"));
        desk.time().sleep(Duration.ofMinutes(1));
        String body = "{'filterGroups':[],'properties':[" + names + "],'limit':100}";
        List<JsonNode> found = new ArrayList<>();
        Stub.json(desk.send("POST", asked, body, "").body())
                .path("results")
                .forEach(r -> found.add(r.path("properties")));
        return found;
    }

    @Test
    void aNoteStandsOnTheTimelineAndWhateverWasTypedIsText() {
        assertThat(board.post(List.of(note("e-1", "Reason: <img src=x onerror=alert('1')>\nComment: \"a\" & b"))))
                .containsExactly(Receipt.POSTED);

        assertThat(onPortal(NOTES, "hs_note_body", "hs_timestamp"))
                .singleElement()
                .satisfies(note -> {
                    assertThat(note.path("hs_note_body").asText())
                            .isEqualTo("<p><strong>Sales &lt;rejected&gt; this lead</strong></p>"
                                    + "<p>Reason: &lt;img src=x onerror=alert(&#39;1&#39;)&gt;</p>"
                                    + "<p>Comment: &quot;a&quot; &amp; b</p><p>smarketing-e-1</p>");
                    assertThat(Instant.parse(note.path("hs_timestamp").asText()))
                            .isEqualTo(AT);
                });
    }

    @Test
    void aTaskIsDueAndIsTheOwners() {
        String ownerless = desk.contact("lead-0002@example.com", Map.of());
        String boss = desk.create("owners", Map.of("email", "boss@example.com"));
        Noticeboard again = desk.crm().renewed().noticeboard().orElseThrow();
        again.post(List.of(
                task("e-1", lead, Optional.empty()),
                task("e-2", ownerless, Optional.empty()),
                task("e-3", lead, Optional.of(new Email("boss@example.com"))),
                task("e-4", lead, Optional.of(new Email("nobody@example.com")))));

        List<JsonNode> tasks = onPortal(
                TASKS, "hubspot_owner_id", "hs_timestamp", "hs_task_subject", "hs_task_status", "hs_task_body");
        assertThat(tasks)
                .extracting(t -> t.path("hubspot_owner_id").asText(""))
                .map(owner -> owner.equals("null") ? "" : owner)
                .containsExactly(desk.rep(), "", boss, desk.rep());
        assertThat(tasks).allSatisfy(t -> {
            assertThat(t.path("hs_task_status").asText()).isEqualTo("NOT_STARTED");
            assertThat(Instant.parse(t.path("hs_timestamp").asText())).isEqualTo(AT.plus(Duration.ofDays(2)));
        });
    }

    @Test
    void whatStandsThereIsFoundAlthoughTheIndexLags() {
        desk.switches().set("index-lag", "PT30M");
        board.post(List.of(note("e-1", ""), note("e-12", ""), task("e-2", lead, Optional.empty())));

        assertThat(board.standing(
                        List.of(
                                note("e-1", ""),
                                note("e-2", ""),
                                note("e-12", ""),
                                note("e-120", ""),
                                task("e-2", lead, Optional.empty()),
                                task("e-3", lead, Optional.empty())),
                        AT))
                .containsExactlyInAnyOrder("e-1", "e-12", "e-2");
    }

    @Test
    void oneWhoseContactIsDeletedSinksNoOther() {
        String gone = desk.contact("lead-0003@example.com", Map.of());
        desk.act("contacts", gone, "delete", "", "");
        List<Receipt> receipts =
                board.post(List.of(task("e-1", gone, Optional.empty()), task("e-2", lead, Optional.empty())));

        assertThat(receipts.get(0).failure()).contains(FailureKind.GONE);
        assertThat(receipts.get(1)).isEqualTo(Receipt.POSTED);
        assertThat(onPortal(TASKS)).hasSize(1);
    }

    @Test
    void manyGoInFewCalls() {
        List<Notice> many = new ArrayList<>();
        for (int i = 0; i < 250; i++) {
            many.add(note("e-" + i, "number " + i));
        }
        desk.line().asks().clear();

        assertThat(board.post(many)).hasSize(250).containsOnly(Receipt.POSTED);
        assertThat(desk.line().asks()).hasSize(3);
        assertThat(board.standing(many, AT)).hasSize(250);
    }

    @Test
    void anAnswerThatIsLostIsNotRepeated() {
        desk.line().asks().clear();
        desk.line().cutAfter("/batch/create");

        assertThat(board.post(List.of(note("e-1", ""))).get(0).failure()).contains(FailureKind.UNKNOWN_OUTCOME);
        assertThat(desk.line().asks()).hasSize(1);
        assertThat(board.standing(List.of(note("e-1", "")), AT)).containsExactly("e-1");
    }

    @Test
    void aRefusalThatNamesNobodyIsLookedForOneByOne() {
        String refused = "'errors':[{'category':'VALIDATION_ERROR','message':'too long'}]";
        try (Stub stub = new Stub()) {
            stub.answer(
                    CREATE_NOTES,
                    Stub.status(207, "{'results':[{'objectWriteTraceId':'e-1'}]," + refused + "}"),
                    Stub.status(201, "{'results':[{'objectWriteTraceId':'e-2'}]}"),
                    Stub.status(207, "{'results':[]," + refused + "}"));

            List<Receipt> receipts = stub.open()
                    .noticeboard()
                    .orElseThrow()
                    .post(List.of(note("e-1", ""), note("e-2", ""), note("e-3", "")));

            assertThat(receipts.subList(0, 2)).containsOnly(Receipt.POSTED);
            assertThat(receipts.get(2).failure()).contains(FailureKind.REFUSED_BY_RULE);
        }
    }

    @Test
    void whatIsMadeWithoutANameIsNotMadeTwice() {
        try (Stub stub = new Stub()) {
            stub.answer(
                    CREATE_NOTES,
                    Stub.status(207, "{'results':[{'id':'1'}],'errors':[{'category':'VALIDATION_ERROR'}]}"));

            List<Receipt> receipts =
                    stub.open().noticeboard().orElseThrow().post(List.of(note("e-1", ""), note("e-2", "")));

            assertThat(receipts).allMatch(r -> r.failure().equals(Optional.of(FailureKind.UNKNOWN_OUTCOME)));
            assertThat(stub.bodies(CREATE_NOTES)).hasSize(1);
        }
    }

    @Test
    void aMissingScopeIsNamed() {
        desk.switches().set("missing-scopes", "crm.objects.contacts.write");

        Receipt receipt = board.post(List.of(note("e-1", ""))).get(0);
        assertThat(receipt.failure()).contains(FailureKind.FORBIDDEN);
        assertThat(receipt.sentence()).contains("crm.objects.contacts.write");
    }
}
