package io.smarketing.daemon.process;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smarketing.core.crm.record.CrmId;
import io.smarketing.daemon.InProcess;
import io.smarketing.sandbox.kernel.Insider;
import io.smarketing.sandbox.server.SandboxSettings;
import io.smarketing.store.SqliteStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A promise to a lead, from the handoff to the breach and on, as both CRMs and the operator see it. */
class AgreementProcessTest {

    private static final String WHO = "lead-0001@example.com";
    private static final String AGREED = """
            version: 1
            effective: 2020-01-01
            sales:
              everybody:
                warn: 50%
                promises:
                  verdict: 1h
            """;

    private static final String COMMITTED = """
            version: 1
            effective: 2020-01-01
            parties:
              marketing: {owner: marketing@example.com}
            marketing:
              MQLs: {stage: mql, count: 5, per: week}
            """;

    @TempDir
    private Path folder;

    @Test
    void a_promise_is_kept_or_broken_in_both_crms() throws IOException {
        DataFiles.write(
                folder.resolve("data/hubspot/contacts.csv"),
                "email,lastname,lifecyclestage\n" + WHO + ",Person-0001,lead\n");
        SandboxSettings settings =
                SandboxSettings.defaults().withData(folder.resolve("data")).withKeyFolder(folder.resolve("key"));
        try (Rehearsal rehearsal = new Rehearsal(folder, settings)) {
            Path agreement = rehearsal.configuration().resolve("agreement.yaml");
            Files.writeString(agreement, AGREED);
            sync(rehearsal, 0);
            rehearsal.edit(rehearsal.portal(), Rehearsal.CONTACTS, WHO, "lifecyclestage", "marketingqualifiedlead");
            rehearsal.sandbox().clock().advance(Duration.ofMinutes(1));
            sync(rehearsal, 0);
            shows(rehearsal, "running");

            rehearsal.sandbox().clock().advance(Duration.ofMinutes(40));
            sync(rehearsal, 0);
            shows(rehearsal, "at-risk");
            rehearsal.sandbox().clock().advance(Duration.ofMinutes(40));
            sync(rehearsal, 0);
            shows(rehearsal, "breached");
            assertThat(json(rehearsal, "status")
                            .path("promises")
                            .path("breached")
                            .asInt())
                    .isEqualTo(1);

            Files.writeString(agreement, AGREED.replace("1h", "9h"));
            assertThat(sync(rehearsal, 1)).contains("agreement.yaml:1:1: version 1 was accepted on");
            Files.writeString(agreement, AGREED);
            rehearsal.edit(rehearsal.org(), Rehearsal.LEAD, WHO, "Smarketing_Verdict__c", "accepted");
            rehearsal.sandbox().clock().advance(Duration.ofMinutes(1));
            sync(rehearsal, 0);
            shows(rehearsal, "late");
            explained(rehearsal);
        }
    }

