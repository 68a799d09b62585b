package io.smarketing.daemon.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.smarketing.daemon.process.Program.Ended;
import io.smarketing.daemon.process.Rehearsal.Run;
import io.smarketing.sandbox.server.SandboxSettings;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExitCodeTest {

    @TempDir
    private Path folder;

    private Rehearsal rehearsal(int contacts) {
        Path data = DataFiles.madeUp(folder.resolve("data"), contacts, 0);
        return rehearsal(data);
    }

    private Rehearsal rehearsal(Path data) {
        return new Rehearsal(folder, SandboxSettings.defaults().withData(data).withKeyFolder(folder.resolve("key")));
    }

    @Test
    void a_wrong_token_fails_and_is_named() {
        try (Rehearsal rehearsal = rehearsal(3)) {
            DataFiles.write(rehearsal.configuration().resolve("secrets/hubspot-token"), "pat-na1-wrong");
            Ended ended = rehearsal.sync().ended();
            assertThat(ended.exit()).as(ended.err()).isEqualTo(1);
            assertThat(ended.err()).contains("HubSpot").contains("token").doesNotContain("pat-na1-wrong", "at io.");
            assertThat(ended.out()).isEmpty();
        }
    }

    @Test
    void a_crm_that_is_not_there_fails_and_is_named() {
        Rehearsal rehearsal = rehearsal(3);
        rehearsal.close();
        Ended ended = rehearsal.sync().ended();
        assertThat(ended.exit()).as(ended.err()).isEqualTo(1);
        assertThat(ended.err()).contains("does not answer").doesNotContain("at io.");
    }

    @Test
    void a_command_line_or_folder_that_is_not_understood_is_told_apart() {
        Ended usage = Program.daemon(folder, List.of("sync", "--onc")).await();
        assertThat(usage.exit()).isEqualTo(2);
        assertThat(usage.err()).contains("--once");
        Ended noFolder = Program.daemon(folder, List.of("sync", "--once", "--config", folder + "/none"))
                .await();
        assertThat(noFolder.exit()).isEqualTo(1);
        assertThat(noFolder.err()).contains("there is no such folder", "--config");
    }

    @Test
    void a_bad_row_is_put_aside_and_holds_nobody_up() {
        Path data = DataFiles.madeUp(folder.resolve("data"), 3, 0);
        DataFiles.write(
                data.resolve("hubspot/contacts.csv"),
                "email,lastname,company\nlead-0001@example.com,Person-0001,Company 0001\nlead-0002@example.com,"
                        + "Long".repeat(30) + ",Company 0002\nlead-0003@example.com,Person-0003,Company 0003\n");
        try (Rehearsal rehearsal = rehearsal(data)) {
            Run run = rehearsal.sync();
            assertThat(run.ended().exit()).as(run.ended().err()).isEqualTo(3);
            assertThat(run.ended().out())
                    .contains("parked")
                    .contains("LastName")
                    .doesNotContain("LongLong");
            assertThat(rehearsal.org().count(Rehearsal.LEAD)).isEqualTo(3);
            assertThat(rehearsal.lead(DataFiles.email(2), "Company")).isEqualTo("Company 0002");

            Run again = rehearsal.sync();
            assertThat(again.ended().exit()).isEqualTo(3);
            assertThat(again.requests().writes()).isEmpty();

            rehearsal.editContact(DataFiles.email(2), "lastname", "Person-0002");
            assertThat(rehearsal.sync().ended().exit()).isZero();
            rehearsal.assertInStep();
        }
    }

    @Test
    void a_run_that_would_change_too_many_stops_and_names_what_allows_it() {
        try (Rehearsal rehearsal = rehearsal(150)) {
            assertThat(rehearsal.sync().ended().exit()).isZero();
            IntStream.rangeClosed(1, 120)
                    .forEach(n -> rehearsal.editContact(DataFiles.email(n), "jobtitle", "Everybody " + n));

            Run stopped = rehearsal.sync();
            assertThat(stopped.ended().exit()).as(stopped.ended().err()).isEqualTo(4);
            assertThat(stopped.ended().err()).contains("more than 100 records", "--allow-changes");
            assertThat(stopped.requests().writes()).isEmpty();

            assertThat(rehearsal.sync("--allow-changes").ended().exit()).isZero();
            assertThat(rehearsal.lead(DataFiles.email(120), "Title")).isEqualTo("Everybody 120");
        }
    }
}
