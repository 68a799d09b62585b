package io.smarketing.daemon;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import io.smarketing.daemon.command.Complaints;
import io.smarketing.daemon.command.Host;
import io.smarketing.daemon.command.Misunderstanding;
import io.smarketing.daemon.command.Version;
import io.smarketing.daemon.command.agreement.AgreementCommand;
import io.smarketing.daemon.command.campaigns.CampaignsCommand;
import io.smarketing.daemon.command.channels.ChannelsCommand;
import io.smarketing.daemon.command.commitments.CommitmentsCommand;
import io.smarketing.daemon.command.demo.DemoCommand;
import io.smarketing.daemon.command.excuse.ExcuseCommand;
import io.smarketing.daemon.command.explain.ExplainCommand;
import io.smarketing.daemon.command.feedback.FeedbackCommand;
import io.smarketing.daemon.command.misses.MissesCommand;
import io.smarketing.daemon.command.parked.ParkedCommand;
import io.smarketing.daemon.command.plan.PlanCommand;
import io.smarketing.daemon.command.provision.ProvisionCommand;
import io.smarketing.daemon.command.retry.RetryCommand;
import io.smarketing.daemon.command.run.RunCommand;
import io.smarketing.daemon.command.sandbox.SandboxCommand;
import io.smarketing.daemon.command.simulate.SimulateCommand;
import io.smarketing.daemon.command.status.StatusCommand;
import io.smarketing.daemon.command.sync.SyncCommand;
import io.smarketing.daemon.command.validate.ValidateCommand;
import io.smarketing.daemon.command.value.Plain;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.ScopeType;

/** The command line. */
@Command(
        name = "smarketing",
        description = "Keeps leads in step between HubSpot and Salesforce, both ways.",
        versionProvider = Version.class,
        scope = ScopeType.INHERIT,
        synopsisSubcommandLabel = "COMMAND",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:in step, or fine",
            "1:failed; the reason is printed",
            "2:the command line is not understood",
            "3:in step, but rows are parked",
            "4:stopped by a guard"
        })
public final class Main {

    @Option(
            names = "--debug",
            scope = ScopeType.INHERIT,
            description = "log more, and show where in the program a failure arose")
    private boolean debug;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            scope = ScopeType.INHERIT,
            description = "show this help")
    private boolean help;

    @Option(
            names = {"-V", "--version"},
            versionHelp = true,
            scope = ScopeType.INHERIT,
            description = "show the version")
    private boolean version;

    Main() {}

    public static void main(String[] args) {
        System.exit(run(Host.process(), args));
    }

    /** Runs one command and returns its exit code. */
    static int run(Host host, String... args) {
        Main main = new Main();
        return main.line(host)
                .setOut(host.out())
                .setErr(host.err())
                .setExecutionExceptionHandler(new Complaints(() -> main.debug))
                .setParameterExceptionHandler(new Misunderstanding())
                .setExecutionStrategy(main::execute)
                .execute(asOption(args));
    }

    /** {@code help sync} means {@code sync --help}. */
    private static String[] asOption(String... args) {
        if (args.length == 0 || !args[0].equals("help")) {
            return args;
        }
        List<String> words = new ArrayList<>(List.of(args).subList(1, args.length));
        words.add("--help");
        return words.toArray(String[]::new);
    }

    /** All that can be typed. */
    CommandLine line(Host host) {
        CommandLine line = new CommandLine(this);
        commands(host).forEach(line::addSubcommand);
        // without a further word each of them does something, too
        line.getSubcommands()
                .values()
                .forEach(c -> c.getCommandSpec().usageMessage().synopsisSubcommandLabel("[COMMAND]"));
        Plain.speak(line);
        return line;
    }

    /** All commands, in the order in which help lists them. */
    private static List<Callable<Integer>> commands(Host host) {
        return List.of(
                new DemoCommand(host),
                new SandboxCommand(host),
                new ProvisionCommand(host),
                new SyncCommand(host),
                new RunCommand(host),
                new StatusCommand(host),
                new CampaignsCommand(host),
                new ParkedCommand(host),
                new RetryCommand(host),
                new ExplainCommand(host),
                new ExcuseCommand(host),
                new PlanCommand(host),
                new ValidateCommand(host),
                new AgreementCommand(host),
                new CommitmentsCommand(host),
                new MissesCommand(host),
                new FeedbackCommand(host),
                new ChannelsCommand(host),
                new SimulateCommand(host));
    }

    private int execute(ParseResult parsed) {
        if (debug) {
            ((Logger) LoggerFactory.getLogger("io.smarketing")).setLevel(Level.DEBUG);
        }
        return new CommandLine.RunLast().execute(parsed);
    }
}
