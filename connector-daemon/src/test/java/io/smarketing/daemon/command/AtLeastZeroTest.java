package io.smarketing.daemon.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine.TypeConversionException;

class AtLeastZeroTest {

    @Test
    void takes_whole_numbers_from_zero() {
        assertThat(new AtLeastZero().convert("0")).isZero();
        assertThat(new AtLeastZero().convert("250")).isEqualTo(250);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "", "many", "1.5", "99999999999"})
    void refuses_anything_else_with_a_remedy(String text) {
        assertThatThrownBy(() -> new AtLeastZero().convert(text))
                .isInstanceOf(TypeConversionException.class)
                .hasMessageContaining("'" + text + "'")
                .hasMessageContaining("give 0 or more");
    }
}
