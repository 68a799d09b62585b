package io.smarketing.daemon.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import io.smarketing.core.crm.CrmProvider;
import io.smarketing.core.crm.record.CrmId;
import io.smarketing.core.crm.record.Subject;
import io.smarketing.core.lead.Fields;
import io.smarketing.core.mapping.Mapping;
import io.smarketing.core.sla.clock.Promise;
import io.smarketing.core.sla.terms.Segment;
import io.smarketing.core.sla.terms.Terms;
import io.smarketing.daemon.config.Configuration;
import io.smarketing.daemon.config.ConfigurationFolder;
import io.smarketing.daemon.config.InvalidConfiguration;
import io.smarketing.store.SqliteStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The example's agreement, accepted and changed afterwards. */
final class RatificationTest {

    private static final Path EXAMPLE = Path.of("..", "config");
    private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");

    @TempDir
    private Path folder;

    private SqliteStore store;

    @BeforeEach
    void accept() throws IOException, InvalidConfiguration {
        for (String name : List.of("connections.yaml", "mapping.yaml", "lifecycle.yaml", "agreement.yaml")) {
            Files.copy(EXAMPLE.resolve(name), folder.resolve(name));
        }
        store = SqliteStore.open(
                folder.resolve("store.db"), Map.of(new CrmId("hubspot"), "1", new CrmId("salesforce"), "2"));
        ratification().accept(NOW);
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void asManyTriesAreLookedForAsAnyVersionWants() throws IOException, InvalidConfiguration {
        change("version: 2026-1", "version: 2026-2");
        change("effective: 2026-01-01", "effective: 2026-03-03");
        change("attempts: {times: 5, within: 14d, cancel: [sql, rejected, left]}", "attempts: 14d");
        ratification().accept(NOW);

        Mapping people = Optional.ofNullable(ratification().mappings().get(Subject.PEOPLE))
                .orElseThrow();
        assertThat(people.handoff().map(h -> h.lookout().tries())).contains(5);
    }

    @Test
    void aLineOfAVersionLongPastThatNamesAFieldWhichIsNoMoreHoldsForNobody() throws IOException, InvalidConfiguration {
        change("version: 2026-1", "version: 2026-2");
        change("effective: 2026-01-01", "effective: 2026-03-03");
        change("score >= 80", "intent == \"high\"");
        Path mapping = folder.resolve("mapping.yaml");
        Files.writeString(
                mapping,
                Files.readString(mapping)
                        .replaceFirst(
                                "(?m)^fields:$",
                                "fields:\n  intent: {hubspot: x, salesforce: {Lead: X__c, Contact: X__c}}"));
        ratification().accept(NOW);
        change("intent == \"high\"", "score >= 80");
        change("version: 2026-2", "version: 2026-3");
        Files.copy(EXAMPLE.resolve("mapping.yaml"), mapping, java.nio.file.StandardCopyOption.REPLACE_EXISTING);

        Terms later = ratification().versions().version("2026-2").orElseThrow();
        assertThat(later.of(Fields.of("country", "Australia")).map(Segment::name))
                .contains("australia");
        assertThat(later.named("hot"))
                .as("for whom it was chosen when it could be read")
                .isPresent();
    }

    @Test
    void whatWasAcceptedIsJudgedByWhateverTheFileSaysNow() throws IOException, InvalidConfiguration {
        change("first-touch: 1h", "first-touch: 9h");

        Terms terms = ratification().versions().version("2026-1").orElseThrow();
        assertThat(terms.named("hot").orElseThrow().promises())
                .extracting(Promise::within)
                .contains(Duration.ofHours(1));
        assertThat(terms.accepted()).isEqualTo(NOW);
    }

    private Ratification ratification() throws InvalidConfiguration {
        List<CrmProvider> providers = ServiceLoader.load(CrmProvider.class).stream()
                .map(ServiceLoader.Provider::get)
                .toList();
        Map<String, String> variables = Map.of(
                "HUBSPOT_TOKEN", "x-1",
                "SALESFORCE_URL", "https://example.my.salesforce.com",
                "SALESFORCE_CLIENT_ID", "x-2",
                "SALESFORCE_CLIENT_SECRET", "x-3");
        Configuration read = new ConfigurationFolder(folder, providers, variables).read();
        return new Ratification(read, store);
    }

    private void change(String from, String to) throws IOException {
        Path file = folder.resolve("agreement.yaml");
        String text = Files.readString(file);
        assertThat(text).contains(from);
        Files.writeString(file, text.replace(from, to));
    }
}
