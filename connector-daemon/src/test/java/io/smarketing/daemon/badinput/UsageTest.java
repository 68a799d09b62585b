package io.smarketing.daemon.badinput;

import static org.assertj.core.api.Assertions.assertThat;

import io.smarketing.daemon.InProcess;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A command line that is not understood: what is wrong in one line, where help is in another, and exit code 2. */
final class UsageTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "snyc | there is no command or option 'snyc' here | 'smarketing --help'",
                "valdate | Did you mean: smarketing validate | 'smarketing --help'",
                "sync | Missing required option: '--once' | 'smarketing sync --help'",
                "sync --once --confg x | there is no command or option '--confg', 'x' here | 'smarketing sync --help'",
                "sync --once --config | Missing required parameter for option '--config' | 'smarketing sync --help'",
                "sandbox --hubspot-port x | 'x' is not a whole number | 'smarketing sandbox --help'",
                "status --output yaml | expected one of [text, json] | 'smarketing status --help'",
            })
    void is_told_in_short(String line, String what, String help) {
        InProcess run = InProcess.run(line.split(" "));

        assertThat(run.err()).contains(what, help);
        assertThat(run.err().lines()).hasSizeLessThan(4);
        assertThat(run.out()).isEmpty();
        assertThat(run.exit()).isEqualTo(2);
    }
}
