package io.smarketing.daemon.badinput;

import static org.assertj.core.api.Assertions.assertThat;

import io.smarketing.daemon.InProcess;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Records that a CRM will not take: each is parked with its reason, all others are in step, the exit code says so, and
 * once the record is mended it goes over.
 */
final class BadRecordsTest {

    private static final int FINE = 0;
    private static final int PARKED = 3;
    private static final String BAD = "bad@example.com";
    private static final String GOOD = "lead-0002@example.com";

    @TempDir
    private Path folder;

    private Rehearsal rehearsal;

    private Rehearsal start() {
        return start(Map.of(Rehearsal.CONTACTS, Rehearsal.contacts(3)));
    }

    private Rehearsal start(Map<String, String> files) {
        rehearsal = Rehearsal.start(folder, files);
        return rehearsal;
    }

    @AfterEach
    void stop() {
        rehearsal.close();
    }

    /** The bad one is aside for that cause, with these words; the good ones are over; and so it stays. */
    private void parks(String cause, String... words) {
        InProcess run = rehearsal.sync();
        assertThat(run.out())
                .contains(cause)
                .contains(words)
                .contains("In step but for")
                .doesNotContain(BAD);
        assertThat(run.err()).doesNotContain(BAD, "Exception");
        assertThat(run.exit()).isEqualTo(PARKED);
        assertThat(rehearsal.inLead(GOOD, "LastName")).isEqualTo("Surname-0002");

        InProcess again = rehearsal.sync("--output", "json");
        assertThat(again.exit()).isEqualTo(PARKED);
        assertThat(again.out()).contains("\"created\":{}", "\"updated\":{}", "\"" + cause + "\":1");

        InProcess status = rehearsal.status();
        assertThat(status.exit()).isEqualTo(PARKED);
        assertThat(status.out()).contains(cause).contains(words);
    }

    private void goesOverNow() {
        InProcess run = rehearsal.sync();
        assertThat(run.out()).doesNotContain("parked");
        assertThat(run.exit()).isEqualTo(FINE);
        assertThat(rehearsal.status().exit()).isEqualTo(FINE);
    }

    @Test
    void a_value_that_is_too_long() {
        String id = start().contact("email", BAD, "lastname", "x".repeat(65_536), "company", "Example");

        parks("invalid-value", "salesforce LastName: its value has 65536 characters, the field takes 80: shorten it");

        rehearsal.set(id, "lastname", "Short");
        goesOverNow();
        assertThat(rehearsal.inLead(BAD, "LastName")).isEqualTo("Short");
    }

    @Test
    void a_value_that_becomes_too_long_later_leaves_the_rest_of_the_record_in_step() {
        String id = start().contact("email", BAD, "lastname", "Short", "city", "Rome");
        assertThat(rehearsal.sync().exit()).isEqualTo(FINE);
        rehearsal.set(id, "city", "x".repeat(41));

        parks("invalid-value", "City");

        assertThat(rehearsal.inLead(BAD, "City")).isEqualTo("Rome");
        rehearsal.set(id, "city", "Milan");
        goesOverNow();
        assertThat(rehearsal.inLead(BAD, "City")).isEqualTo("Milan");
    }

    @Test
    void a_word_that_a_restricted_picklist_of_salesforce_does_not_have() {
        start().sandbox().fault("restrict-picklist", "Lead.Industry");
        String id = rehearsal.contact("email", BAD, "lastname", "Short", "industry", "Alchemy");

        parks(
                "invalid-value",
                "salesforce Industry: its value is none of the field's options: add it there, or map it");

        rehearsal.set(id, "industry", "");
        goesOverNow();
    }

    @Test
    void a_word_that_is_no_option_of_a_hubspot_property() {
        start().edit(
                        "mapping.yaml",
                        "  jobTitle:",
                        "  status: {type: picklist, hubspot: hs_lead_status, salesforce: Title}\n  jobTitle2:")
                .edit(
                        "mapping.yaml",
                        "jobTitle2: {hubspot: jobtitle, salesforce: Title}",
                        "jobTitle: {hubspot: jobtitle}");
        rehearsal.lead("Email", BAD, "LastName", "Short", "Company", "Example", "Title", "ALCHEMIST");

        parks("invalid-value", "hs_lead_status");
    }

