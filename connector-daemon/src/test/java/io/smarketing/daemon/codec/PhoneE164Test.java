package io.smarketing.daemon.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smarketing.core.crm.Schema;
import io.smarketing.core.crm.record.RecordType;
import io.smarketing.core.lead.Email;
import io.smarketing.core.lead.FieldName;
import io.smarketing.core.lead.FieldSpec;
import io.smarketing.core.lead.FieldType;
import io.smarketing.core.lead.FieldValue;
import io.smarketing.core.mapping.ValueCodec;
import io.smarketing.core.mapping.ValueCodec.Coded;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PhoneE164Test {

    private static final FieldSpec FIELD = new FieldSpec(
            FieldName.of("Phone"),
            FieldType.PHONE,
            "Phone",
            OptionalInt.of(40),
            OptionalInt.empty(),
            List.of(),
            Set.of());

    private static final ValueCodec US = new PhoneE164(Optional.of("us")).bind(FieldType.PHONE, FIELD, new NoSchema());

    @ParameterizedTest
    @CsvSource({
        "(202) 555-0143, +12025550143",
        "+1 202.555.0143, +12025550143",
        "+49 30 1234567, +49301234567",
        "202-555-0143 ext. 12, 202-555-0143 ext. 12",
        "call me, call me",
        "12, 12",
        "'', ''"
    })
    void numbers_are_read_in_one_form_and_the_rest_as_it_is(String held, String neutral) {
        assertThat(US.read(FieldValue.of(held))).isEqualTo(Coded.of(neutral));
    }

    @Test
    void without_a_region_a_number_needs_its_country() {
        ValueCodec any = new PhoneE164(Optional.empty()).bind(FieldType.TEXT, FIELD, new NoSchema());
        assertThat(any.read(FieldValue.of("(202) 555-0143"))).isEqualTo(Coded.of("(202) 555-0143"));
        assertThat(any.read(FieldValue.of("+1 (202) 555-0143"))).isEqualTo(Coded.of("+12025550143"));
    }

    @Property
    void what_is_written_reads_as_what_was_written(@ForAll String text) {
        Coded read = US.read(FieldValue.of(text.strip()));
        read.match(
                v -> {
                    assertThat(US.write(v)).isEqualTo(read);
                    assertThat(US.read(v)).isEqualTo(read);
                    return v;
                },
                none -> fail(),
                why -> fail());
    }

    private static FieldValue fail() {
        throw new AssertionError("a text is always readable as a phone");
    }

    @Test
    void it_refuses_what_is_no_text() {
        assertThatThrownBy(() -> new PhoneE164(Optional.empty()).bind(FieldType.NUMBER, FIELD, new NoSchema()))
                .hasMessageContaining("choose type phone, not number");
    }

    /** A schema that nobody asks. */
    private static final class NoSchema implements Schema {

        @Override
        public Map<FieldName, FieldSpec> fields(RecordType type) {
            return Map.of();
        }

        @Override
        public Optional<Email> ownerEmail(String ownerId) {
            return Optional.empty();
        }

        @Override
        public Optional<String> ownerId(Email email) {
            return Optional.empty();
        }
    }
}
