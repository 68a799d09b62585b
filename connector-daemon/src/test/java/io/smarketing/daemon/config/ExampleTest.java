package io.smarketing.daemon.config;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.smarketing.core.crm.CrmProvider;
import io.smarketing.core.crm.open.SettingSpec;
import io.smarketing.core.crm.record.CrmId;
import io.smarketing.core.crm.record.RecordType;
import io.smarketing.core.crm.record.StageFact;
import io.smarketing.core.lead.FieldName;
import io.smarketing.core.lead.Fields;
import io.smarketing.core.lifecycle.Criterion;
import io.smarketing.core.lifecycle.Handoff;
import io.smarketing.core.lifecycle.Lifecycle;
import io.smarketing.core.lifecycle.Moment;
import io.smarketing.core.mapping.FieldRule;
import io.smarketing.core.mapping.OwnFields;
import io.smarketing.core.merge.MergePolicy;
import io.smarketing.daemon.config.agreement.AgreementFile;
import io.smarketing.daemon.config.channel.ChannelsSection;
import io.smarketing.daemon.config.field.FieldLine;
import io.smarketing.daemon.config.handoff.HandoffSection;
import io.smarketing.daemon.config.handoff.HoursSection;
import io.smarketing.daemon.config.handoff.NoticesSection;
import io.smarketing.daemon.config.handoff.ViewSection;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The configuration that admins copy, read with the real adapters, and its schemas. */
class ExampleTest {

    private static final Path EXAMPLE = Path.of("..", "config");
    private static final Map<String, String> VARIABLES = Map.of(
            "HUBSPOT_TOKEN", "x-1",
            "SALESFORCE_URL", "https://example.my.salesforce.com",
            "SALESFORCE_CLIENT_ID", "x-2",
            "SALESFORCE_CLIENT_SECRET", "x-3");

    private static List<CrmProvider> providers() {
        return ServiceLoader.load(CrmProvider.class).stream()
                .map(ServiceLoader.Provider::get)
                .toList();
    }

    private static Configuration example() throws InvalidConfiguration {
        return new ConfigurationFolder(EXAMPLE, providers(), VARIABLES).read();
    }

    @Test
    void it_is_read_into_records() throws InvalidConfiguration {
        Configuration c = example();

        assertThat(c.connections().keySet()).extracting(CrmId::name).containsExactly("hubspot", "salesforce");
        assertThat(c.store()).isAbsolute().endsWithRaw(Path.of("config", "state", "smarketing.db"));
        assertThat(c.guards()).isEqualTo(Guards.DEFAULT);
        assertThat(rule(c, "company").places().get(new CrmId("salesforce")).fields())
                .containsEntry(new RecordType("Lead"), FieldName.of("Company"))
                .containsEntry(new RecordType("Contact"), FieldName.of("Account.Name"));
        assertThat(rule(c, "lastName").places().get(new CrmId("salesforce")).standIn())
                .contains("[not provided]");
        assertThat(rule(c, "owner").policy().conflict()).isEqualTo(MergePolicy.Conflict.PREFER);
        assertThat(rule(c, "owner").policy().favoured()).isEqualTo(new CrmId("salesforce"));
        assertThat(rule(c, "score").policy().source()).contains(new CrmId("hubspot"));
        assertThat(c.mapping().lifecycle().rules()).hasSize(7);
        assertThat(c.mapping().lifecycle().rules().get(6).fact()).contains(StageFact.WON_OPPORTUNITY);
        assertThat(c.mapping().lifecycle().rules().get(2).criteria()).hasSize(3);
    }

    @Test
    void own_fields_stand_on_every_record_type() throws InvalidConfiguration {
        Map<RecordType, OwnFields> own = example().mapping().own().get(new CrmId("salesforce"));

        assertThat(own.keySet()).extracting(RecordType::name).containsExactlyInAnyOrder("Lead", "Contact");
        OwnFields lead = own.get(new RecordType("Lead"));
        assertThat(lead.key()).isEqualTo(FieldName.of("Smarketing_Key__c"));
        assertThat(lead.stage()).contains(FieldName.of("Smarketing_Stage__c"));
        assertThat(lead.stageValues())
                .containsEntry("sal", "SAL")
                .containsEntry("recycled", "Recycled")
                .hasSize(9);
        assertThat(lead.stamps()).containsEntry("mql", FieldName.of("Smarketing_MQL_At__c"));
        assertThat(lead.handoff().at())
                .containsEntry(Moment.TOUCHED, FieldName.of("Smarketing_First_Touch_At__c"))
                .hasSize(4);
        assertThat(lead.handoff().grade()).contains(FieldName.of("Smarketing_Grade__c"));
        assertThat(lead.handoff().all()).hasSize(12);
        OwnFields contact = example().mapping().own().get(new CrmId("hubspot")).get(new RecordType("contact"));
        assertThat(contact.stageValues()).doesNotContainKey("sal").hasSize(6);
    }

