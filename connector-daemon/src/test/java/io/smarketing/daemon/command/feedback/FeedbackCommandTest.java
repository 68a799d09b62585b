package io.smarketing.daemon.command.feedback;

import static org.assertj.core.api.Assertions.assertThat;

import io.smarketing.core.crm.record.CrmId;
import io.smarketing.core.feedback.Feedback;
import io.smarketing.core.feedback.Returned;
import io.smarketing.core.lead.Email;
import io.smarketing.core.person.Sighting;
import io.smarketing.daemon.InProcess;
import io.smarketing.store.SqliteStore;
import io.smarketing.testkit.books.Samples;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What marketing acknowledges by command, on a store with two people who share an address. */
final class FeedbackCommandTest {

    private static final Path EXAMPLE = Path.of("..", "config");
    private static final CrmId HUBSPOT = new CrmId("hubspot");
    private static final Map<CrmId, String> ACCOUNTS = Map.of(HUBSPOT, "1", new CrmId("salesforce"), "2");
    private static final Email SHARED = new Email("lead-0001@example.com");

    @TempDir
    private Path folder;

    @BeforeEach
    void store() throws IOException {
        for (String name : List.of("mapping.yaml", "lifecycle.yaml", "agreement.yaml")) {
            Files.copy(EXAMPLE.resolve(name), folder.resolve(name));
        }
        Files.writeString(
                folder.resolve("connections.yaml"),
                Files.readString(EXAMPLE.resolve("connections.yaml"))
                        .replace("${env:SALESFORCE_URL}", "https://example.my.salesforce.com")
                        .replaceAll("\\$\\{env:\\w+}", "x"));
        try (SqliteStore store = open()) {
            store.ledger().record(Samples.wave(Samples.person(1), Samples.person(2)));
            store.ledger().record(Samples.seen(sighting(1), sighting(2)));
            store.feedback().sentBack(List.of(returned(1, 1), returned(1, 2), returned(2, 1)));
        }
    }

    @Test
    void whoMatchesBesideAnotherIsNotAnsweredFor() {
        InProcess refused = acknowledge(SHARED.address());

        assertThat(refused.exit()).isEqualTo(1);
        assertThat(refused.err()).contains("2 are known so: name the one by our id, which `explain` tells.");
        assertThat(answered()).isEmpty();
    }

    @Test
    void itAnswersForTheLastPassThatHasNoAnswer() {
        assertThat(acknowledge(Samples.id(1).toString()).exit()).isZero();
        assertThat(answered()).containsExactly(returned(1, 2));

        assertThat(acknowledge(Samples.id(1).toString()).exit()).isZero();
        assertThat(answered()).containsExactly(returned(1, 1), returned(1, 2));
        assertThat(acknowledge(Samples.id(1).toString()).exit()).isEqualTo(1);
    }

    private List<Returned> answered() {
        try (SqliteStore store = open()) {
            return store.feedback().all().stream()
                    .filter(f -> f.answer().isPresent())
                    .map(Feedback::lead)
                    .toList();
        }
    }

    private InProcess acknowledge(String who) {
        return InProcess.run(
                "feedback",
                "acknowledge",
                who,
                "--by",
                "marketing@example.com",
                "--change",
                "No more cold lists",
                "--config",
                folder.toString());
    }

    private SqliteStore open() {
        return SqliteStore.open(folder.resolve("state/smarketing.db"), ACCOUNTS);
    }

    private static Sighting sighting(int person) {
        return new Sighting(
                Samples.ref(HUBSPOT, "contact", person),
                Optional.of(Samples.id(person)),
                "key-" + person,
                Optional.of(SHARED),
                Samples.AT,
                Samples.AT,
                true,
                true);
    }

    private static Returned returned(int person, int pass) {
        return new Returned(
                Samples.id(person),
                pass,
                Samples.AT.plusSeconds(pass),
                "rejected",
                "too early",
                Optional.empty(),
                false);
    }
}
