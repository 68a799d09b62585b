package io.smarketing.daemon.process;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smarketing.daemon.process.Program.Ended;
import io.smarketing.daemon.process.Rehearsal.Run;
import io.smarketing.sandbox.kernel.Insider;
import io.smarketing.sandbox.server.SandboxSettings;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OlistTest {

    private static final int LEADS = 8_000;
    private static final int WON = 842;
    private static final long MOST_SECONDS = 120;

    @TempDir
    private Path folder;

    @Test
    void all_are_in_both_once_and_the_won_are_customers_in_both() throws Exception {
        Path data = DataFiles.olist();
        try (Rehearsal rehearsal = new Rehearsal(
                folder,
                SandboxSettings.defaults().withData(data).withKeyFolder(folder).withoutLimits())) {
            assertInStep(rehearsal.syncInItsOwnHeap("--output", "json"));
            assertThat(rehearsal.org().count("Lead")).isEqualTo(LEADS);
            assertThat(rehearsal.portal().count("contacts")).isEqualTo(LEADS);
            rehearsal.assertInStep();

            replay(rehearsal);
            assertInStep(rehearsal.sync("--output", "json"));
            assertThat(rehearsal.org().count("Lead")).as("converted ones stay").isEqualTo(LEADS);
            assertThat(rehearsal.org().count("Contact")).isEqualTo(WON);
            assertThat(rehearsal.org().count("Opportunity")).isEqualTo(WON);
            assertThat(rehearsal.portal().count("contacts")).isEqualTo(LEADS);
            rehearsal.assertInStep();
            stamps(rehearsal);

            Run quiet = rehearsal.sync();
            assertThat(quiet.ended().exit()).isZero();
            assertThat(quiet.requests().writes()).isEmpty();
        }
    }

    private static void assertInStep(Run run) throws IOException {
        assertThat(run.ended().exit()).as(run.ended().out() + run.ended().err()).isZero();
        JsonNode report = new ObjectMapper().readTree(run.ended().out());
        assertThat(report.at("/result").asText()).isEqualTo("in-step");
        assertThat(report.at("/people").asInt()).isEqualTo(LEADS);
        assertThat(report.at("/causes")).as("parked").isEmpty();
    }

    private static void replay(Rehearsal rehearsal) throws InterruptedException {
        rehearsal.sandbox().replay().start();
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(MOST_SECONDS);
        while (rehearsal.sandbox().replay().progress().waiting() > 0) {
            assertThat(System.nanoTime()).as("the timeline is replayed").isLessThan(deadline);
            TimeUnit.MILLISECONDS.sleep(50);
        }
        assertThat(rehearsal.sandbox().replay().progress().skipped()).isEmpty();
    }

    private static void stamps(Rehearsal rehearsal) {
        Map<String, Instant> won = new HashMap<>();
        DataFiles.olistRows("timeline.csv").stream()
                .filter(row -> row[6].equals("Closed Won"))
                .forEach(row -> won.put(row[3], Instant.parse(row[0])));
        assertThat(won).hasSize(WON);
        int mqlColumn = 4;
        for (String[] row : DataFiles.olistRows("hubspot/contacts.csv")) {
            String email = row[0];
            Person person = new Person(rehearsal, email, won.containsKey(email));
            person.assertStamp("smarketing_mql_at", "Smarketing_MQL_At__c", Instant.parse(row[mqlColumn]));
            if (won.containsKey(email)) {
                person.assertStamp("smarketing_opportunity_at", "Smarketing_Opportunity_At__c", won.get(email));
                person.assertStamp("smarketing_customer_at", "Smarketing_Customer_At__c", won.get(email));
                assertThat(person.inPortal("lifecyclestage")).isEqualTo("customer");
            }
        }
    }

    /** One person as both CRMs have them. */
    private record Person(Rehearsal rehearsal, String email, boolean converted) {

        void assertStamp(String property, String field, Instant at) {
            assertThat(instant(inPortal(property))).as(email + " " + property).isEqualTo(at);
            assertThat(instant(inOrg(field))).as(email + " " + field).isEqualTo(at);
        }

        String inPortal(String property) {
            return rehearsal.contact(email, property);
        }

        String inOrg(String field) {
            Insider org = rehearsal.org();
            String object = converted ? "Contact" : "Lead";
            List<String> ids = org.find(object, email);
            assertThat(ids).as(email).hasSize(1);
            return org.peek(object, ids.get(0), field).orElse("");
        }

        private static Instant instant(String text) {
            boolean millis = !text.isEmpty() && text.chars().allMatch(Character::isDigit);
            return millis
                    ? Instant.ofEpochMilli(Long.parseLong(text))
                    : OffsetDateTime.parse(text.replaceAll("([+-]\\d\\d)(\\d\\d)$", "$1:$2"))
                            .toInstant();
        }
    }

    @Test
    @Tag("demo")
    void the_demo_tells_the_days_from_mql_to_customer() throws IOException {
        Path data = DataFiles.olist();
        Ended demo = Program.daemon(folder, List.of("demo", "--once", "--data", data.toString(), "--output", "json"))
                .await();
        assertThat(demo.exit()).as(demo.err()).isZero();
        JsonNode days = new ObjectMapper().readTree(demo.out()).at("/stages/mqlToCustomerDays");
        assertThat(days.at("/count").asInt()).isEqualTo(WON);
        assertThat(days.at("/median").asText()).isEqualTo("14.651");
        assertThat(days.at("/mean").asText()).isEqualTo("49.101");
        assertThat(days.at("/negative")).hasSize(1);
        assertThat(days.at("/negative/0/days").asText()).isEqualTo("-1.181");
    }
}