    @Test
    void the_handoff_is_read() throws InvalidConfiguration {
        Handoff handoff = example().mapping().handoff().orElseThrow();
        Lifecycle lifecycle = example().mapping().lifecycle();

        assertThat(handoff.from()).isEqualTo("mql");
        assertThat(handoff.feedback()).extracting(FieldName::text).contains("verdict", "reason", "rating", "comment");
        assertThat(handoff.source()).contains(FieldName.of("source"));
        assertThat(handoff.notices())
                .isEqualTo(Map.of(
                        new CrmId("hubspot"),
                        new Handoff.Notices(
                                Set.of("accepted", "rejected", "disqualified"),
                                Set.of("rejected", "disqualified"),
                                Duration.ofDays(2))));
        assertThat(handoff.grading().orElseThrow().grade(Fields.of("score", "79.9")))
                .contains("B");
        assertThat(handoff.grading().orElseThrow().grade(Fields.of("score", "")))
                .isEmpty();
        assertThat(handoff.hours()
                        .between(Instant.parse("2026-07-02T20:00:00Z"), Instant.parse("2026-07-06T14:00:00Z")))
                .as("Thursday 16 o'clock to Monday 10 o'clock over the observed holiday")
                .isEqualTo(Duration.ofHours(2));
        Criterion back = lifecycle.detour("recycled").orElseThrow().criteria().get(0);
        assertThat(back.inputs()).extracting(FieldName::text).containsExactlyInAnyOrder("verdict", "reason");
        assertThat(back.holds(Fields.of("verdict", "rejected").with(Fields.of("reason", "too early"))))
                .isTrue();
        assertThat(back.holds(Fields.of("verdict", "accepted").with(Fields.of("reason", "too early"))))
                .isFalse();
        assertThat(back.holds(Fields.of("verdict", "rejected").with(Fields.of("reason", "competitor"))))
                .isFalse();
        assertThat(lifecycle.rules().get(2).criteria().get(0).inputs())
                .extracting(FieldName::text)
                .containsExactlyInAnyOrder("formConversions", "score");
        assertThat(lifecycle.rules().get(2).gate().get(0).inputs())
                .extracting(FieldName::text)
                .containsExactlyInAnyOrder("email", "phone");
    }

    @Test
    void fingerprints_differ_from_field_to_field_and_not_from_read_to_read() throws InvalidConfiguration {
        List<String> once =
                example().mapping().rules().stream().map(FieldRule::fingerprint).toList();
        assertThat(once).doesNotHaveDuplicates().allMatch(f -> f.matches("[0-9a-f]{12}"));
        assertThat(example().mapping().rules())
                .extracting(FieldRule::fingerprint)
                .isEqualTo(once);
    }

    @ParameterizedTest
    @ValueSource(strings = {"connections", "mapping", "lifecycle", "agreement"})
    void it_passes_its_schema(String name) throws IOException {
        String yaml = Files.readString(EXAMPLE.resolve(name + ".yaml"));
        assertThat(yaml).startsWith("# yaml-language-server: $schema=schema/" + name + ".schema.json\n");
        assertThat(schema(name).validate(yaml, InputFormat.YAML)).isEmpty();
    }

    @Test
    void the_schemas_find_what_the_reader_finds() throws IOException {
        String mapping = Files.readString(EXAMPLE.resolve("mapping.yaml"));
        assertThat(schema("mapping").validate(mapping.replace("codec:", "coddec:"), InputFormat.YAML))
                .isNotEmpty();
        assertThat(schema("mapping").validate(mapping.replace("type: e-mail", "type: email"), InputFormat.YAML))
                .isNotEmpty();
        String connections = Files.readString(EXAMPLE.resolve("connections.yaml"));
        assertThat(schema("connections").validate(connections.replace("login-url", "loginurl"), InputFormat.YAML))
                .isNotEmpty();
    }

