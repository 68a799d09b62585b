package io.smarketing.core.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import io.smarketing.core.crm.Schema;
import io.smarketing.core.crm.record.CrmId;
import io.smarketing.core.crm.record.RecordType;
import io.smarketing.core.lead.Email;
import io.smarketing.core.lead.FieldName;
import io.smarketing.core.lead.FieldSpec;
import io.smarketing.core.lead.FieldSpec.Trait;
import io.smarketing.core.lead.FieldType;
import io.smarketing.core.lifecycle.Lifecycle;
import io.smarketing.core.merge.MergePolicy;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class DictionaryTest {
    private final Map<CrmId, Assignment> assignments = new HashMap<>();
    private static final CrmId CRM = new CrmId("left");
    private static final RecordType TYPE = new RecordType("contact");
    private final Map<FieldName, FieldSpec> fields = new LinkedHashMap<>();

    private DictionaryTest field(String name, FieldType type, Trait... traits) {
        FieldName field = FieldName.of(name);
        fields.put(
                field,
                new FieldSpec(field, type, name, OptionalInt.empty(), OptionalInt.empty(), List.of(), Set.of(traits)));
        return this;
    }

    private Schema schema() {
        return new Schema() {
            @Override
            public Map<FieldName, FieldSpec> fields(RecordType type) {
                return fields;
            }

            @Override
            public Optional<Email> ownerEmail(String ownerId) {
                return Optional.empty();
            }

            @Override
            public Optional<String> ownerId(Email email) {
                return Optional.empty();
            }
        };
    }

    private static FieldRule rule(String field, FieldType type, Optional<String> standIn) {
        MergePolicy policy = new MergePolicy(
                Optional.empty(), MergePolicy.Conflict.NEWEST, CRM, true, MergePolicy.FirstMeeting.LEAVE, false);
        Place place = new Place(Map.of(TYPE, FieldName.of(field)), Codecs.plain(), standIn);
        return new FieldRule(FieldName.of(field), type, Map.of(CRM, place), policy, "1", "mapping.yaml:7");
    }

    @Test
    void aQueueThatIsNotThereIsAProblemOfItsLine() {
        field("key", FieldType.TEXT, Trait.UPDATABLE, Trait.UNIQUE)
                .field("mql_at", FieldType.DATETIME, Trait.UPDATABLE)
                .field("owner", FieldType.OWNER, Trait.CREATABLE);
        assignments.put(CRM, new Assignment(Assignment.By.QUEUE, Optional.of("Inbound"), "mapping.yaml:9"));
        Dictionary dictionary = bind();
        dictionary.newRecord(CRM, TYPE, schema());
        assertThat(dictionary.problems())
                .singleElement()
                .asString()
                .startsWith("mapping.yaml:9: ")
                .contains("no queue 'Inbound' that may own a contact", "correct its name");
    }

    private Dictionary bind(FieldRule... rules) {
        OwnFields own = new OwnFields(
                TYPE,
                FieldName.of("key"),
                Optional.empty(),
                Map.of(),
                Map.of("mql", FieldName.of("mql_at")),
                HandoffFields.NONE);
        Mapping mapping = new Mapping(
                List.of(rules),
                new Lifecycle(List.of(), List.of()),
                Optional.empty(),
                Map.of(CRM, Map.of(TYPE, own)),
                Map.of(),
                Set.of(),
                assignments);
        return new Dictionary(mapping, Map.of(CRM, schema()));
    }

    @Test
    void whatFitsHasNoProblem() {
        field("key", FieldType.TEXT, Trait.UPDATABLE, Trait.UNIQUE)
                .field("mql_at", FieldType.DATETIME, Trait.UPDATABLE)
                .field("title", FieldType.TEXT, Trait.UPDATABLE, Trait.REQUIRED);
        Dictionary dictionary = bind(rule("title", FieldType.TEXT, Optional.empty()));
        dictionary.newRecord(CRM, TYPE, schema());
        assertThat(dictionary.problems()).isEmpty();
        assertThat(dictionary.of(CRM, TYPE).place(FieldName.of("title"))).isPresent();
    }

    @Test
    void allProblemsAreToldAtOnceWithPlaceAndRemedy() {
        field("key", FieldType.TEXT, Trait.UPDATABLE)
                .field("score", FieldType.NUMBER, Trait.UPDATABLE)
                .field("born", FieldType.DATE, Trait.UPDATABLE)
                .field("must", FieldType.TEXT, Trait.UPDATABLE, Trait.REQUIRED);
        Dictionary dictionary = bind(
                rule("titel", FieldType.TEXT, Optional.empty()),
                rule("born", FieldType.NUMBER, Optional.empty()),
                rule("score", FieldType.NUMBER, Optional.of("many")));
        dictionary.newRecord(CRM, TYPE, schema());
        assertThat(dictionary.problems())
                .hasSize(6)
                .anySatisfy(p -> assertThat(p).startsWith("lifecycle.yaml: ").contains("mql_at", "have it made"))
                .anySatisfy(p -> assertThat(p).contains("contact.key is not unique"))
                .anySatisfy(p -> assertThat(p).startsWith("mapping.yaml:7").contains("titel", "correct the name"))
                .anySatisfy(p -> assertThat(p).startsWith("mapping.yaml:7").contains("'born'", "choose type date"))
                .anySatisfy(p -> assertThat(p).contains("the default of score is not a number"))
                .anySatisfy(p -> assertThat(p).contains("requires contact.must", "give it a default"));
    }

    @Test
    void anOwnFieldThatCannotBeWrittenIsAProblem() {
        field("key", FieldType.TEXT, Trait.UPDATABLE, Trait.UNIQUE).field("mql_at", FieldType.DATETIME);
        assertThat(bind().problems())
                .singleElement()
                .asString()
                .contains("does not let us write the field mql_at on contact");
    }

    @Test
    void aFieldThatAnAdminHasNotLetUsWriteIsAProblemWhereItIsToBeWritten() {
        field("key", FieldType.TEXT, Trait.UPDATABLE, Trait.UNIQUE)
                .field("mql_at", FieldType.DATETIME, Trait.UPDATABLE)
                .field("title", FieldType.TEXT, Trait.LOCKED);
        CrmId other = new CrmId("other");

        assertThat(bind(between(CRM, other, Optional.empty())).problems())
                .singleElement()
                .asString()
                .startsWith("mapping.yaml:7: ")
                .contains("does not let us write title on contact", "grant the integration user access");
        assertThat(bind(between(CRM, other, Optional.of(other))).problems()).hasSize(1);
        assertThat(bind(between(CRM, other, Optional.of(CRM))).problems()).isEmpty();
    }

    private static FieldRule between(CrmId one, CrmId other, Optional<CrmId> source) {
        MergePolicy policy =
                new MergePolicy(source, MergePolicy.Conflict.NEWEST, one, true, MergePolicy.FirstMeeting.LEAVE, false);
        Place place = new Place(Map.of(TYPE, FieldName.of("title")), Codecs.plain(), Optional.empty());
        return new FieldRule(
                FieldName.of("title"), FieldType.TEXT, Map.of(one, place, other, place), policy, "1", "mapping.yaml:7");
    }
}
