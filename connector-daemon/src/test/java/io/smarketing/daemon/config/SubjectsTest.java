package io.smarketing.daemon.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smarketing.core.crm.record.CrmId;
import io.smarketing.core.crm.record.RecordType;
import io.smarketing.core.crm.record.Subject;
import io.smarketing.core.lead.FieldName;
import io.smarketing.core.lead.Fields;
import io.smarketing.core.mapping.Mapping;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Companies and deals in the mapping. */
class SubjectsTest {

    private static final CrmId SALESFORCE = new CrmId("salesforce");
    private static final String PEOPLE = """
            key: {hubspot: smarketing_key, salesforce: Smarketing_Key__c}
            fields:
              email: {hubspot: email, salesforce: Email}
            """;
    private static final String COMPANIES = """
            companies:
              key: {hubspot: smarketing_key, salesforce: Smarketing_Key__c}
              fields:
                domain: {hubspot: domain, salesforce: Website, codec: domain}
              entry:
                hubspot:
                  has a domain: known(domain)
            """;

    @TempDir
    private Path folder;

    private Configuration read(String mapping) throws InvalidConfiguration {
        Fixtures.good(folder);
        Fixtures.write(folder.resolve("mapping.yaml"), mapping);
        return Fixtures.folder(folder).read();
    }

    @Test
    void only_people_are_kept_in_step_unless_the_mapping_names_others() throws InvalidConfiguration {
        assertThat(read(PEOPLE).mappings()).containsOnlyKeys(Subject.PEOPLE);
        assertThat(read(PEOPLE + COMPANIES).mappings()).containsOnlyKeys(Subject.COMPANIES, Subject.PEOPLE);
    }

    @Test
    void companies_have_types_fields_and_an_entry_condition_of_their_own() throws InvalidConfiguration {
        Mapping companies = read(PEOPLE + COMPANIES).mappings().get(Subject.COMPANIES);
        RecordType account = new RecordType("Account");
        assertThat(companies.own().get(SALESFORCE).get(account).key()).isEqualTo(FieldName.of("Smarketing_Key__c"));
        assertThat(companies.rules().get(0).places().get(SALESFORCE).fields()).containsOnlyKeys(account);
        assertThat(companies.entry().get(new CrmId("hubspot")).failing(Fields.NONE))
                .contains("has a domain");
        assertThat(companies.lifecycle().rules()).isEmpty();
    }

    @Test
    void two_lines_may_write_fields_of_one_name_on_different_subjects() throws InvalidConfiguration {
        assertThat(read(PEOPLE.replace("email:", "website: {hubspot: website, salesforce: {Lead: Website}}\n  email:")
                                + COMPANIES)
                        .mappings())
                .hasSize(2);
    }

    @Test
    void what_is_wrong_with_companies_is_told_with_its_place() {
        assertThatThrownBy(() -> read(PEOPLE + COMPANIES.replace("entry", "entries") + "  assign: {}\n"))
                .isInstanceOf(InvalidConfiguration.class)
                .hasMessageContaining("mapping.yaml:8:3")
                .hasMessageContaining("'entries'")
                .hasMessageContaining("'assign'");
    }
}
