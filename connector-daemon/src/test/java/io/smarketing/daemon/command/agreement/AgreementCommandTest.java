package io.smarketing.daemon.command.agreement;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smarketing.core.crm.record.CrmId;
import io.smarketing.daemon.InProcess;
import io.smarketing.store.SqliteStore;
import io.smarketing.store.clock.AcceptedAgreement;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The example's agreement, through the commands that show it. */
final class AgreementCommandTest {

    private static final Path EXAMPLE = Path.of("..", "config");

    @TempDir
    private Path folder;

    @BeforeEach
    void example() throws IOException {
        for (String name : List.of("mapping.yaml", "lifecycle.yaml", "agreement.yaml")) {
            Files.copy(EXAMPLE.resolve(name), folder.resolve(name));
        }
        String connections = Files.readString(EXAMPLE.resolve("connections.yaml"))
                .replace("${env:SALESFORCE_URL}", "https://example.my.salesforce.com")
                .replaceAll("\\$\\{env:\\w+}", "x");
        Files.writeString(folder.resolve("connections.yaml"), connections);
    }

    @Test
    void showTellsTheWordsByTheCriteriaThatStandBehindThem() {
        InProcess show = agreement("show");

        assertThat(show.exit()).as(show.err()).isZero();
        assertThat(show.out())
                .contains("Agreement, version 2026-1, holds from 2026-01-01")
                .contains("company is large enough: employees >= 50")
                .contains("opportunities a year: 800, of which 25% are won")
                .contains("of these from marketing: 2,400, which is 60%")
                .contains("first-touch: 1h from assigned until touched; off when left or rejected")
                .contains("attempts: 14d from assigned until touched 5 times; off when left, rejected or sql")
                .contains("warned of at 50% and at 80%")
                .contains("to be looked at again every 3 months, next on ");
    }

    @Test
    void showIsJsonForPrograms() throws IOException {
        JsonNode show = new ObjectMapper()
                .readTree(agreement("show", "--output", "json").out());

        assertThat(show.path("version").asText()).isEqualTo("2026-1");
        assertThat(show.path("chapters").get(0).path("title").asText()).isEqualTo("The parties");
    }

    @Test
    void printIsAPageInWhichNothingOfTheFileIsMarkup() throws IOException {
        change(
                "owner: sales@your-company.example, signs: Head of Sales",
                "owner: sales@your-company.example, signs: '<script>x</script> & \"y\"'");

        Path page = folder.resolve("page.html");
        InProcess print = agreement("print", "--to", page.toString());
        assertThat(print.exit()).isZero();
        assertThat(print.out()).isEqualTo("The agreement, version 2026-1, is in " + page + ".\n");

        assertThat(Files.readString(page))
                .contains("&lt;script&gt;x&lt;/script&gt; &amp; &quot;y&quot;")
                .doesNotContain("<script>")
                .contains("to be looked at again every 3 months", "warned of at 80%", "from handed-over until sql")
                .contains("<small>owner: marketing@your-company.example")
                .endsWith("</html>\n");
    }

    @Test
    void printReplacesItsOwnPageAndNothingElse() throws IOException {
        Path page = folder.resolve("page.html");
        assertThat(agreement("print", "--to", page.toString()).exit()).isZero();
        assertThat(agreement("print", "--to", page.toString()).exit()).isZero();
        Files.writeString(page, "<p>minutes of a meeting</p>");

        InProcess print = agreement("print", "--to", page.toString());

        assertThat(print.exit()).isEqualTo(1);
        assertThat(print.err()).contains("is no page of this command: name another file");
        assertThat(page).hasContent("<p>minutes of a meeting</p>");
    }

    @Test
    void aVersionThatSaysSomethingElseThanWhatWasAcceptedIsRefused() throws IOException {
        accept();
        assertThat(agreement("diff").out()).contains("Nothing differs from version 2026-1.");
        change("      first-touch: 1h", "      first-touch: 2h # sooner was too hard");

        InProcess diff = agreement("diff");

        assertThat(diff.exit()).isEqualTo(1);
        assertThat(diff.out())
                .contains("- sales / hot / promises / first-touch: 1h\n  + sales / hot / promises / first-touch: 2h\n")
                .contains(
                        "It cannot be accepted so: version 2026-1 was accepted on 2026-01-01 and says something else");
    }

