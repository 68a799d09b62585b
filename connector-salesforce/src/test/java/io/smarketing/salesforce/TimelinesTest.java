package io.smarketing.salesforce;

import static io.smarketing.salesforce.SandboxOrg.ref;
import static io.smarketing.salesforce.StubOrg.LEAD;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smarketing.core.crm.failure.FailureKind;
import io.smarketing.core.crm.notice.Notice;
import io.smarketing.core.crm.notice.Noticeboard;
import io.smarketing.core.crm.notice.Receipt;
import io.smarketing.core.crm.notice.Task;
import io.smarketing.core.lead.Email;
import io.smarketing.sandbox.kernel.Insider.BadRow;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import org.junit.jupiter.api.Test;

/** What people are told on the timelines of the sandbox's org. */
class TimelinesTest {

    private final SandboxOrg sandbox = new SandboxOrg();
    private final Instant at = sandbox.clock.instant();
    private final Noticeboard board = sandbox.crm.noticeboard().orElseThrow();

    private Notice note(String event, String lead, String body) {
        return new Notice(event, ref(LEAD, lead), "Told", body, at, Optional.empty());
    }

    private Notice task(String event, String lead, Optional<Email> whose) {
        Task task = new Task(at.plus(Duration.ofDays(2)).atZone(ZoneId.of("Pacific/Auckland")), whose);
        return new Notice(event, ref(LEAD, lead), "See to it", "Reason: none", at, Optional.of(task));
    }

    private String user(String email) throws BadRow {
        return sandbox.inside.create(
                "User",
                Map.of("Username", email, "Email", email, "LastName", "User", "Alias", "user", "IsActive", "true"),
                sandbox.clock.instant());
    }

    /** That field of all tasks, as another client sees it. */
    private List<String> on(String field) {
        OkHttpClient client =
                new OkHttpClient.Builder().addInterceptor(sandbox.line).build();
        String login = "grant_type=client_credentials&client_id=app&client_secret=s3cret";
        RequestBody form = RequestBody.create(login, MediaType.get("application/x-www-form-urlencoded"));
        JsonNode pass = answer(
                client,
                new Request.Builder()
                        .url("http://org.test/services/oauth2/token")
                        .post(form)
                        .build());
        HttpUrl url = HttpUrl.get("http://org.test/services/data/v65.0/query")
                .newBuilder()
                .addQueryParameter("q", "SELECT " + field + " FROM Task ORDER BY Id")
                .build();
        JsonNode found = answer(
                client,
                new Request.Builder()
                        .url(url)
                        .header(
                                "Authorization",
                                "Bearer " + pass.path("access_token").asText())
                        .build());
        List<String> values = new ArrayList<>();
        found.path("records").forEach(row -> values.add(row.path(field).asText()));
        return values;
    }

    private static JsonNode answer(OkHttpClient client, Request request) {
        try (Response response = client.newCall(request).execute()) {
            return new ObjectMapper().readTree(response.body().string());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void whatAsksNothingOfAnybodyIsATaskThatIsDone() throws BadRow {
        String lead = sandbox.lead("lead-0001@example.com");

        assertThat(board.post(List.of(note("e-1", lead, "x' OR Name != '\n<b>bold</b>"))))
                .containsExactly(Receipt.POSTED);
        assertThat(on("WhoId")).containsExactly(lead);
        assertThat(on("Subject")).containsExactly("Told");
        assertThat(on("Description")).containsExactly("x' OR Name != '\n<b>bold</b>\n\nsmarketing-e-1");
        assertThat(on("IsClosed")).containsExactly("true");
    }

    @Test
    void aTaskIsTheOwnersOrTheOnesWhoIsNamedAndIsDueByTheirCalendar() throws BadRow {
        String rep = user("rep@example.com");
        String boss = user("boss@example.com");
        String owned = sandbox.lead("lead-0001@example.com");
        sandbox.set("Lead", owned, "OwnerId", rep);
        String ours = sandbox.lead("lead-0002@example.com");
        sandbox.time.sleep(Duration.ofMinutes(2));
        board.post(List.of(
                task("e-1", owned, Optional.empty()),
                task("e-2", owned, Optional.of(new Email("boss@example.com"))),
                task("e-3", ours, Optional.empty())));

        List<String> owners = on("OwnerId");
        assertThat(owners.subList(0, 2)).containsExactly(rep, boss);
        assertThat(owners.get(2)).startsWith("005").isNotIn(rep, boss);
        assertThat(on("IsClosed")).containsOnly("false");
        assertThat(on("ActivityDate")).containsOnly("2026-11-22");
    }

    @Test
    void whatStandsThereIsFoundAlsoAfterItWasDeletedAndNeverATouch() throws BadRow {
        String lead = sandbox.lead("lead-0001@example.com");
        board.post(List.of(note("e-1", lead, ""), task("e-12", lead, Optional.empty())));
        sandbox.set("Task", on("Id").get(1), "Status", "Completed");
        sandbox.act("Task", on("Id").get(0), "delete");
        sandbox.later(Duration.ofMinutes(1));

        assertThat(board.standing(
                        List.of(note("e-1", lead, ""), note("e-2", lead, ""), task("e-12", lead, Optional.empty())),
                        at))
                .containsExactlyInAnyOrder("e-1", "e-12");
        assertThat(sandbox.crm.activity().touches(Map.of(ref(LEAD, lead), at.minusSeconds(60))))
                .isEmpty();
    }

    @Test
    void onlyWhatMayBeOneOfThemIsLookedAt() throws BadRow {
        String lead = sandbox.lead("lead-0001@example.com");
        board.post(List.of(note("e-1", lead, ""), task("e-2", lead, Optional.empty())));
        Notice entitled = new Notice("e-2", ref(LEAD, lead), "Told", "", at, Optional.empty());

        assertThat(board.standing(List.of(note("e-1", lead, ""), entitled), at)).containsExactly("e-1");
        assertThat(board.standing(List.of(note("e-1", lead, "")), at.plus(Duration.ofHours(1))))
                .isEmpty();
    }

    @Test
    void oneWhoseLeadIsDeletedSinksNoOther() throws BadRow {
        String gone = sandbox.lead("lead-0001@example.com");
        String lead = sandbox.lead("lead-0002@example.com");
        sandbox.act("Lead", gone, "delete");

        List<Receipt> receipts = board.post(List.of(task("e-1", gone, Optional.empty()), note("e-2", lead, "")));
        assertThat(receipts.get(0).failure()).isPresent().isNotEqualTo(Optional.of(FailureKind.UNKNOWN_OUTCOME));
        assertThat(receipts.get(1)).isEqualTo(Receipt.POSTED);
        assertThat(on("WhoId")).containsExactly(lead);
    }

    @Test
    void manyGoInFewCalls() throws BadRow {
        String lead = sandbox.lead("lead-0001@example.com");
        List<Notice> many = new ArrayList<>();
        for (int i = 0; i < 450; i++) {
            many.add(note("e-" + i, lead, "number " + i));
        }
        long calls = sandbox.crm.quota().calls();

        assertThat(board.post(many)).hasSize(450).containsOnly(Receipt.POSTED);
        assertThat(sandbox.crm.quota().calls()).isEqualTo(calls + 3);
        assertThat(board.standing(many, at)).hasSize(450);
    }
}
