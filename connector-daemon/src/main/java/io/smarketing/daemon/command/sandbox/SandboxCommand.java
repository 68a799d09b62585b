package io.smarketing.daemon.command.sandbox;

import io.smarketing.daemon.command.ExitCode;
import io.smarketing.daemon.command.Host;
import io.smarketing.daemon.command.OutputOption;
import io.smarketing.daemon.command.Stopped;
import io.smarketing.daemon.command.value.Port;
import io.smarketing.sandbox.data.Loaded;
import io.smarketing.sandbox.server.Sandbox;
import io.smarketing.sandbox.server.SandboxAccess;
import io.smarketing.sandbox.server.SandboxSettings;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Runs a HubSpot portal and a Salesforce org on loopback until it is stopped. */
@Command(
        name = "sandbox",
        description = {
            "Runs a HubSpot portal and a Salesforce org on loopback.",
            "They are filled from CSV exports, and stay up until they are stopped (Ctrl-C). Prints where they answer and what opens them. Nothing is stored."
        })
public final class SandboxCommand implements Callable<Integer> {

    /** Whether the CRMs' rate limits refuse anything. */
    enum Speed {
        real,
        unlimited
    }

    private final Host host;

    @Option(names = "--data", paramLabel = "DIR", description = "folder with exports; without it a built-in sample")
    private Optional<Path> data = Optional.empty();

    @Option(
            names = "--hubspot-port",
            paramLabel = "P",
            converter = Port.class,
            description = "port of the portal; any free one by default")
    private int hubspotPort;

    @Option(
            names = "--salesforce-port",
            paramLabel = "Q",
            converter = Port.class,
            description = "port of the org; any free one by default")
    private int salesforcePort;

    @Option(
            names = "--speed",
            paramLabel = "SPEED",
            defaultValue = "real",
            description = "real (the default): rate limits apply; unlimited: they do not")
    private Speed speed = Speed.real;

    @Option(names = "--latency", paramLabel = "TIME", description = "how long every answer takes, such as 100ms")
    private Optional<String> latency = Optional.empty();

    @Option(names = "--replay", description = "replay the data's timeline from the start")
    private boolean replay;

    @Option(names = "--bare", description = "leave out the product's own fields: provision makes them")
    private boolean bare;

    @Option(
            names = "--webhooks",
            paramLabel = "URL",
            description = "tell what happens to contacts by webhooks: to a daemon here, such as"
                    + " http://127.0.0.1:8787/hubspot/webhooks")
    private Optional<String> webhooks = Optional.empty();

    @Option(
            names = "--fault",
            paramLabel = "NAME=VALUE",
            description = "switch a fault on, such as burst-429=3 or hubspot.index-lag=20s; may be repeated")
    private Map<String, String> faults = new LinkedHashMap<>();

    @Option(names = "--write-config", paramLabel = "DIR", description = "write a configuration for it")
    private Optional<Path> config = Optional.empty();

    @Mixin
    private final OutputOption output = new OutputOption();

    public SandboxCommand(Host host) {
        this.host = host;
    }

    @Override
    public Integer call() {
        config.ifPresent(RehearsalFolder::requireFree);
        Sandbox sandbox = Sandbox.start(settings());
        Stopped stopped = Stopped.then(sandbox::close);
        try (sandbox) {
            serve(sandbox);
            return ExitCode.FINE.code();
        } finally {
            stopped.finished();
        }
    }

    private SandboxSettings settings() {
        Map<String, String> switches = new LinkedHashMap<>(faults);
        latency.ifPresent(time -> switches.put("latency", time));
        webhooks.ifPresent(url -> switches.put("hubspot.webhook-url", url));
        SandboxSettings defaults = SandboxSettings.defaults();
        return new SandboxSettings(
                hubspotPort,
                salesforcePort,
                data,
                Optional.empty(),
                speed == Speed.unlimited,
                bare,
                defaults.seed(),
                switches);
    }

    private void serve(Sandbox sandbox) {
        report(sandbox.loaded());
        config.ifPresent(folder -> new RehearsalFolder(folder, sandbox, webhooks).write());
        if (output.isJson()) {
            OutputOption.print(sandbox.access(), host.out());
        } else {
            print(sandbox.access());
        }
        if (replay) {
            sandbox.replay().start();
        }
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            // Ends the command as a signal does; what is closed next must not be cut short by it.
            return;
        }
    }

    /** What was loaded is said beside the result: a program that reads the credentials needs none of it. */
    private void report(Loaded loaded) {
        loaded.rows().forEach((file, rows) -> host.err().println(rows + " rows of " + file));
        if (loaded.timelineRows() > 0) {
            host.err()
                    .println(loaded.timelineRows() + " rows of timeline.csv, "
                            + (replay ? "being replayed" : "waiting for --replay or POST /__admin/sandbox/replay"));
        }
        loaded.badRows().forEach(bad -> host.err().println("left out: " + bad));
        host.err().flush();
    }

    /** What a bare CRM needs first. */
    private static String provisioning(Path folder) {
        return "./smarketing provision --config " + folder + ", then ";
    }

    private void print(SandboxAccess access) {
        PrintWriter out = host.out();
        SandboxAccess.HubSpot hubspot = access.hubspot();
        out.println("HubSpot portal " + hubspot.portalId() + " at " + hubspot.url());
        out.println("  token          " + hubspot.token());
        out.println("  client secret  " + hubspot.clientSecret());
        SandboxAccess.Salesforce salesforce = access.salesforce();
        out.println("Salesforce org at " + salesforce.url());
        out.println("  login          " + salesforce.loginUrl());
        out.println("  client id      " + salesforce.clientId());
        out.println("  client secret  " + salesforce.clientSecret());
        out.println("  username       " + salesforce.username());
        out.println("  private key    " + salesforce.privateKeyFile());
        out.println("  access token   " + salesforce.accessToken());
        out.println("  API version    " + salesforce.apiVersion());
        config.ifPresent(folder -> out.println("Configuration in " + folder + ": " + (bare ? provisioning(folder) : "")
                + "./smarketing sync --once --config " + folder));
        out.println("Stop it with Ctrl-C; nothing is stored.");
        out.flush();
    }
}