    @Test
    void a_missed_commitment_is_carried_over_until_it_is_closed_and_stands_in_both_crms() throws IOException {
        DataFiles.write(
                folder.resolve("data/hubspot/contacts.csv"),
                "email,lastname,lifecyclestage\n" + WHO + ",Person-0001,lead\n");
        SandboxSettings settings =
                SandboxSettings.defaults().withData(folder.resolve("data")).withKeyFolder(folder.resolve("key"));
        try (Rehearsal rehearsal = new Rehearsal(folder, settings)) {
            Files.writeString(rehearsal.configuration().resolve("agreement.yaml"), COMMITTED);
            sync(rehearsal, 0);
            assertThat(json(rehearsal, "misses", "show")).isEmpty();
            assertThat(json(rehearsal, "misses", "show").isArray()).isTrue();
            rehearsal.edit(rehearsal.portal(), Rehearsal.CONTACTS, WHO, "lifecyclestage", "marketingqualifiedlead");
            rehearsal.sandbox().clock().advance(Duration.ofMinutes(1));
            sync(rehearsal, 0);
            JsonNode running = json(rehearsal, "commitments").at("/commitments/0");
            assertThat(running.path("delivered").asInt()).isEqualTo(1);
            assertThat(running.path("promised").asInt()).isEqualTo(5);
            // of a week without an hour left nothing more can be said
            assertThat(running.path("state").asText()).isIn("behind", "on-pace");

            sentBack(rehearsal);
            rehearsal.sandbox().clock().advance(Duration.ofDays(7));
            sync(rehearsal, 0);
            sync(rehearsal, 0);
            JsonNode miss = json(rehearsal, "misses", "show").path(0);
            assertThat(json(rehearsal, "misses", "list")).hasSize(1);
            assertThat(miss.path("delivered").asInt()).isEqualTo(1);
            assertThat(miss.path("owner").asText()).isEqualTo("marketing@example.com");
            tasks(rehearsal, "NOT_STARTED", "Not Started");

            String id = miss.path("id").asText();
            say(rehearsal, 0, "discuss", id, "--text", "Two webinars were cancelled");
            say(rehearsal, 2, "decide", id, "--text", "Without a deadline");
            say(rehearsal, 0, "decide", id, "--text", "A webinar more", "--deadline", "2026-12-01");
            say(rehearsal, 0, "close", id, "--text", "Made up for");
            say(rehearsal, 1, "discuss", id, "--text", "Too late");
            assertThat(json(rehearsal, "misses", "list")).isEmpty();
            assertThat(json(rehearsal, "misses", "show", id).at("/0/remarks")).hasSize(3);
            sync(rehearsal, 0);
            tasks(rehearsal, "COMPLETED", "Completed");
        }
    }

    /** Sales rejects the lead; marketing answers in HubSpot. */
    private static void sentBack(Rehearsal rehearsal) throws IOException {
        assertThat(json(rehearsal, "feedback")).isEmpty();
        rehearsal.edit(rehearsal.org(), Rehearsal.LEAD, WHO, "Smarketing_Verdict__c", "rejected");
        rehearsal.edit(rehearsal.org(), Rehearsal.LEAD, WHO, "Smarketing_Reason__c", "too early");
        rehearsal.sandbox().clock().advance(Duration.ofMinutes(1));
        sync(rehearsal, 0);
        JsonNode back = json(rehearsal, "feedback", "list").path(0);
        assertThat(back.path("verdict").asText()).isEqualTo("rejected");
        assertThat(back.path("reason").asText()).isEqualTo("too early");
        assertThat(back.path("fitting").asBoolean()).isTrue();
        rehearsal.edit(rehearsal.portal(), Rehearsal.CONTACTS, WHO, "smarketing_change", "No more cold lists");
        rehearsal.sandbox().clock().advance(Duration.ofMinutes(1));
        sync(rehearsal, 0);
        assertThat(json(rehearsal, "feedback", "list")).isEmpty();
        assertThat(json(rehearsal, "feedback", "list", "--all")
                        .at("/0/answer/change")
                        .asText())
                .isEqualTo("No more cold lists");
        assertThat(InProcess.run(
                                "feedback",
                                "acknowledge",
                                WHO,
                                "--by",
                                "marketing@example.com",
                                "--change",
                                "Twice",
                                "--config",
                                rehearsal.configuration().toString())
                        .exit())
                .isEqualTo(1);
    }

    /** Each CRM has one task, in that state. */
    private static void tasks(Rehearsal rehearsal, String inPortal, String inOrg) {
        Map<String, String> ids = new HashMap<>();
        Path file = rehearsal.configuration().resolve("state/smarketing.db");
        try (SqliteStore store = SqliteStore.openToRead(file)) {
            for (String crm : List.of("hubspot", "salesforce")) {
                store.commitments().shown(new CrmId(crm)).forEach(s -> ids.put(crm, s.task()));
            }
        }
        // the other is about the lead that sales sent back
        assertThat(rehearsal.portal().count("tasks")).isEqualTo(2);
        assertThat(rehearsal.portal().peek("tasks", ids.get("hubspot"), "hs_task_status"))
                .contains(inPortal);
        assertThat(rehearsal.org().count("Task")).isEqualTo(1);
        assertThat(rehearsal.org().peek("Task", ids.get("salesforce"), "Status"))
                .contains(inOrg);
    }

