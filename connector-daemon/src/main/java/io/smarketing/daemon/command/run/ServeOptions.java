package io.smarketing.daemon.command.run;

import io.smarketing.daemon.command.value.Port;
import io.smarketing.daemon.log.LogFormat;
import io.smarketing.daemon.serve.http.Address;
import picocli.CommandLine.Option;

/** The options of a command that stays up. */
public final class ServeOptions {

    @Option(
            names = "--http-port",
            paramLabel = "P",
            converter = Port.class,
            defaultValue = "8787",
            description = "port on loopback for /health and /metrics; 0 for any free one (default: ${DEFAULT-VALUE})")
    private int port = 8787;

    @Option(
            names = "--http-anywhere",
            description = "be reached from other machines, too: they get webhooks answered and nothing else")
    private boolean anywhere;

    @Option(
            names = "--log-format",
            paramLabel = "FORM",
            defaultValue = "text",
            description = "text for people (the default), json for one JSON object a line, on standard error")
    private LogFormat format = LogFormat.text;

    public Address address() {
        return new Address(port, anywhere);
    }

    public LogFormat format() {
        return format;
    }
}
