package io.smarketing.daemon.command.provision;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smarketing.core.crm.provision.OwnField.Purpose;
import io.smarketing.core.crm.record.CrmId;
import io.smarketing.core.crm.record.RecordType;
import io.smarketing.core.crm.record.Subject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The fields that the cards in the repository show are those of the example configuration. */
class ShownFieldsTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void the_components_in_Salesforce_show_the_fields_of_the_example() throws IOException {
        String module = Files.readString(
                Path.of("../connector-salesforce/src/main/sfdx/force-app/main/default/lwc/smarketingLead/fields.js"));
        String json = module.substring(module.indexOf('{'), module.lastIndexOf('}') + 1);

        assertThat(JSON.readTree(json)).isEqualTo(example("salesforce", "Lead", "Contact"));
    }

    @Test
    void the_card_in_HubSpot_shows_the_fields_of_the_example() throws IOException {
        assertThat(JSON.readTree(Path.of("../connector-hubspot/src/main/hubspot-app/src/app/cards/fields.json")
                        .toFile()))
                .isEqualTo(example("hubspot", "contact"));
    }

    @Test
    void the_function_writes_the_properties_in_which_sales_answers() throws IOException {
        ObjectNode answered = JSON.createObjectNode();
        example("hubspot", "contact").path("contact").forEach(field -> {
            String purpose = field.path("purpose").asText();
            if (Purpose.valueOf(purpose.toUpperCase(Locale.ROOT)).isEditedByReps()) {
                answered.set(purpose, field.path("field"));
            } else if (purpose.equals("answered_by")) {
                answered.set("by", field.path("field"));
            }
        });

        assertThat(JSON.readTree(Path.of("../connector-hubspot/src/main/hubspot-app/src/app/functions/properties.json")
                        .toFile()))
                .isEqualTo(answered);
    }

    private static JsonNode example(String crm, String... types) {
        Blueprints blueprints = new Blueprints(Map.of(Subject.PEOPLE, BlueprintsTest.example()), Glossary.read());
        ObjectNode all = JSON.createObjectNode();
        for (String name : types) {
            RecordType type = new RecordType(name);
            ArrayNode fields = all.putArray(name);
            blueprints.of(new CrmId(crm), type).fields().stream()
                    .filter(field -> field.places().containsKey(type) && !field.is(Purpose.KEY))
                    .forEach(field -> {
                        ObjectNode line = fields.addObject()
                                .put("field", field.places().get(type).text())
                                .put("label", field.label())
                                .put("purpose", field.purpose().name().toLowerCase(Locale.ROOT));
                        List<String> options = field.purpose().isEditedByReps() ? field.options() : List.of();
                        options.forEach(option -> line.withArray("options").add(option));
                    });
        }
        return all;
    }
}