    @Test
    void the_schemas_know_the_keys_that_the_reader_knows() throws IOException {
        JsonNode connections = tree("connections");
        assertKeys(connections.at("/properties"), ConnectionsFile.KEYS);
        assertKeys(connections.at("/properties/guards/properties"), ConnectionsFile.GUARD_KEYS);
        assertKeys(connections.at("/$defs/budget/properties"), ConnectionLines.BUDGET_KEYS);
        assertKeys(connections.at("/$defs/channels/properties"), ChannelsSection.KEYS);
        assertKeys(connections.at("/$defs/email/properties"), ChannelsSection.EMAIL_KEYS);
        assertKeys(connections.at("/$defs/webhook/properties"), ChannelsSection.WEBHOOK_KEYS);
        assertKeys(tree("mapping").at("/properties"), MappingFile.KEYS);
        assertKeys(tree("mapping").at("/$defs/subject/properties"), MappingFile.COMMON_KEYS);
        assertKeys(tree("lifecycle").at("/properties"), LifecycleFile.KEYS);
        assertKeys(tree("lifecycle").at("/$defs/stage/properties"), LifecycleFile.STAGE_KEYS);
        assertKeys(tree("lifecycle").at("/properties/illegal-moves/properties"), LifecycleFile.ILLEGAL_KEYS);
        assertKeys(tree("lifecycle").at("/$defs/handoff/properties"), HandoffSection.KEYS);
        assertKeys(tree("lifecycle").at("/$defs/handoff/properties/view/properties"), ViewSection.KEYS);
        assertKeys(tree("lifecycle").at("/$defs/handoff/properties/hours/properties"), HoursSection.KEYS);
        assertKeys(tree("lifecycle").at("/$defs/notices/properties"), NoticesSection.KEYS);
        assertKeys(tree("lifecycle").at("/$defs/handoff/properties/fields/properties"), HandoffSection.fieldKeys());
        for (Map.Entry<String, List<String>> group : AgreementFile.groups().entrySet()) {
            assertKeys(tree("agreement").at(group.getKey() + "/properties"), group.getValue());
        }
        List<String> field = new ArrayList<>(FieldLine.KEYS);
        field.addAll(List.of("hubspot", "salesforce"));
        assertKeys(tree("mapping").at("/$defs/field/properties"), field);
        assertThat(texts(tree("mapping").at("/$defs/field/properties/type/enum")))
                .containsExactlyElementsOf(FieldLine.TYPES.keySet());
        assertThat(texts(tree("lifecycle").at("/$defs/stage/properties/fact/enum")))
                .containsExactlyInAnyOrderElementsOf(LifecycleFile.FACTS.keySet());
    }

    @Test
    void the_schemas_know_the_settings_that_the_adapters_know() throws IOException {
        assertThat(providers()).extracting(CrmProvider::type).containsExactlyInAnyOrder("hubspot", "salesforce");
        for (CrmProvider provider : providers()) {
            List<String> known = new ArrayList<>(ConnectionLines.KEYS);
            provider.settings().stream().map(SettingSpec::name).forEach(known::add);
            assertKeys(tree("connections").at("/$defs/" + provider.type() + "/properties"), known);
        }
    }

    private static FieldRule rule(Configuration c, String name) {
        Optional<FieldRule> rule = c.mapping().rules().stream()
                .filter(r -> r.name().text().equals(name))
                .findFirst();
        return rule.orElseThrow();
    }

    private static void assertKeys(JsonNode properties, Collection<String> known) {
        Set<String> names = new HashSet<>();
        properties.fieldNames().forEachRemaining(names::add);
        assertThat(names).containsExactlyInAnyOrderElementsOf(known);
    }

    private static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(n -> texts.add(n.asText()));
        return texts;
    }

    private static JsonNode tree(String name) throws IOException {
        return new ObjectMapper()
                .readTree(EXAMPLE.resolve("schema/" + name + ".schema.json").toFile());
    }

    private static Schema schema(String name) throws IOException {
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(tree(name));
    }
}
