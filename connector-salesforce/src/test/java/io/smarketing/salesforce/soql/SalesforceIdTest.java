package io.smarketing.salesforce.soql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SalesforceIdTest {

    /** Vectors of django-salesforce's Id15To18Test; the last one of the REST guide's example. */
    @ParameterizedTest
    @CsvSource({
        "00A000000000000,00A000000000000EAA",
        "000000000000000,000000000000000AAA",
        "00000000000000A,00000000000000AAAQ",
        "0000A0000A0000A,0000A0000A0000AQQQ",
        "A0000A0000A0000,A0000A0000A0000BBB",
        "aAaAAaAaAAaAaAA,aAaAAaAaAAaAaAA000",
        "AAAAAAAAAAAAAAA,AAAAAAAAAAAAAAA555",
        "001D000000IqhSL,001D000000IqhSLIAZ"
    })
    void fifteenCharactersBecomeEighteen(String id15, String id18) {
        assertThat(SalesforceId.normal(id15)).isEqualTo(id18);
        assertThat(SalesforceId.normal(id18)).isEqualTo(id18);
    }

    @Test
    void anIdWithAWrongEndIsNone() {
        assertThat(SalesforceId.isId("00A000000000000AAA")).isFalse();
        assertThat(SalesforceId.isId("00A00000000000")).isFalse();
        assertThatThrownBy(() -> SalesforceId.normal("x' OR Name != '")).isInstanceOf(IllegalArgumentException.class);
    }
}
