package io.smarketing.daemon.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import io.smarketing.core.crm.open.Secret;
import io.smarketing.core.crm.open.TokenKeep;
import io.smarketing.core.crm.record.CrmId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TokenFileTest {

    private static final Secret CONFIGURED = new Secret("configured-1");

    @TempDir
    private Path folder;

    @Test
    void whatIsKeptIsThereForTheNextProcessAndForItsOwnCrmOnly() {
        of("emea").keep(CONFIGURED, new Secret("newest-1"));
        of("emea").keep(CONFIGURED, new Secret("newest-2"));

        assertThat(of("emea").newestOf(CONFIGURED)).contains(new Secret("newest-2"));
        assertThat(of("apac").newestOf(CONFIGURED)).isEmpty();
        assertThat(of("emea").newestOf(new Secret("configured-2"))).isEmpty();
    }

    @Test
    void theFileIsItsOwnersAloneAndDoesNotHoldTheConfiguredToken() throws IOException {
        of("emea").keep(CONFIGURED, new Secret("newest-1"));

        try (Stream<Path> files = Files.list(folder.resolve("state"))) {
            List<Path> all = files.toList();
            assertThat(all).hasSize(1);
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(all.get(0))))
                    .isEqualTo("rw-------");
            assertThat(Files.readString(all.get(0))).contains("newest-1").doesNotContain("configured-1");
        }
    }

    @Test
    void aTokenThatCannotBeWrittenIsHadFromMemory() throws IOException {
        Files.writeString(folder.resolve("state"), "a file where the folder should be");
        TokenKeep tokens = of("emea");

        tokens.keep(CONFIGURED, new Secret("newest-1"));

        assertThat(tokens.newestOf(CONFIGURED)).contains(new Secret("newest-1"));
        assertThat(of("emea").newestOf(CONFIGURED)).isEmpty();
    }

    @Test
    void aTokenThatIsWrittenTakesThePlaceOfOneThatCouldNotBe() throws IOException {
        Path inTheWay = Files.writeString(folder.resolve("state"), "a file where the folder should be");
        TokenKeep tokens = of("emea");
        tokens.keep(CONFIGURED, new Secret("newest-1"));
        Files.delete(inTheWay);

        tokens.keep(CONFIGURED, new Secret("newest-2"));

        assertThat(tokens.newestOf(CONFIGURED)).contains(new Secret("newest-2"));
    }

    @Test
    void aDamagedFileCountsAsNone() throws IOException {
        of("emea").keep(CONFIGURED, new Secret("newest-1"));
        try (Stream<Path> files = Files.list(folder.resolve("state"))) {
            Files.writeString(files.findFirst().orElseThrow(), "half a li");
        }

        assertThat(of("emea").newestOf(CONFIGURED)).isEmpty();
    }

    private TokenKeep of(String crm) {
        return TokenFile.beside(folder.resolve("state/books.db"), new CrmId(crm));
    }
}
