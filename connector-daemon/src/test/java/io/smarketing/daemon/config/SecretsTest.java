package io.smarketing.daemon.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Secrets: what is wrong with one is told with its place, and never with its value. */
class SecretsTest {

    private static final String PLACE = "connections.yaml:5:12: ";

    @TempDir
    private Path folder;

    @BeforeEach
    void good() {
        Fixtures.good(folder);
    }

    private void token(String yaml) {
        connections(yaml, "");
    }

    private void connections(String token, String more) {
        Fixtures.write(folder.resolve("connections.yaml"), """
                workspace: main
                crms:
                  hubspot:
                    type: hubspot
                    token: %s
                  salesforce: {type: salesforce, token: "t"}
                %s""".formatted(token, more));
    }

    private void file(String content) {
        Fixtures.write(folder.resolve("tok"), content);
        token("${file:tok}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " \n", "\uFEFF", "\uFEFF\r\n"})
    void an_empty_file_is_told(String content) {
        file(content);

        assertThat(Fixtures.problems(folder)).containsExactly(PLACE + "the file 'tok' is empty");
    }

    @Test
    void a_folder_is_no_file() {
        token("${file:.}");

        assertThat(Fixtures.problems(folder)).containsExactly(PLACE + "'.' is a folder: name a file in it");
    }

    @ParameterizedTest
    @ValueSource(strings = {"abc\ndef", "abc\u00E9", "abc def", "a\uFEFFb", "a\u0007b"})
    void a_character_that_no_token_has_is_told_and_the_token_is_not(String content) {
        file(content);

        assertThat(Fixtures.problems(folder))
                .containsExactly(PLACE + "'token' has a character that no token has: a blank, a line break, or one"
                        + " beyond ASCII; copy it once more");
    }

    @ParameterizedTest
    @ValueSource(strings = {"pat-1", "\uFEFFpat-1\r\n", "  pat-1 "})
    void what_an_editor_leaves_around_a_token_is_dropped(String content) throws InvalidConfiguration {
        file(content);

        Connection hubspot =
                Fixtures.folder(folder).read().connections().values().iterator().next();
        assertThat(hubspot.settings().text("token")).isEqualTo("pat-1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0123456789abcdef0123", "0777777777777777", "0xabcdefabcdefabcdef", "12345678901234e10"})
    void a_secret_in_the_file_is_taken_as_it_stands(String secret) {
        connections(secret, "channels: {webhook: {url: \"https://hooks.example.com/\", secret: " + secret + "}}");

        assertThat(Fixtures.problems(folder)).isEmpty();
    }

    @Test
    void secrets_of_channels_are_not_shown_either() {
        connections("t", "channels: {webhook: {url: \"https://hooks.example.com/\", secret: [hush-hush]}}");

        assertThat(Fixtures.problems(folder)).hasSize(1).noneMatch(p -> p.contains("hush"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0123", "0o17", "0x1F", "0b11", "0_7", "089"})
    void a_text_that_readers_take_for_a_number_is_refused(String text) {
        assertThat(asWorkspace(text))
                .containsExactly("connections.yaml:1:12: without quotes, YAML readers take " + text
                        + " for something other than text: write \"" + text + "\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0123456789abcdef", "0b12", "0o89", "0a", "07f"})
    void a_text_that_none_takes_for_a_number_is_a_text(String text) {
        assertThat(asWorkspace(text)).isEmpty();
    }

    private List<String> asWorkspace(String text) {
        Fixtures.write(folder.resolve("connections.yaml"), """
                workspace: %s
                crms:
                  hubspot: {type: hubspot, token: "t"}
                  salesforce: {type: salesforce, token: "t"}
                """.formatted(text));
        return Fixtures.problems(folder);
    }
}
