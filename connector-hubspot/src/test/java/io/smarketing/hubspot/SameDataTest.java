package io.smarketing.hubspot;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.smarketing.core.crm.Change;
import io.smarketing.core.crm.Change.Changed;
import io.smarketing.core.crm.ChangePage;
import io.smarketing.core.crm.Crm;
import io.smarketing.core.crm.Cursor;
import io.smarketing.core.crm.open.Settings;
import io.smarketing.core.crm.open.Wanted;
import io.smarketing.core.crm.record.CrmId;
import io.smarketing.core.crm.record.CrmRecord;
import io.smarketing.core.crm.record.RecordRef;
import io.smarketing.core.crm.record.RecordType;
import io.smarketing.core.lead.FieldName;
import io.smarketing.sandbox.server.Sandbox;
import io.smarketing.sandbox.server.SandboxAccess;
import io.smarketing.sandbox.server.SandboxSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two clients of one portal see the same contacts: HubSpot's own and we. */
@Tag("clients")
class SameDataTest {

    private static final Path CLIENTS = Path.of("..", "connector-sandbox", "src", "test", "clients");
    private static final RecordType CONTACT = new RecordType("contact");
    private static final int CONTACTS = 1_500;

    /** What each of them tells of a contact. */
    private record Told(String email, String lastName, String city, Instant stamp) {}

    @TempDir
    private Path folder;

    @BeforeAll
    static void install() throws IOException, InterruptedException {
        run("npm", "ci", "--no-audit", "--no-fund", "--ignore-scripts");
    }

    @Test
    void bothSeeTheSame() throws Exception {
        try (Sandbox sandbox = Sandbox.start(SandboxSettings.defaults().withoutLimits())) {
            for (int i = 0; i < CONTACTS; i++) {
                Map<String, String> contact = Map.of(
                        "email",
                        "more-%04d@example.com".formatted(i),
                        "lastname",
                        "O'Lead \"" + i + "\", <&>",
                        "city",
                        "G\u00f6teborg\nNord");
                sandbox.portal()
                        .insider()
                        .create("contacts", contact, sandbox.clock().instant());
            }
            Crm crm = open(sandbox.access().hubspot());
            Map<String, Told> listed = listed(crm);
            JsonNode theirs = theirs(sandbox.access().hubspot());

            assertThat(listed).hasSizeGreaterThan(CONTACTS);
            assertThat(of(theirs.path("listed"))).isEqualTo(listed);
            assertThat(of(theirs.path("read"))).isEqualTo(read(crm, listed.keySet()));
        }
    }

    private static Crm open(SandboxAccess.HubSpot access) {
        Wanted.Type wanted = new Wanted.Type(
                FieldName.of("smarketing_key"),
                Optional.of(FieldName.of("lifecyclestage")),
                Set.copyOf(Stream.of("email", "lastname", "city")
                        .map(FieldName::of)
                        .toList()));
        return new HubSpotProvider()
                .open(
                        new CrmId("hubspot"),
                        new Settings(Map.of("url", access.url(), "token", access.token())),
                        new Wanted(Map.of(CONTACT, wanted)),
                        new TestTime().surroundings());
    }

    private static Map<String, Told> listed(Crm crm) {
        Map<String, Told> told = new TreeMap<>();
        ChangePage page = crm.changes().read(Cursor.START);
        while (page.listing()) {
            for (Change change : page.changes()) {
                told.put(change.ref().id(), of(((Changed) change).record().orElseThrow()));
            }
            page = crm.changes().read(page.next());
        }
        return told;
    }

    private static Map<String, Told> read(Crm crm, Set<String> ids) {
        Set<RecordRef> refs =
                ids.stream().map(id -> new RecordRef(crm.id(), CONTACT, id)).collect(Collectors.toSet());
        Map<String, Told> told = new TreeMap<>();
        crm.reader().byRefs(refs).forEach((ref, record) -> told.put(ref.id(), of(record)));
        return told;
    }

    private static Told of(CrmRecord record) {
        return new Told(
                record.fields().text(FieldName.of("email")),
                record.fields().text(FieldName.of("lastname")),
                record.fields().text(FieldName.of("city")),
                record.stamp());
    }

    private static Map<String, Told> of(JsonNode rows) {
        Map<String, Told> told = new TreeMap<>();
        for (JsonNode row : rows) {
            Told contact = new Told(
                    row.path("email").asText(),
                    row.path("lastname").asText(),
                    row.path("city").asText(),
                    Instant.parse(row.path("stamp").asText()));
            told.put(row.path("id").asText(), contact);
        }
        return told;
    }

    private JsonNode theirs(SandboxAccess.HubSpot access) throws IOException, InterruptedException {
        Path file = folder.resolve("access.json");
        Files.writeString(
                file,
                JsonNodeFactory.instance
                        .objectNode()
                        .put("url", access.url())
                        .put("token", access.token())
                        .toString());
        return new ObjectMapper().readTree(run("node", "contacts.mjs", file.toString()));
    }

    private static String run(String... command) throws IOException, InterruptedException {
        Path out = Files.createTempFile("client", ".txt");
        try {
            Process process = new ProcessBuilder(command)
                    .directory(CLIENTS.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(out.toFile())
                    .start();
            if (!process.waitFor(5, TimeUnit.MINUTES)) {
                process.destroyForcibly();
            }
            String said = Files.readString(out);
            assertThat(process.waitFor()).as(said).isZero();
            return said;
        } finally {
            Files.delete(out);
        }
    }
}