    private static void say(Rehearsal rehearsal, int exit, String... words) {
        List<String> args = new ArrayList<>(List.of("misses"));
        args.addAll(List.of(words));
        args.addAll(List.of(
                "--by",
                "sales@example.com",
                "--config",
                rehearsal.configuration().toString()));
        InProcess run = InProcess.run(args.toArray(String[]::new));
        assertThat(run.exit()).as(run.out() + run.err()).isEqualTo(exit);
    }

    private static void explained(Rehearsal rehearsal) throws IOException {
        JsonNode person = json(rehearsal, "explain", "clock", WHO).at("/people/0");

        assertThat(person.path("syncLagMinutes").asInt()).isBetween(0, 2);
        JsonNode clock = person.at("/clocks/0");
        assertThat(clock.path("state").asText()).isEqualTo("late");
        assertThat(clock.path("countedMinutes").asInt()).isBetween(80, 90);
        assertThat(clock.path("marks")).extracting(m -> m.path("mark").asText()).containsExactly("50%", "100%");
        assertThat(clock.path("stretches"))
                .extracting(s -> s.path("why").asText())
                .containsExactly("counted");
        JsonNode ledger = json(rehearsal, "explain", WHO).at("/people/0/ledger");
        assertThat(ledger.path("syncLagMinutes").asInt()).isBetween(0, 2);
        assertThat(ledger.at("/frozen/0/values/lastName").asText()).isEqualTo("Person-0001");
        assertThat(ledger.path("evidence").path("sal").asText()).isEqualTo("supported");
        // somebody made it an MQL by hand
        assertThat(ledger.path("evidence").path("mql").asText()).isEqualTo("unsupported");
        List<String> said = new ArrayList<>();
        ledger.path("said")
                .forEach(w -> said.add(w.path("event").asText() + " "
                        + w.path("crm").asText() + " " + w.path("how").asText()));
        assertThat(said).contains("mql hubspot crm-date", "sal salesforce criteria");
        List<String> told = new ArrayList<>();
        json(rehearsal, "explain", WHO)
                .at("/people/0/journal")
                .forEach(l -> told.add(l.path("event").asText()));
        assertThat(told).containsOnlyOnce("sla-at-risk", "sla-breached");
    }

    private static void shows(Rehearsal rehearsal, String state) {
        assertThat(value(rehearsal.portal(), Rehearsal.CONTACTS, "smarketing_sla_state"))
                .isEqualTo(state);
        assertThat(value(rehearsal.org(), Rehearsal.LEAD, "Smarketing_SLA_State__c"))
                .isEqualTo(state);
        boolean over = state.equals("late");
        assertThat(value(rehearsal.org(), Rehearsal.LEAD, "Smarketing_SLA_Due_At__c")
                        .isEmpty())
                .isEqualTo(over);
    }

    private static String value(Insider crm, String object, String field) {
        List<String> ids = crm.find(object, WHO);
        return crm.peek(object, ids.get(0), field).orElse("");
    }

    private static String sync(Rehearsal rehearsal, int exit) {
        InProcess run = InProcess.run(
                "sync", "--once", "--config", rehearsal.configuration().toString());
        assertThat(run.exit()).as(run.err()).isEqualTo(exit);
        return run.err();
    }

    private static JsonNode json(Rehearsal rehearsal, String... words) throws IOException {
        List<String> args = new ArrayList<>(List.of(words));
        args.addAll(List.of("--config", rehearsal.configuration().toString(), "--output", "json"));
        return new ObjectMapper()
                .readTree(InProcess.run(args.toArray(String[]::new)).out());
    }
}
