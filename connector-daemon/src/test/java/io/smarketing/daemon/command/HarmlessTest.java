package io.smarketing.daemon.command;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HarmlessTest {

    @Test
    void what_a_terminal_obeys_is_shown_by_its_number() {
        assertThat(Harmless.text("a\u001b[2J\u009b\u0007\r\n\tb"))
                .isEqualTo("a\\u001b[2J\\u009b\\u0007\\u000d\\u000a\\u0009b");
        assertThat(Harmless.text("\u202eevil\u2066 \u2028 \ufeff \ud83d"))
                .isEqualTo("\\u202eevil\\u2066 \\u2028 \\ufeff \\ud83d");
    }

    @Test
    void what_people_write_stays() {
        assertThat(Harmless.text("Åse 漢字 نص \ud83d\ude00 O'Neil <b>")).isEqualTo("Åse 漢字 نص \ud83d\ude00 O'Neil <b>");
    }

    @Test
    void long_text_is_cut_between_characters() {
        assertThat(Harmless.text("\ud83d\ude00\ud83d\ude00\ud83d\ude00", 2))
                .isEqualTo("\ud83d\ude00\ud83d\ude00... (6 characters)");
        assertThat(Harmless.text("abc", 3)).isEqualTo("abc");
    }
}
