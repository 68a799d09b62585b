package io.smarketing.core.crm.provision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.smarketing.core.crm.provision.OwnField.Purpose;
import io.smarketing.core.crm.provision.Part.State;
import io.smarketing.core.crm.record.RecordType;
import io.smarketing.core.lead.FieldName;
import io.smarketing.core.lead.FieldSpec;
import io.smarketing.core.lead.FieldType;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class OwnFieldTest {

    private static final FieldName NAME = FieldName.of("score");

    @Test
    void oneOfAnotherTypeWillNotDo() {
        assertThat(wanted(FieldType.DATETIME).against(there(FieldType.DATE)))
                .hasValueSatisfying(s -> assertThat(s).contains("date field", "we need datetime"));
        assertThat(wanted(FieldType.DATETIME).against(there(FieldType.DATETIME)))
                .isEmpty();
    }

    @Test
    void aTextTakesTheValuesOfAPicklistButNotTheOtherWayRound() {
        assertThat(wanted(FieldType.PICKLIST, "accepted").against(there(FieldType.TEXT)))
                .isEmpty();
        assertThat(wanted(FieldType.TEXT).against(there(FieldType.PICKLIST, "accepted")))
                .isPresent();
    }

    @Test
    void aPicklistMustHaveOurOptions() {
        OwnField verdict = wanted(FieldType.PICKLIST, "accepted", "rejected");

        assertThat(verdict.against(there(FieldType.PICKLIST, "rejected", "accepted", "perhaps")))
                .isEmpty();
        assertThat(verdict.against(there(FieldType.PICKLIST, "accepted")))
                .hasValueSatisfying(s -> assertThat(s).contains("lacks the options rejected"));
    }

    @Test
    void whatCannotBeWrittenWillNotDo() {
        assertThat(wanted(FieldType.TEXT).against(there(FieldType.TEXT, Set.of())))
                .hasValueSatisfying(s -> assertThat(s).contains("cannot write it"));
    }

    @Test
    void theKeyMustBeUnique() {
        OwnField key = new OwnField(
                Map.of(new RecordType("person"), NAME), "Key", "", FieldType.TEXT, 255, List.of(), Purpose.KEY);

        assertThat(key.against(there(FieldType.TEXT)))
                .hasValueSatisfying(s -> assertThat(s).contains("not unique"));
    }

    @Test
    void whatHasNoSizeOrAnOddTypeIsNoField() {
        assertThatIllegalArgumentException().isThrownBy(() -> wanted(FieldType.OWNER));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new OwnField(Map.of(), "a", "b", FieldType.NUMBER, 0, List.of(), Purpose.QUALITY));
    }

    @Test
    void whatCameOfAMakingIsTakenFromWhatIsThereAfterwards() {
        List<Part> before = List.of(
                Part.present("field", "a"), Part.missing("field", "b", "text"), Part.missing("field", "c", "number"));
        List<Part> after =
                List.of(Part.present("field", "a"), Part.present("field", "b"), Part.missing("field", "c", "number"));

        List<Part> outcome = Part.outcome(before, after, Map.of("c", "no permission", "b", "hearsay"));

        assertThat(outcome)
                .containsExactly(
                        Part.present("field", "a"),
                        new Part("field", "b", State.MADE, "text"),
                        new Part("field", "c", State.FAILED, "no permission"));
    }

    private static OwnField wanted(FieldType type, String... options) {
        return new OwnField(
                Map.of(new RecordType("person"), NAME), "Score", "", type, 9, List.of(options), Purpose.QUALITY);
    }

    private static FieldSpec there(FieldType type, String... options) {
        return there(type, Set.of(FieldSpec.Trait.UPDATABLE), options);
    }

    private static FieldSpec there(FieldType type, Set<FieldSpec.Trait> traits, String... options) {
        return new FieldSpec(NAME, type, "Score", OptionalInt.empty(), OptionalInt.empty(), List.of(options), traits);
    }
}
