package io.smarketing.daemon.command.validate;

import io.smarketing.daemon.command.ConfigOption;
import io.smarketing.daemon.command.ExitCode;
import io.smarketing.daemon.command.Harmless;
import io.smarketing.daemon.command.Host;
import io.smarketing.daemon.command.OutputOption;
import io.smarketing.daemon.config.Configuration;
import io.smarketing.daemon.config.InvalidConfiguration;
import io.smarketing.daemon.config.agreement.Agreement;
import io.smarketing.daemon.config.yaml.Problem;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Checks a configuration without calling anybody, and prints what it says. */
@Command(
        name = "validate",
        description = {
            "Checks a configuration without calling a CRM.",
            "Prints every problem as file:line:column: sentence, or, if there is none, what the configuration says."
        })
public final class ValidateCommand implements Callable<Integer> {

    private final Host host;

    @Mixin
    private final ConfigOption config = new ConfigOption();

    @Mixin
    private final OutputOption output = new OutputOption();

    public ValidateCommand(Host host) {
        this.host = host;
    }

    @Override
    public Integer call() {
        try {
            Configuration configuration = config.read(host);
            Summary summary = Summary.of(configuration);
            if (output.isJson()) {
                OutputOption.print(summary, host.out());
            } else {
                new SummaryText(summary).print(host.out());
                configuration.agreement().ifPresent(this::agreed);
            }
            warn(configuration);
            return ExitCode.FINE.code();
        } catch (InvalidConfiguration e) {
            report(e.problems());
            return ExitCode.FAILED.code();
        }
    }

    /** The agreement may be written before the way to tell people is open. */
    private void warn(Configuration configuration) {
        configuration
                .agreement()
                .ifPresent(a -> a.unheard(configuration.channels().ways())
                        .forEach(p -> host.err().println("Warning: " + p)));
        host.err().flush();
    }

    private void agreed(Agreement agreement) {
        host.out().println();
        host.out()
                .println("Agreement, version " + Harmless.text(agreement.version()) + ": sales promises something to "
                        + agreement.terms().segments().size() + " segments of leads, marketing makes "
                        + agreement.terms().commitments().marketing().size()
                        + " commitments; `agreement show` tells all of it.");
        host.out().flush();
    }

    private void report(List<Problem> problems) {
        if (output.isJson()) {
            Map<String, Object> result = new LinkedHashMap<>();
            result.put("ok", false);
            result.put("problems", problems.stream().map(Told::of).toList());
            OutputOption.print(result, host.out());
            return;
        }
        problems.forEach(host.out()::println);
        host.out().flush();
        host.err().println(problems.size() == 1 ? "1 problem" : problems.size() + " problems");
        host.err().flush();
    }

    /** A problem as JSON tells it. */
    private record Told(String file, int line, int column, String sentence, String meant) {

        static Told of(Problem p) {
            return new Told(
                    p.at().file(),
                    p.at().line(),
                    p.at().column(),
                    p.sentence(),
                    p.meant().orElse(""));
        }
    }
}