    @Test
    void a_text_that_is_no_number() {
        start().edit(
                        "mapping.yaml",
                        "annualRevenue: {type: number, hubspot: annualrevenue,",
                        "annualRevenue: {type: number, hubspot: zip,")
                .edit(
                        "mapping.yaml",
                        "  postalCode: {hubspot: zip, salesforce: {Lead: PostalCode, Contact: MailingPostalCode}}\n",
                        "");
        String id = rehearsal.contact("email", BAD, "lastname", "Short", "zip", "about a million");

        parks("invalid-value", "The value of hubspot contact.zip is not a number: correct it there");

        assertThat(rehearsal.sync().out()).doesNotContain("about a million");
        rehearsal.set(id, "zip", "1000000");
        goesOverNow();
    }

    @Test
    void a_record_that_a_rule_of_the_org_refuses() {
        start().sandbox().fault("validation-rule", "Lead.City=Atlantis");
        String id = rehearsal.contact("email", BAD, "lastname", "Short", "city", "Atlantis");

        parks("refused-by-rule", "hubspot contact ", "FIELD_CUSTOM_VALIDATION_EXCEPTION");

        rehearsal.set(id, "city", "Rome");
        goesOverNow();
    }

    @Test
    void two_leads_with_one_address_are_one_person_with_one_principal_record() {
        start();
        rehearsal.contact("email", BAD, "lastname", "Twin", "company", "Example", "city", "Rome");
        rehearsal.lead("Email", BAD, "LastName", "Twin", "Company", "Example");
        rehearsal.lead("Email", BAD, "LastName", "Twin", "Company", "Example");

        InProcess run = rehearsal.sync();

        assertThat(run.exit()).isEqualTo(FINE);
        assertThat(rehearsal.org().find("Lead", BAD)).hasSize(2);
        assertThat(rehearsal.portal().find("contacts", BAD)).hasSize(1);
        assertThat(rehearsal.org().find("Lead", BAD).stream()
                        .map(id -> rehearsal.org().peek("Lead", id, "City").orElse("")))
                .containsExactly("Rome", "");
        assertThat(rehearsal.status().out()).contains("further records in salesforce: 1");
    }

    @Test
    void two_new_leads_with_one_address_make_one_contact() {
        start();
        rehearsal.lead("Email", BAD, "LastName", "Twin", "Company", "Example");
        rehearsal.lead("Email", BAD.toUpperCase(java.util.Locale.ROOT), "LastName", "Twin", "Company", "Example");

        assertThat(rehearsal.sync().exit()).isEqualTo(FINE);

        assertThat(rehearsal.portal().find("contacts", BAD)).hasSize(1);
        assertThat(rehearsal.portal().count("contacts")).isEqualTo(4);
        assertThat(rehearsal.sync("--output", "json").out()).contains("\"created\":{}", "\"updated\":{}");
    }

    @Test
    void a_bad_row_of_the_data_is_named_without_its_values_and_the_rest_is_loaded() {
        Rehearsal.write(
                folder.resolve("data").resolve(Rehearsal.CONTACTS),
                Rehearsal.contacts(3) + "x' OR Name != ',Hostile,Example\n" + "<b>@example.com,Hostile,Example\n"
                        + "too,few\n");

        InProcess run =
                InProcess.run("demo", "--once", "--data", folder.resolve("data").toString());

        rehearsal = start(Map.of(Rehearsal.CONTACTS, Rehearsal.contacts(1)));
        assertThat(run.err())
                .contains("left out: hubspot/contacts.csv:5", "hubspot/contacts.csv:7")
                .doesNotContain("OR Name", "Hostile");
        assertThat(run.exit()).isEqualTo(FINE);
    }
}
