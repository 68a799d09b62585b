package io.smarketing.daemon.badinput;

import static org.assertj.core.api.Assertions.assertThat;

import io.smarketing.daemon.InProcess;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What stops a command: each time one sentence that names the thing, the place and the remedy, and exit code 1. */
final class RefusalsTest {

    private static final int FAILED = 1;

    @TempDir
    private Path folder;

    private Rehearsal rehearsal;

    private Rehearsal start() {
        rehearsal = Rehearsal.start(folder, Map.of(Rehearsal.CONTACTS, Rehearsal.contacts(3)));
        return rehearsal;
    }

    @AfterEach
    void stop() {
        if (rehearsal != null) {
            rehearsal.close();
        }
    }

    private static void refused(InProcess run, String... words) {
        assertThat(run.err()).contains(words).doesNotContain("Exception", "\tat ", "bug of ours");
        assertThat(run.out()).isEmpty();
        assertThat(run.exit()).isEqualTo(FAILED);
    }

    @Test
    void misspelt_keys_and_undefined_variables_are_all_named_before_any_call() {
        Rehearsal r = start().edit("mapping.yaml", "firstName: {hubspot:", "firstName: {hubpsot:")
                .edit("connections.yaml", "${file:secrets/hubspot-token}", "${env:NO_SUCH_TOKEN}");

        refused(r.sync(), "mapping.yaml:", "'hubpsot'", "did you mean 'hubspot'?", "NO_SUCH_TOKEN");
        assertThat(r.validate().exit()).isEqualTo(FAILED);
        assertThat(r.validate().out()).contains("did you mean 'hubspot'?", "connections.yaml:", "NO_SUCH_TOKEN");
        assertThat(r.sandbox().counts().get("hubspot").calls()).isZero();
    }

    @Test
    void fields_that_are_in_no_crm_are_all_named_with_their_lines() {
        Rehearsal r = start().edit("mapping.yaml", "hubspot: jobtitle", "hubspot: jobtitel")
                .edit("mapping.yaml", "salesforce: {Lead: City", "salesforce: {Lead: Citty");

        InProcess run = r.sync();

        refused(run, "mapping.yaml:", "hubspot has no field jobtitel on contact", "correct the name");
        refused(run, "salesforce has no field Citty on Lead");
    }

    @Test
    void a_type_that_a_field_cannot_hold_is_named_with_its_line() {
        Rehearsal r = start().edit("mapping.yaml", "annualRevenue: {type: number", "annualRevenue: {type: date");

        refused(
                r.sync(),
                "mapping.yaml:",
                "'annualRevenue' in salesforce",
                "cannot be turned into date: choose type number or text");
    }

    @Test
    void a_wrong_hubspot_token() {
        Rehearsal r = start();
        Rehearsal.write(folder.resolve("config/secrets/hubspot-token"), "pat-na1-wrong-token");

        InProcess run = r.sync();

        refused(run, "HubSpot refuses the token", "'token'");
        assertThat(run.err()).doesNotContain("pat-na1-wrong-token");
    }

    @Test
    void a_wrong_salesforce_secret() {
        Rehearsal r = start();
        Rehearsal.write(folder.resolve("config/secrets/salesforce-client-secret"), "wrong-secret");

        InProcess run = r.sync();

        refused(run, "Salesforce refuses the login", "client-secret");
        assertThat(run.err()).doesNotContain("wrong-secret");
    }

    @Test
    void the_credentials_of_another_portal() {
        Rehearsal r = start().edit("connections.yaml", "portal: ", "portal: 9");

        refused(r.sync(), "portal", "correct 'portal'");
    }

    @Test
    void a_scope_that_the_token_lacks() {
        Rehearsal r = start();
        r.sandbox().fault("missing-scopes", "crm.objects.owners.read");

        refused(r.sync(), "HubSpot lacks the scope crm.objects.owners.read", "add it to the app");
    }

    @Test
    void a_scope_for_writing_is_missed_when_something_is_to_be_written() {
        Rehearsal r = start();
        r.sandbox().fault("missing-scopes", "crm.objects.contacts.write");

        refused(r.sync(), "HubSpot lacks the scope crm.objects.contacts.write", "add it to the app");
    }

    @Test
    void a_field_that_the_integration_user_cannot_see() {
        Rehearsal r = start();
        r.sandbox().fault("hide-field", "Lead.City,Lead.Smarketing_MQL_At__c");

        InProcess run = r.sync();

        refused(
                run,
                "mapping.yaml:",
                "salesforce has no field City on Lead, or hides it",
                "grant the integration user access");
        refused(run, "Smarketing_MQL_At__c on Lead", "permission set");
    }

    @Test
    void a_field_of_ours_that_the_integration_user_cannot_edit() {
        Rehearsal r = start();
        r.sandbox().fault("readonly-field", "Lead.Smarketing_Key__c");

        refused(r.sync(), "salesforce does not let us write the field Smarketing_Key__c on Lead", "permission set");
    }

    @Test
    void a_status_before_the_first_sync_is_no_failure() {
        InProcess run = start().status();

        assertThat(run.exit()).isZero();
        assertThat(run.out()).contains("Nothing has been synced yet");
    }

    @Test
    void a_port_in_use() throws IOException {
        try (ServerSocket taken = new ServerSocket(0)) {
            String port = Integer.toString(taken.getLocalPort());

            refused(InProcess.run("sandbox", "--salesforce-port", port), port, "--salesforce-port");
            refused(InProcess.run("sandbox", "--hubspot-port", port), port, "--hubspot-port");
        }
    }

    @Test
    void data_that_is_no_csv_or_not_utf_8_is_named_with_its_line() throws IOException {
        Path data = folder.resolve("data");
        Rehearsal.write(data.resolve(Rehearsal.CONTACTS), "email,lastname\nlead-0001@example.com,\"open\n");
        refused(InProcess.run("demo", "--once", "--data", data.toString()), "hubspot/contacts.csv:2", "not CSV");

        Rehearsal.write(data.resolve(Rehearsal.CONTACTS), "email;lastname\nlead-0001@example.com;Surname\n");
        refused(InProcess.run("demo", "--once", "--data", data.toString()), "hubspot/contacts.csv:1", "commas");

        Rehearsal.write(data.resolve(Rehearsal.CONTACTS), "{\"email\": \"lead-0001@example.com\"}\n");
        refused(InProcess.run("demo", "--once", "--data", data.toString()), "hubspot/contacts.csv:1", "header line");

        Files.write(data.resolve(Rehearsal.CONTACTS), new byte[] {'e', 'm', 'a', 'i', 'l', '\n', (byte) 0xE4, '\n'});
        refused(InProcess.run("demo", "--once", "--data", data.toString()), "hubspot/contacts.csv:2", "UTF-8");

        refused(InProcess.run("demo", "--once", "--data", folder.resolve("none").toString()), "none", "is not there");
    }

    @Test
    void a_store_that_is_no_database() {
        Rehearsal r = start();
        Rehearsal.write(folder.resolve("config/state/smarketing.db"), "this is no database, however long it may be");

        refused(r.sync(), "smarketing.db is damaged, or is no database", "move it away");
        refused(r.status(), "smarketing.db is damaged, or is no database");
    }
}
