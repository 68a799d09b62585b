package io.smarketing.core.lead;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.OptionalInt;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class NormalFormTest {

    @ParameterizedTest
    @CsvSource({
        "TEXT, '  Ada  ', Ada",
        "EMAIL, ' Lead-0001@Example.COM', lead-0001@example.com",
        "NUMBER, 1.50, 1.5",
        "NUMBER, 1E3, 1000",
        "NUMBER, -0.00, 0",
        "BOOLEAN, TRUE, true",
        "DATE, 2026-11-22, 2026-11-22",
        "DATE, 1795305600000, 2026-11-22",
        "DATE, 2026-11-22T23:30:00-05:00, 2026-11-23",
        "DATETIME, 2026-11-22T10:00:00.987Z, 2026-11-22T10:00:00Z",
        "DATETIME, 2026-11-22T10:00:00.000+0000, 2026-11-22T10:00:00Z",
        "DATETIME, 2026-11-22T12:00:00+02:00, 2026-11-22T10:00:00Z",
        "DATETIME, 1795341600999, 2026-11-22T10:00:00Z",
        "MULTI_PICKLIST, 'b; a;;b', a;b",
        "PICKLIST, '  Open - New ', Open - New",
        "TEXT, '   ', ''"
    })
    void equalValuesHaveOneText(FieldType type, String raw, String normal) throws UnreadableValue {
        assertThat(NormalForm.of(type).read(raw)).isEqualTo(FieldValue.of(normal));
    }

    @ParameterizedTest
    @CsvSource({"2, 1.005, 1.01", "2, -1.005, -1.01", "0, 2.5, 3", "2, 1.5, 1.5", "2, 0.001, 0"})
    void aNumberIsRoundedAsTheFieldRounds(int scale, String raw, String normal) throws UnreadableValue {
        assertThat(new NormalForm(FieldType.NUMBER, OptionalInt.of(scale))
                        .read(raw)
                        .text())
                .isEqualTo(normal);
    }

    @ParameterizedTest
    @CsvSource({
        "NUMBER, many",
        "NUMBER, '1,5'",
        "NUMBER, 1e999999999",
        "NUMBER, 1e-999999999",
        "NUMBER, NaN",
        "BOOLEAN, yes",
        "DATE, 22.11.2026",
        "DATE, 2026-02-30",
        "DATE, 1795305600001",
        "DATETIME, 2026-11-23",
        "DATETIME, soon"
    })
    void whatIsNoneOfTheTypeIsUnreadableAndNotRepeated(FieldType type, String raw) {
        assertThatThrownBy(() -> NormalForm.of(type).read(raw))
                .isInstanceOf(UnreadableValue.class)
                .hasMessageNotContaining(raw);
    }

    @Property(tries = 500)
    void theNormalFormOfANormalFormIsItself(@ForAll FieldType type, @ForAll("raws") String raw) {
        NormalForm form = NormalForm.of(type);
        try {
            FieldValue once = form.read(raw);
            assertThat(form.read(once.text())).isEqualTo(once);
        } catch (UnreadableValue e) {
            assertThat(e.getMessage()).isNotBlank();
        }
    }

    @Provide
    Arbitrary<String> raws() {
        return Arbitraries.oneOf(
                Arbitraries.strings().ofMaxLength(12),
                Arbitraries.strings().withChars("0123456789.-+eE;:TZ ").ofMaxLength(20),
                Arbitraries.longs().map(String::valueOf),
                Arbitraries.doubles().map(String::valueOf));
    }
}
