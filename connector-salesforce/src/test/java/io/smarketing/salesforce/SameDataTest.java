package io.smarketing.salesforce;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sforce.soap.partner.PartnerConnection;
import com.sforce.soap.partner.QueryResult;
import com.sforce.soap.partner.sobject.SObject;
import com.sforce.ws.ConnectionException;
import com.sforce.ws.ConnectorConfig;
import io.smarketing.core.crm.Change;
import io.smarketing.core.crm.Crm;
import io.smarketing.core.crm.Cursor;
import io.smarketing.core.crm.record.CrmRecord;
import io.smarketing.core.lead.FieldName;
import io.smarketing.sandbox.server.Sandbox;
import io.smarketing.sandbox.server.SandboxAccess;
import io.smarketing.sandbox.server.SandboxSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Three clients of one org see the same leads: jsforce, Salesforce's own SOAP library, and we. */
@Tag("clients")
class SameDataTest {

    private static final Path CLIENTS = Path.of("..", "connector-sandbox", "src", "test", "clients");
    private static final int LEADS = 2_500;

    /** What each of them tells of a lead. */
    private record Told(String email, String lastName, String city, Instant stamp) {}

    @TempDir
    private Path folder;

    @BeforeAll
    static void install() throws IOException, InterruptedException {
        run("npm", "ci", "--no-audit", "--no-fund", "--ignore-scripts");
    }

    @Test
    void allThreeSeeTheSame() throws Exception {
        try (Sandbox sandbox = Sandbox.start(SandboxSettings.defaults().withoutLimits())) {
            for (int i = 0; i < LEADS; i++) {
                Map<String, String> lead = Map.of(
                        "LastName",
                        "O'Lead \"" + i + "\", <&>",
                        "Company",
                        "Acme",
                        "City",
                        "G\u00f6teborg\nNord",
                        "Email",
                        "more-%04d@example.com".formatted(i));
                sandbox.org().insider().create("Lead", lead, sandbox.clock().instant());
            }
            SandboxAccess.Salesforce access = sandbox.access().salesforce();
            Map<String, Told> ours = ours(access);
            JsonNode theirs = jsforce(access);

            assertThat(ours).hasSizeGreaterThan(LEADS);
            assertThat(of(theirs.path("query"))).isEqualTo(ours);
            assertThat(of(theirs.path("job"))).isEqualTo(ours);
            assertThat(soap(access)).isEqualTo(ours);
        }
    }

    private static Map<String, Told> ours(SandboxAccess.Salesforce access) {
        Crm crm = new SalesforceProvider(new OkHttpClient())
                .open(
                        StubOrg.SALES,
                        StubOrg.settingsAt(
                                access.url(), "client-secret", access.clientSecret(), "client-id", access.clientId()),
                        StubOrg.wantedOfLead("LastName", "Company", "Email", "City"),
                        new VirtualTime().surroundings());
        Map<String, Told> told = new TreeMap<>();
        for (Change change : SandboxOrg.changes(SandboxOrg.pages(crm, Cursor.START))) {
            if (change instanceof Change.Changed changed && changed.record().isPresent()) {
                CrmRecord r = changed.record().get();
                told.put(r.ref().id(), new Told(text(r, "Email"), text(r, "LastName"), text(r, "City"), r.stamp()));
            }
        }
        return told;
    }

    private static String text(CrmRecord record, String field) {
        return record.fields().text(FieldName.of(field));
    }

    private JsonNode jsforce(SandboxAccess.Salesforce access) throws IOException, InterruptedException {
        ObjectNode json =
                JsonNodeFactory.instance.objectNode().put("url", access.url()).put("accessToken", access.accessToken());
        Path file = Files.writeString(folder.resolve("access.json"), json.toString());
        return new ObjectMapper().readTree(run("node", "leads.mjs", file.toString()));
    }

    private static Map<String, Told> of(JsonNode rows) {
        Map<String, Told> told = new TreeMap<>();
        rows.forEach(r -> told.put(
                r.path("Id").asText(),
                new Told(
                        r.path("Email").asText(),
                        r.path("LastName").asText(),
                        r.path("City").asText(),
                        Instant.parse(r.path("SystemModstamp").asText()))));
        return told;
    }

    private static Map<String, Told> soap(SandboxAccess.Salesforce access) throws ConnectionException {
        ConnectorConfig config = new ConnectorConfig();
        String endpoint = access.url() + "/services/Soap/u/65.0";
        config.setAuthEndpoint(endpoint);
        config.setServiceEndpoint(endpoint);
        config.setSessionId(access.accessToken());
        PartnerConnection partner = new PartnerConnection(config);
        Map<String, Told> told = new TreeMap<>();
        QueryResult found = partner.query("SELECT Id, Email, LastName, City, SystemModstamp FROM Lead");
        Arrays.stream(found.getRecords()).forEach(row -> told.put(row.getId(), of(row)));
        while (!found.isDone()) {
            found = partner.queryMore(found.getQueryLocator());
            Arrays.stream(found.getRecords()).forEach(row -> told.put(row.getId(), of(row)));
        }
        return told;
    }

    private static Told of(SObject row) {
        return new Told(
                value(row, "Email"),
                value(row, "LastName"),
                value(row, "City"),
                Instant.parse(value(row, "SystemModstamp")));
    }

    private static String value(SObject row, String field) {
        return Optional.ofNullable(row.getField(field)).map(Object::toString).orElse("");
    }

    private static String run(String... command) throws IOException, InterruptedException {
        Path output = Files.createTempFile("clients", ".txt");
        Process process = new ProcessBuilder(command)
                .directory(CLIENTS.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        boolean ended = process.waitFor(2, TimeUnit.MINUTES);
        String said = Files.readString(output);
        Files.delete(output);
        assertThat(ended).as("%s ended: %s", command[0], said).isTrue();
        assertThat(process.exitValue()).as("%s said: %s", command[0], said).isZero();
        return said;
    }
}
