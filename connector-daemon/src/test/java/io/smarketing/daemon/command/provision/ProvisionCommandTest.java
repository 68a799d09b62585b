package io.smarketing.daemon.command.provision;

import static org.assertj.core.api.Assertions.assertThat;

import io.smarketing.daemon.InProcess;
import io.smarketing.daemon.command.sandbox.RehearsalFolder;
import io.smarketing.sandbox.server.Sandbox;
import io.smarketing.sandbox.server.SandboxSettings;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProvisionCommandTest {

    @TempDir
    private Path folder;

    private Sandbox[] sandbox = {};

    @BeforeEach
    void startTwoBareCrms() {
        Sandbox bare =
                Sandbox.start(SandboxSettings.defaults().withoutOwnFields().withoutLimits());
        sandbox = new Sandbox[] {bare};
        new RehearsalFolder(folder.resolve("config"), bare).write();
    }

    @AfterEach
    void stop() {
        sandbox[0].close();
    }

    @Test
    void a_table_tells_a_person_what_was_made() {
        InProcess made = provision();

        assertThat(made.exit()).isZero();
        assertThat(made.out())
                .contains("hubspot, account ", "smarketing_mql_at", "MQL at, datetime", "MQLs waiting", "SLA at risk")
                .contains("100 made.");
        assertThat(provision().out()).endsWith("Nothing to do: everything is there.\n");
    }

    @Test
    void one_crm_alone_leaves_the_other_as_it_is() {
        InProcess made = provision("salesforce");

        assertThat(made.out()).contains("salesforce, account ").doesNotContain("hubspot");
        assertThat(sandbox[0].portal().insider().fields("contacts")).doesNotContain("smarketing_key");
        assertThat(sandbox[0].org().insider().fields("Lead")).contains("Smarketing_Key__c");
    }

    @Test
    void what_differs_is_told_with_the_remedy_and_is_a_failure() {
        sandbox[0].portal().insider().addTextField("contacts", "smarketing_mql_at");

        InProcess made = provision("hubspot", "--output", "json");

        assertThat(made.exit()).isEqualTo(1);
        assertThat(made.out())
                .contains("\"different\":1", "it is a text field, we need datetime: name another field")
                .contains("\"made\":27");
    }

    @Test
    void another_sync_in_the_portal_is_warned_of() {
        sandbox[0].portal().insider().addTextField("contacts", "salesforceleadid");

        assertThat(provision("hubspot", "--dry-run").out())
                .contains("WARNING: HubSpot's own Salesforce integration is or was installed", "salesforceleadid");
    }

    @Test
    void a_missing_permission_is_named_and_nothing_is_printed_as_a_result() {
        sandbox[0].fault("no-metadata-permission", "true");

        InProcess refused = provision();

        assertThat(refused.exit()).isEqualTo(1);
        assertThat(refused.out()).isEmpty();
        assertThat(sandbox[0].portal().insider().fields("contacts"))
                .as("nothing is written where the other CRM refuses us")
                .doesNotContain("smarketing_key");
        assertThat(refused.err()).contains("salesforce: ", "Modify Metadata Through Metadata API Functions");
    }

    @Test
    void a_crm_that_nobody_named_is_a_mistake_of_the_command_line() {
        InProcess unknown = provision("pipedrive");

        assertThat(unknown.exit()).isEqualTo(2);
        assertThat(unknown.err()).contains("no CRM 'pipedrive', but hubspot and salesforce");
    }

    private InProcess provision(String... words) {
        List<String> all = new ArrayList<>(
                List.of("provision", "--config", folder.resolve("config").toString()));
        all.addAll(List.of(words));
        return InProcess.run(all.toArray(String[]::new));
    }
}
