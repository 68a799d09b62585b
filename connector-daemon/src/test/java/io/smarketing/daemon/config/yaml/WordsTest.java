package io.smarketing.daemon.config.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class WordsTest {

    private static final List<String> KNOWN = List.of("direction", "conflict", "tie", "type", "on-first-sync");

    @Test
    void the_nearest_word_is_found_and_a_far_one_is_not() {
        assertThat(Words.nearest("drection", KNOWN)).contains("direction");
        assertThat(Words.nearest("TYPE", KNOWN)).contains("type");
        assertThat(Words.nearest("tpye", KNOWN)).contains("type");
        assertThat(Words.nearest("on_first_sync", KNOWN)).contains("on-first-sync");
        assertThat(Words.nearest("colour", KNOWN)).isEmpty();
        assertThat(Words.nearest("x", KNOWN)).isEmpty();
    }

    @Property
    void a_letter_too_much_is_forgiven(@ForAll char letter) {
        assertThat(Words.nearest("direction" + letter, KNOWN)).contains("direction");
    }

    @Test
    void words_are_joined_as_people_join_them() {
        assertThat(Words.either(List.of("a"))).isEqualTo("a");
        assertThat(Words.either(List.of("a", "b"))).isEqualTo("a or b");
        assertThat(Words.either(List.of("a", "b", "c"))).isEqualTo("a, b or c");
    }

    @Test
    void a_quote_is_short_and_moves_no_cursor() {
        assertThat(Words.quoted("red\u001b[31m\n")).isEqualTo("'red [31m '");
        assertThat(Words.quoted("x".repeat(100))).hasSize(65).endsWith("...'");
    }
}