    @Test
    void aCriterionBehindAWordIsPartOfWhatWasAgreed() throws IOException {
        accept();
        Path lifecycle = folder.resolve("lifecycle.yaml");
        Files.writeString(lifecycle, Files.readString(lifecycle).replace("employees >= 50", "employees >= 20"));

        InProcess diff = agreement("diff");

        assertThat(diff.exit()).isEqualTo(1);
        assertThat(diff.out()).contains("+ glossary / MQL / criteria / company is large enough: employees >= 20");
    }

    @Test
    void aNewVersionHoldsFromALaterDay() throws IOException {
        accept();
        change("version: 2026-1", "version: 2026-2");
        assertThat(agreement("diff").out()).contains("change what version 2026-1 has judged");
        change("effective: 2026-01-01", "effective: 2999-01-01");

        assertThat(agreement("diff").exit()).isZero();
        assertThat(agreement("history").out()).contains("version 2026-1 holds from 2026-01-01T00:00:00Z");
    }

    @Test
    void theOrderOfSegmentsIsPartOfWhatWasAgreed() throws IOException {
        accept();
        Path file = folder.resolve("agreement.yaml");
        String text = Files.readString(file);
        int hot = text.indexOf("  hot:\n");
        int australia = text.indexOf("  australia:\n");
        int others = text.indexOf("  all others:\n");
        Files.writeString(
                file,
                text.substring(0, hot)
                        + text.substring(australia, others)
                        + text.substring(hot, australia)
                        + text.substring(others));

        InProcess diff = agreement("diff");

        assertThat(diff.exit()).isEqualTo(1);
        assertThat(diff.out()).contains("+ sales: australia, hot, all others");
    }

    @Test
    void anEmptyGroupAndTheStageOfTheHandoffArePartOfWhatWasAgreed() throws IOException {
        accept();
        change("personas:\n", "personas:\n  nobody: {}\n");
        Path lifecycle = folder.resolve("lifecycle.yaml");
        Files.writeString(lifecycle, Files.readString(lifecycle).replace("  from: mql\n", "  from: lead\n"));

        InProcess diff = agreement("diff");

        assertThat(diff.exit()).as(diff.err()).isEqualTo(1);
        assertThat(diff.out()).contains("+ personas / nobody: ").contains("+ handoff / from: lead");
    }

    @Test
    void commentsAndSpacingAreNoChange() throws IOException {
        accept();
        change("review: 3 months", "# as long as we are new to this\nreview:   3 months");

        assertThat(agreement("diff").out()).contains("Nothing differs");
    }

    @Test
    void withoutAnAgreementThereIsNothingToShow() throws IOException {
        Files.delete(folder.resolve("agreement.yaml"));

        InProcess show = agreement("show");

        assertThat(show.exit()).isEqualTo(1);
        assertThat(show.err()).contains("There is no agreement.yaml");
    }

    /** As `sync` does when it first reads it. */
    private void accept() throws IOException {
        JsonNode shown = new ObjectMapper()
                .readTree(agreement("diff", "--output", "json").out());
        Map<String, String> said = new java.util.LinkedHashMap<>();
        shown.path("changes").forEach(line -> {
            String[] parts = line.asText().substring(2).split(": ", 2);
            said.put(parts[0], parts[1]);
        });
        Map<CrmId, String> accounts = Map.of(new CrmId("hubspot"), "1", new CrmId("salesforce"), "2");
        try (SqliteStore store = SqliteStore.open(folder.resolve("state/smarketing.db"), accounts)) {
            store.accept(new AcceptedAgreement(
                    "2026-1",
                    Instant.parse("2026-01-01T00:00:00Z"),
                    Instant.parse("2026-01-01T09:00:00Z"),
                    "mql",
                    said,
                    Files.readString(folder.resolve("agreement.yaml"))));
        }
    }

    private void change(String from, String to) throws IOException {
        Path file = folder.resolve("agreement.yaml");
        String text = Files.readString(file);
        assertThat(text).contains(from);
        Files.writeString(file, text.replace(from, to));
    }

    private InProcess agreement(String... words) {
        List<String> args = new java.util.ArrayList<>(List.of("agreement"));
        args.addAll(List.of(words));
        args.addAll(List.of("--config", folder.toString()));
        return InProcess.run(args.toArray(String[]::new));
    }
}
