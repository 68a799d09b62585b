package io.smarketing.daemon.command.provision;

import static org.assertj.core.api.Assertions.assertThat;

import io.smarketing.core.crm.CrmProvider;
import io.smarketing.core.crm.provision.Blueprint;
import io.smarketing.core.crm.provision.OwnField;
import io.smarketing.core.crm.provision.OwnField.Purpose;
import io.smarketing.core.crm.provision.WorkList;
import io.smarketing.core.crm.record.CrmId;
import io.smarketing.core.crm.record.RecordType;
import io.smarketing.core.crm.record.Subject;
import io.smarketing.core.lead.FieldName;
import io.smarketing.core.lead.FieldType;
import io.smarketing.core.mapping.Mapping;
import io.smarketing.daemon.config.ConfigurationFolder;
import io.smarketing.daemon.config.InvalidConfiguration;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;

/** What the example configuration needs in the CRMs. */
class BlueprintsTest {

    private static final RecordType LEAD = new RecordType("Lead");
    private static final RecordType CONTACT = new RecordType("contact");

    private final Mapping mapping = example();

    @Test
    void each_own_field_is_made_with_its_words() {
        Map<String, OwnField> fields = fields("salesforce", LEAD);

        assertThat(fields).hasSize(29);
        assertThat(fields.values()).allSatisfy(f -> {
            assertThat(f.label()).isNotBlank().hasSizeLessThanOrEqualTo(40).doesNotContain("{");
            assertThat(f.help()).isNotBlank().hasSizeLessThanOrEqualTo(510).doesNotContain("{");
        });
        assertThat(fields.get("Smarketing_Key__c").is(Purpose.KEY)).isTrue();
        assertThat(fields.get("Smarketing_Stage__c").options()).contains("MQL", "SAL", "Recycled", "Disqualified");
        assertThat(fields.get("Smarketing_Recycled_At__c").type()).isEqualTo(FieldType.DATETIME);
        assertThat(fields.get("Smarketing_First_Touch_Business_Min__c").type()).isEqualTo(FieldType.NUMBER);
        assertThat(fields.get("Smarketing_First_Touch_At__c").help()).contains("what a machine sends does not count");
        assertThat(fields.get("Smarketing_Source_Record__c").help())
                .contains("same source")
                .contains("customers");
        assertThat(fields.get("Smarketing_Grade__c").is(Purpose.QUALITY)).isTrue();
        assertThat(fields.get("Smarketing_Score__c").label()).isEqualTo("Score");
    }

    @Test
    void sales_answers_in_fields_that_reps_write() {
        Map<String, OwnField> fields = fields("salesforce", LEAD);

        assertThat(fields.get("Smarketing_Verdict__c").options())
                .containsExactly("accepted", "rejected", "disqualified");
        assertThat(fields.get("Smarketing_Reason__c").options())
                .contains("too early", "no fit")
                .hasSize(6);
        assertThat(fields.get("Smarketing_Rating__c").size()).isEqualTo(1);
        assertThat(fields.get("Smarketing_Comment__c").is(Purpose.COMMENT)).isTrue();
        assertThat(fields.values().stream()
                        .filter(f -> f.purpose().isEditedByReps())
                        .map(OwnField::label))
                .containsExactlyInAnyOrder("Verdict", "Reason", "Rating", "Comment");
    }

    @Test
    void fields_that_are_the_crms_own_are_left_to_it() {
        assertThat(fields("hubspot", CONTACT).keySet())
                .contains("smarketing_key", "lifecyclestage", "smarketing_verdict", "smarketing_verdict_by")
                .doesNotContain("email", "hubspotscore");
        assertThat(fields("hubspot", CONTACT).get("lifecyclestage").options())
                .containsExactly(
                        "subscriber",
                        "lead",
                        "marketingqualifiedlead",
                        "salesqualifiedlead",
                        "opportunity",
                        "customer");
    }

    @Test
    void those_wait_whom_marketing_handed_over_and_nobody_touched() {
        WorkList list = blueprint("salesforce", LEAD).lists().get(0);

        assertThat(list.label()).isEqualTo("MQLs waiting");
        assertThat(list.where())
                .containsExactly(
                        Map.entry(FieldName.of("Smarketing_Stage__c"), List.of("MQL")),
                        Map.entry(FieldName.of("Smarketing_First_Touch_At__c"), List.of("")));
        assertThat(list.columns()).containsExactly(FieldName.of("Smarketing_MQL_At__c"));
    }

    @Test
    void those_are_at_risk_whose_promise_is_about_to_be_broken_or_is_and_still_open() {
        WorkList list = blueprint("salesforce", LEAD).lists().get(1);

        assertThat(list.label()).isEqualTo("SLA at risk");
        assertThat(list.where())
                .containsExactly(Map.entry(FieldName.of("Smarketing_SLA_State__c"), List.of("at-risk", "breached")));
        assertThat(list.columns())
                .containsExactly(FieldName.of("Smarketing_SLA_Due_At__c"), FieldName.of("Smarketing_SLA_State__c"));
    }

    private Map<String, OwnField> fields(String crm, RecordType type) {
        Map<String, OwnField> fields = new LinkedHashMap<>();
        blueprint(crm, type)
                .fields()
                .forEach(f -> fields.put(f.places().get(type).text(), f));
        return fields;
    }

    private Blueprint blueprint(String crm, RecordType newPeople) {
        return new Blueprints(Map.of(Subject.PEOPLE, mapping), Glossary.read()).of(new CrmId(crm), newPeople);
    }

    static Mapping example() {
        Map<String, String> variables = Map.of(
                "HUBSPOT_TOKEN", "token",
                "SALESFORCE_URL", "https://example.my.salesforce.com",
                "SALESFORCE_CLIENT_ID", "id",
                "SALESFORCE_CLIENT_SECRET", "secret");
        List<CrmProvider> providers = ServiceLoader.load(CrmProvider.class).stream()
                .map(ServiceLoader.Provider::get)
                .toList();
        try {
            return new ConfigurationFolder(Path.of("..", "config"), providers, variables)
                    .read()
                    .mapping();
        } catch (InvalidConfiguration e) {
            throw new AssertionError(e.problems().toString(), e);
        }
    }
}
