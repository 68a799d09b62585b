package io.smarketing.daemon.process;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smarketing.daemon.InProcess;
import io.smarketing.sandbox.kernel.Insider;
import io.smarketing.sandbox.server.SandboxSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
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
