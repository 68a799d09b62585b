package io.smarketing.core.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smarketing.core.crm.Schema;
import io.smarketing.core.crm.record.CrmId;
import io.smarketing.core.crm.record.RecordType;
import io.smarketing.core.lead.Email;
import io.smarketing.core.lead.FieldName;
import io.smarketing.core.lead.FieldSpec;
import io.smarketing.core.lead.FieldSpec.Trait;
import io.smarketing.core.lead.FieldType;
import io.smarketing.core.lead.FieldValue;
import io.smarketing.core.mapping.ValueCodec.Coded;
import io.smarketing.core.merge.MergePolicy;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.BigRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class CodecsTest {
    private static final Schema REPS = new Schema() {
        @Override
        public Map<FieldName, FieldSpec> fields(RecordType type) {
            return Map.of();
        }

        @Override
        public Optional<Email> ownerEmail(String ownerId) {
            return ownerId.equals("o1") ? Optional.of(new Email("rep-1@example.com")) : Optional.empty();
        }

        @Override
        public Optional<String> ownerId(Email email) {
            return email.address().equals("rep-1@example.com") ? Optional.of("o1") : Optional.empty();
        }

        @Override
        public ZoneId zone() {
            return ZoneId.of("Pacific/Auckland");
        }
    };

    private static FieldSpec spec(FieldType type, OptionalInt scale, List<String> options, Trait... traits) {
        return new FieldSpec(FieldName.of("f"), type, "F", OptionalInt.of(20), scale, options, Set.of(traits));
    }

    private static ValueCodec bind(CodecPlan plan, FieldType neutral, FieldType field) {
        return plan.bind(neutral, spec(field, OptionalInt.empty(), List.of()), REPS);
    }

    private static String text(Coded coded) {
        return coded.match(FieldValue::text, none -> "(not applicable)", why -> "(unreadable)");
    }

    @Property(tries = 300)
    void aNumberComesBackAsTheFieldHoldsIt(
            @ForAll @BigRange(min = "-1000000", max = "1000000") java.math.BigDecimal number) throws Exception {
        FieldSpec spec = spec(FieldType.NUMBER, OptionalInt.of(2), List.of());
        ValueCodec codec = Codecs.plain().bind(FieldType.NUMBER, spec, REPS);
        FieldValue held = spec.normalForm().read(number.toPlainString());
        assertThat(text(codec.write(FieldValue.of(text(codec.read(held)))))).isEqualTo(held.text());
    }

    @Property(tries = 300)
    void textComesBack(@ForAll @AlphaChars String text) {
        ValueCodec codec = bind(Codecs.plain(), FieldType.TEXT, FieldType.TEXT);
        assertThat(text(codec.read(FieldValue.of(text(codec.write(FieldValue.of(text)))))))
                .isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({"A, a, A", "B, a, A", "a, a, A", "C, (unreadable), ''", "'', '', ''"})
    void aPicklistMapGoesBackByTheNamedWord(String held, String neutral, String back) {
        ValueCodec codec =
                bind(Codecs.picklist(Map.of("A", "a", "B", "a"), Map.of("a", "A")), FieldType.TEXT, FieldType.PICKLIST);
        assertThat(text(codec.read(FieldValue.of(held)))).isEqualTo(neutral);
        if (!neutral.startsWith("(")) {
            assertThat(text(codec.write(FieldValue.of(neutral)))).isEqualTo(back);
        }
    }

    @Test
    void aMultiSelectIsMappedOptionByOption() {
        ValueCodec codec = bind(
                Codecs.picklist(Map.of("A", "z", "B", "y"), Map.of("z", "A", "y", "B")),
                FieldType.MULTI_PICKLIST,
                FieldType.MULTI_PICKLIST);
        assertThat(text(codec.read(FieldValue.of("A;B")))).isEqualTo("y;z");
        assertThat(text(codec.write(FieldValue.of("y;z")))).isEqualTo("A;B");
        assertThat(text(codec.read(FieldValue.of("A;Q")))).isEqualTo("(unreadable)");
        assertThat(text(codec.read(FieldValue.BLANK))).isEmpty();
    }

    @Test
    void anOwnerGoesByAddressAndSaysNothingWithoutOne() {
        ValueCodec codec = bind(Codecs.plain(), FieldType.OWNER, FieldType.OWNER);
        assertThat(text(codec.read(FieldValue.of("o1")))).isEqualTo("rep-1@example.com");
        assertThat(text(codec.write(FieldValue.of("rep-1@example.com")))).isEqualTo("o1");
        assertThat(text(codec.read(FieldValue.of("queue")))).isEqualTo("(not applicable)");
        assertThat(text(codec.write(FieldValue.of("rep-9@example.com")))).isEqualTo("(not applicable)");
        assertThat(text(codec.read(FieldValue.BLANK))).as("nobody").isEmpty();
    }

    @Test
    void lowerIsLowerOnTheWayIn() {
        ValueCodec codec = bind(Codecs.lower(), FieldType.TEXT, FieldType.TEXT);
        assertThat(text(codec.read(FieldValue.of("ABC")))).isEqualTo("abc");
        assertThat(text(codec.write(FieldValue.of("Abc")))).isEqualTo("Abc");
    }

    @ParameterizedTest
    @CsvSource({"2026-11-22T10:59:59Z, 2026-11-22", "2026-11-22T11:00:00Z, 2026-11-23", "'', ''", "soon, (unreadable)"})
    void aTimeIsOnTheDayOfTheAccountsZone(String time, String day) {
        ValueCodec codec = bind(Codecs.plain(), FieldType.DATE, FieldType.DATETIME);
        assertThat(text(codec.read(FieldValue.of(time)))).isEqualTo(day);
    }

    @Test
    void aDayIsNoonThereAndReadBackTheSame() {
        ValueCodec codec = bind(Codecs.plain(), FieldType.DATE, FieldType.DATETIME);
        Coded written = codec.write(FieldValue.of("2026-11-22"));
        assertThat(text(written)).isEqualTo("2026-11-21T23:00:00Z");
        assertThat(text(codec.read(FieldValue.of(text(written))))).isEqualTo("2026-11-22");
    }

    @Test
    void typesThatDoNotFitAreAProblem() {
        assertThatThrownBy(() -> bind(Codecs.plain(), FieldType.DATE, FieldType.NUMBER))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("choose type number or text");
        assertThatThrownBy(() -> bind(Codecs.plain(), FieldType.NUMBER, FieldType.OWNER))
                .hasMessageContaining("choose type owner");
        assertThat(text(bind(Codecs.plain(), FieldType.NUMBER, FieldType.TEXT).read(FieldValue.of("a lot"))))
                .isEqualTo("(unreadable)");
    }

    @ParameterizedTest
    @CsvSource({
        "TEXT, 12345678901234567890, ''",
        "TEXT, 123456789012345678901, 'has 21 characters, the field takes 20'",
        "PICKLIST, a, ''",
        "PICKLIST, qq9, 'none of the field''s options'",
        "MULTI_PICKLIST, a;b, ''",
        "MULTI_PICKLIST, a;qq9, 'none of the field''s options'",
        "PICKLIST, '', ''"
    })
    void anObjectionSaysWhyWithoutTheValue(FieldType type, String value, String said) {
        Optional<String> objection = place(spec(type, OptionalInt.empty(), List.of("a", "b"), traits(type)))
                .objection(FieldValue.of(value));
        if (said.isEmpty()) {
            assertThat(objection).isEmpty();
        } else {
            assertThat(objection.orElseThrow()).contains(said).doesNotContain(value);
        }
    }

    @Test
    void aBooleanThatCannotBeBlankIsFalse() {
        assertThat(text(place(spec(FieldType.BOOLEAN, OptionalInt.empty(), List.of()))
                        .write(FieldValue.BLANK)))
                .isEqualTo("false");
        assertThat(text(place(spec(FieldType.BOOLEAN, OptionalInt.empty(), List.of(), Trait.BLANKABLE))
                        .write(FieldValue.BLANK)))
                .isEmpty();
    }

    private static Trait[] traits(FieldType type) {
        return type == FieldType.TEXT ? new Trait[0] : new Trait[] {Trait.RESTRICTED};
    }

    private static FieldPlace place(FieldSpec spec) {
        MergePolicy policy = new MergePolicy(
                Optional.empty(),
                MergePolicy.Conflict.NEWEST,
                new CrmId("left"),
                true,
                MergePolicy.FirstMeeting.LEAVE,
                false);
        FieldRule rule = new FieldRule(FieldName.of("n"), spec.type(), Map.of(), policy, "1", "mapping.yaml:1");
        return new FieldPlace(rule, spec, Codecs.plain().bind(spec.type(), spec, REPS), Optional.empty());
    }
}
