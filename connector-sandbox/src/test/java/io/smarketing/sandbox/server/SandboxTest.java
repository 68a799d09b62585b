package io.smarketing.sandbox.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smarketing.sandbox.data.FakeCrm;
import io.smarketing.sandbox.kernel.Ask;
import io.smarketing.sandbox.kernel.SandboxProblem;
import io.smarketing.sandbox.server.http.Observer.Moment;
import io.smarketing.sandbox.server.http.Observer.Request;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class SandboxTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http = HttpClient.newHttpClient();
    private final FakeCrm portal = FakeCrm.hubspot();
    private final FakeCrm org = FakeCrm.salesforce();

    @TempDir
    Path folder;

    private Sandbox sandbox;

    @BeforeEach
    void start() throws IOException {
        Files.createDirectories(folder.resolve("data/salesforce"));
        Files.writeString(
                folder.resolve("data/salesforce/Lead.csv"),
                "Email,LastName\nlead-0001@example.com,One\nlead-0002@example.com,Two\n");
        Files.writeString(
                folder.resolve("data/timeline.csv"),
                "at,crm,object,key,action,field,value\n"
                        + "2026-03-01T10:00:00Z,salesforce,Lead,lead-0001@example.com,set,Company,A\n"
                        + "2026-03-01T11:00:00Z,hubspot,contacts,lead-0009@example.com,set,company,A\n");
        sandbox = start(settings());
    }

    @AfterEach
    void stop() {
        sandbox.close();
    }

    @Test
    void aRequestReachesItsCrmAsItWasSent() throws Exception {
        String url = sandbox.access().hubspot().url();
        HttpResponse<String> answer =
                send(HttpRequest.newBuilder(URI.create(url + "/crm/a%2Fb/c?after=1&name=%C3%A4+b&name=2&flag"))
                        .header("Authorization", "Bearer t")
                        .method("PATCH", BodyPublishers.ofString("{\"a\":\"\u00e4\"}")));
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/json;charset=utf-8");
        Ask ask = portal.asks.get(0);
        assertThat(ask.method()).isEqualTo("PATCH");
        assertThat(ask.path()).isEqualTo("/crm/a%2Fb/c");
        assertThat(ask.query()).containsEntry("name", List.of("\u00e4 b", "2")).containsEntry("flag", List.of(""));
        assertThat(ask.header("authorization")).contains("Bearer t");
        assertThat(ask.body()).isEqualTo("{\"a\":\"\u00e4\"}");
        assertThat(ask.baseUrl()).isEqualTo(url);
        assertThat(org.asks).isEmpty();
    }

    @Test
    void latencyIsMeasuredFromArrivalAndRequestsInFlightDoNotHoldUpEachOther() throws Exception {
        get("/warm");
        sandbox.fault("latency", "200ms");
        long begun = System.nanoTime();
        List<CompletableFuture<HttpResponse<String>>> flights = IntStream.range(0, 30)
                .mapToObj(i -> http.sendAsync(
                        HttpRequest.newBuilder(hubspot("/crm/" + i)).build(), BodyHandlers.ofString()))
                .toList();
        flights.forEach(CompletableFuture::join);
        assertThat(Duration.ofNanos(System.nanoTime() - begun))
                .isBetween(Duration.ofMillis(200), Duration.ofSeconds(4));
    }

    @Test
    void burstsAreAnsweredInTheCrmsPlaceAndUsedUp() throws Exception {
        post("/__admin/sandbox/faults", "{\"burst-429\":\"2\",\"html-502\":1}");
        assertThat(get("/a").statusCode()).isEqualTo(429);
        assertThat(get("/a").statusCode()).isEqualTo(429);
        assertThat(get("/a").body()).startsWith("<html>");
        assertThat(get("/a").statusCode()).isEqualTo(200);
        assertThat(portal.asks).hasSize(1);
        JsonNode stats = json(get("/__admin/sandbox/stats"));
        assertThat(stats.at("/hubspot/calls").asInt()).isEqualTo(1);
        assertThat(stats.at("/hubspot/answeredByFault").asInt()).isEqualTo(3);
        assertThat(stats.at("/hubspot/refusedForRate").asInt()).isZero();
    }

    @Test
    void refusalsOfTheCrmItselfAreCounted() throws Exception {
        get("/refused");
        get("/a");
        assertThat(sandbox.counts().get("hubspot").calls()).isEqualTo(2);
        assertThat(sandbox.counts().get("hubspot").refusedForRate()).isEqualTo(1);
        assertThat(sandbox.counts().get("salesforce").calls()).isZero();
    }

    @Test
    void aResetAfterAWriteLosesTheAnswerButNotTheWrite() throws Exception {
        sandbox.fault("hubspot.reset-after-write", "1");
        assertThat(get("/a").statusCode()).isEqualTo(200);
        assertThat(post("/crm/v3/objects/contacts/batch/read", "{}").statusCode())
                .isEqualTo(200);
        assertThatThrownBy(() -> post("/crm/v3/objects/contacts", "{}")).isInstanceOf(IOException.class);
        assertThat(portal.asks).hasSize(3);
        assertThat(post("/crm/v3/objects/contacts", "{}").statusCode()).isEqualTo(200);
    }

    @Test
    void aResetBeforeAWriteLosesBoth() {
        sandbox.fault("reset-before-write", "1");
        assertThatThrownBy(() -> post("/crm/v3/objects/contacts", "{}")).isInstanceOf(IOException.class);
        assertThat(portal.asks).isEmpty();
    }

    @Test
    void severalReadsInOneCallAreNoWriteAndOneWriteAmongThemIs() throws Exception {
        sandbox.fault("reset-before-write", "1");
        String read = "{\"method\":\"GET\",\"url\":\"/services/data/v66.0/query?q=x\"}";
        String write = "{\"method\" : \"PATCH\",\"url\":\"/services/data/v66.0/sobjects/Lead/1\"}";
        String path = "/services/data/v66.0/composite";
        assertThat(post(path, "{\"compositeRequest\":[" + read + "," + read + "]}")
                        .statusCode())
                .isEqualTo(200);
        assertThatThrownBy(() -> post(path, "{\"compositeRequest\":[" + read + "," + write + "]}"))
                .isInstanceOf(IOException.class);
    }

    @Test
    void anUnknownSwitchOrAValueThatMakesNoSenseIsRefusedWithTheRemedyAndNothingIsSet() throws Exception {
        HttpResponse<String> answer = post("/__admin/sandbox/faults", "{\"latency\":\"5ms\",\"latenzy\":\"1\"}");
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("'latenzy'", "burst-429", "late-commit", "latency");
        assertThat(json(get("/__admin/sandbox/faults")).get("on")).isEmpty();
        assertThat(post("/__admin/sandbox/faults", "{\"burst-429\":\"many\"}").body())
                .contains("burst-429 takes a number");
        assertThat(post("/__admin/sandbox/faults", "{\"latency\":\"soon\"}").body())
                .contains("latency takes a duration");
        assertThat(post("/__admin/sandbox/faults", "[").body()).contains("the body is not JSON");
        assertThat(post("/__admin/sandbox/faults", "{\"late-commit\":\"5s\",\"index-lag\":\"2s\"}")
                        .statusCode())
                .isEqualTo(200);
        assertThat(json(get("/__admin/sandbox/faults")).at("/on/index-lag").asText())
                .isEqualTo("2s");
        assertThat(json(get("/__admin/sandbox/faults")).at("/on/late-commit").asText())
                .isEqualTo("5s");
        assertThatThrownBy(() -> sandbox.fault("nothing", "1"))
                .isInstanceOf(SandboxProblem.class)
                .hasMessageContaining("late-commit");
    }

    @Test
    void theClockStartsAnHourBeforeTheTimelineAndMovesForwardOnly() throws Exception {
        assertThat(sandbox.loaded().start()).isEqualTo(Instant.parse("2026-03-01T09:00:00Z"));
        Instant before =
                Instant.parse(json(get("/__admin/sandbox/clock")).get("now").asText());
        assertThat(before).isAfterOrEqualTo(sandbox.loaded().start()).isBefore(Instant.parse("2026-03-01T09:10:00Z"));
        Instant after = Instant.parse(json(post("/__admin/sandbox/clock", "{\"advance\":\"PT20M\"}"))
                .get("now")
                .asText());
        assertThat(after).isAfterOrEqualTo(before.plus(Duration.ofMinutes(20)));
        assertThat(post("/__admin/sandbox/clock", "{\"advance\":\"-PT1S\"}").statusCode())
                .isEqualTo(400);
        assertThat(post("/__admin/sandbox/clock", "{}").statusCode()).isEqualTo(400);
    }

    @Test
    void theReplayIsStartedAndToldOnBothPorts() throws Exception {
        assertThat(json(get("/__admin/sandbox/replay")).get("waiting").asInt()).isEqualTo(2);
        post("/__admin/sandbox/replay", "");
        JsonNode told = json(get("/__admin/sandbox/replay"));
        while (told.get("done").asInt() < 1) {
            told = json(http.send(
                    HttpRequest.newBuilder(salesforce("/__admin/sandbox/replay"))
                            .build(),
                    BodyHandlers.ofString()));
        }
        assertThat(told.get("waiting").asInt()).isEqualTo(1);
        assertThat(told.has("waitingFor")).isFalse();
        assertThat(sandbox.clock().instant()).isAfterOrEqualTo(Instant.parse("2026-03-01T10:00:00Z"));
    }

    @Test
    void aLeadIsConvertedByItsAddressOrId() throws Exception {
        JsonNode ids = json(post("/__admin/sandbox/convert", "{\"email\":\"lead-0002@example.com\"}"));
        assertThat(ids.get("leadId").asText()).isEqualTo("Lead-2");
        assertThat(ids.get("contactId").asText()).startsWith("Contact-");
        assertThat(post("/__admin/sandbox/convert", "{\"leadId\":\"Lead-2\"}").body())
                .contains("already");
        assertThat(post("/__admin/sandbox/convert", "{\"email\":\"nobody@example.com\"}")
                        .statusCode())
                .isEqualTo(404);
        assertThat(post("/__admin/sandbox/convert", "{}").statusCode()).isEqualTo(400);
    }

    @Test
    void theRequestLogKeepsRequestsWithTheirBodiesCut() throws Exception {
        post("/crm/long", "x".repeat(10_000));
        get("/crm/short?a=b");
        JsonNode log = json(get("/__admin/requests")).get("requests");
        assertThat(log).hasSize(2);
        assertThat(log.get(0).at("/request/url").asText()).isEqualTo("/crm/short?a=b");
        assertThat(log.get(1).at("/request/body").asText()).isEqualTo("x".repeat(4096));
        assertThat(log.get(1).at("/response/status").asInt()).isEqualTo(200);
        assertThat(log.get(1).at("/response/body").asText().length()).isLessThanOrEqualTo(4096);
        assertThat(log.get(1).at("/request/loggedDate").asLong()).isPositive();
        assertThat(log.get(1).at("/timing/totalTime").isNumber()).isTrue();
        assertThat(portal.asks.get(0).body()).hasSize(10_000);
    }

    @Test
    void theCrmIsStillThereAfterAResetOfWireMock() throws Exception {
        post("/__admin/reset", "");
        assertThat(get("/a").statusCode()).isEqualTo(200);
    }

    @Test
    void anObserverSeesEachRequestBeforeAndAfterItsAnswer() throws Exception {
        List<String> seen = new CopyOnWriteArrayList<>();
        sandbox.observe((moment, request) -> seen.add(moment + " " + number(request) + " " + portal.asks.size()));
        get("/a");
        post("/crm/v3/objects/contacts", "{}");
        while (seen.size() < 4) {
            LockSupport.parkNanos(1_000_000);
        }
        assertThat(seen)
                .containsExactly(
                        Moment.BEFORE_ANSWER + " 1 GET false 200 1",
                        Moment.AFTER_ANSWER + " 1 GET false 200 1",
                        Moment.BEFORE_ANSWER + " 2 POST true 200 2",
                        Moment.AFTER_ANSWER + " 2 POST true 200 2");
    }

    @Test
    void aPortInUseIsNamedWithTheRemedyAndNothingStaysOpen() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, java.net.InetAddress.getByName("127.0.0.1"))) {
            int port = taken.getLocalPort();
            assertThatThrownBy(() -> start(settings().onPorts(0, port)))
                    .isInstanceOf(SandboxProblem.class)
                    .hasMessage("port " + port + " is in use: stop what listens there, or choose another with"
                            + " --salesforce-port (0 takes any free one)");
        }
    }

    @Test
    void theAccessNamesAKeyFileThatOnlyItsOwnerReads() throws Exception {
        Path key = Path.of(sandbox.access().salesforce().privateKeyFile());
        assertThat(key).hasParentRaw(folder.resolve("keys"));
        assertThat(Files.getPosixFilePermissions(key))
                .containsExactlyInAnyOrder(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);
        assertThat(Files.readString(key)).startsWith("-----BEGIN PRIVATE KEY-----\n");
        JsonNode json = JSON.valueToTree(sandbox.access());
        List<String> names = new ArrayList<>();
        json.get("salesforce").fieldNames().forEachRemaining(names::add);
        assertThat(names)
                .containsExactly(
                        "url",
                        "loginUrl",
                        "clientId",
                        "clientSecret",
                        "username",
                        "privateKeyFile",
                        "accessToken",
                        "apiVersion");
    }

    private SandboxSettings settings() {
        return SandboxSettings.defaults().withData(folder.resolve("data")).withKeyFolder(folder.resolve("keys"));
    }

    private Sandbox start(SandboxSettings settings) {
        return Sandbox.start(
                settings,
                (credentials, key) ->
                        World.fill(settings, InstantSource.system(), (clock, s) -> portal, (clock, s) -> org));
    }

    private static String number(Request request) {
        return request.number() + " " + request.ask().method() + " " + request.write() + " " + request.status();
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(hubspot(path)));
    }

    private HttpResponse<String> post(String path, String body) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(hubspot(path)).POST(BodyPublishers.ofString(body)));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return http.send(request.build(), BodyHandlers.ofString());
    }

    private URI hubspot(String path) {
        return URI.create(sandbox.access().hubspot().url() + path);
    }

    private URI salesforce(String path) {
        return URI.create(sandbox.access().salesforce().url() + path);
    }

    private static JsonNode json(HttpResponse<String> answer) throws IOException {
        assertThat(answer.statusCode()).isEqualTo(200);
        return JSON.readTree(answer.body());
    }
}
