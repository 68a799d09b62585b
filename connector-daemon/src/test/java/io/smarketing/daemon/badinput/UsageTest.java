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
                "sync --onze | there is no command or option '--onze' here | Possible solutions: --once",
                "validate ../config | here: the configuration is --config ../config | 'smarketing validate --help'",
                "status ../config/mapping.yaml | here: the configuration is --config ../config | 'smarketing status --help'",
                "sandbox --hubspot-port x | a port is 0 to 65535 | 'smarketing sandbox --help'",
                "sandbox --salesforce-port 99999 | a port is 0 to 65535 | 'smarketing sandbox --help'",
                "run --http-port 99999 | a port is 0 to 65535 | 'smarketing run --help'",
                "demo --http-port -1 | a port is 0 to 65535 | 'smarketing demo --help'",
                "retry --all --http-port 99999 | '99999' is none: a port is 0 to 65535 | 'smarketing retry --help'",
                "simulate --seed x | 'x' is not a whole number | 'smarketing simulate --help'",
                "simulate --operations 99999999999999999999 | is not a whole number | 'smarketing simulate --help'",
                "misses show abc | give the number that `misses` shows | 'smarketing misses show --help'",
                "misses decide 1 --by sales@example.com --text x --deadline 31.12.2026 | such as 2026-12-31 | See",
                "parked --cause foo | 'foo' is no cause: there are | missing-value",
                "status --output yaml | expected one of [text, json] | 'smarketing status --help'",
            })
    void is_told_in_short(String line, String what, String help) {
        InProcess run = InProcess.run(line.split(" "));

        assertThat(run.err()).contains(what, help);
        assertThat(run.err().lines()).hasSizeLessThan(4);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).doesNotContain("java.", "DateTimeParse", "int", "long ");
        assertThat(run.exit()).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "simulate --operations -5 | --operations is how much people do, so at least one.",
                "simulate --operations 0 | --operations is how much people do, so at least one.",
                "misses decide 1 --by sales@example.com --text x --deadline 2020-01-01 | The deadline 2020-01-01 is over",
                "sandbox --latency fast | the switch latency takes a duration",
                "sandbox --fault nope=3 | there is no switch named 'nope'",
                "demo --once --latency fast | the switch latency takes a duration",
            })
    void a_value_that_makes_no_sense_is_one_too(String line, String what) {
        InProcess run = InProcess.run(line.split(" "));

        assertThat(run.err()).contains(what);
        assertThat(run.out()).isEmpty();
        assertThat(run.exit()).isEqualTo(2);
    }
}
