package io.smarketing.salesforce.soql;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SoqlTest {

    /** The escapes are those of the SOQL reference, "Quoted String Escape Sequences". */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "value1|'value1'",
                "x' OR Name != '|'x\\' OR Name != \\''",
                "back\\slash|'back\\\\slash'",
                "say \"hi\"|'say \\\"hi\\\"'",
                "100%_|'100%_'"
            })
    void whateverAValueHoldsItStaysAValue(String value, String expected) {
        assertThat(Soql.text(value)).isEqualTo(expected);
    }

    @Test
    void controlCharactersAreEscaped() {
        // simple-salesforce tests: "val'ue1\n"
        assertThat(Soql.text("val'ue1\n")).isEqualTo("'val\\'ue1\\n'");
        assertThat(Soql.text("\r\t\b\f")).isEqualTo("'\\r\\t\\b\\f'");
    }

    @Test
    void listsAndTimes() {
        assertThat(Soql.in("x", List.of("value1", "val'ue1\n"))).isEqualTo("x IN ('value1','val\\'ue1\\n')");
        assertThat(Soql.time(Instant.parse("1987-02-01T01:02:03.900Z"))).isEqualTo("1987-02-01T01:02:03Z");
    }

    @Test
    void whatIsLookedForInATextIsNoPattern() {
        assertThat(Soql.holding("Website", List.of("100%_.com", "o'x.com")))
                .isEqualTo("(Website LIKE '%100\\%\\_.com%' OR Website LIKE '%o\\'x.com%')");
        assertThat(Soql.holding("x", List.of("back\\%"))).isEqualTo("(x LIKE '%back\\\\\\%%')");
    }

    @Property
    void noValueEndsItsLiteral(@ForAll String value) {
        String literal = Soql.text(value);

        assertThat(endOfLiteral(literal)).isEqualTo(literal.length() - 1);
    }

    private static int endOfLiteral(String literal) {
        int i = 1;
        while (literal.charAt(i) != '\'') {
            i += literal.charAt(i) == '\\' ? 2 : 1;
        }
        return i;
    }

    @Test
    void valuesAreCutIntoListsThatFitIntoAUrl() {
        List<String> ids =
                IntStream.range(0, 450).mapToObj("00Q%015d"::formatted).toList();
        List<String> longOnes =
                IntStream.range(0, 100).mapToObj(i -> "@".repeat(80) + i).toList();

        assertThat(Batches.of(ids)).extracting(List::size).containsExactly(200, 200, 50);
        assertThat(Batches.of(longOnes))
                .hasSizeGreaterThan(2)
                .allSatisfy(batch -> assertThat(batch).hasSizeLessThan(35));
        assertThat(Batches.of(List.of("a", "a"))).containsExactly(List.of("a"));
        assertThat(Batches.of(List.of())).isEmpty();
    }
}
