package io.smarketing.daemon.command.channels;

import io.smarketing.core.alert.Alert;
import io.smarketing.core.alert.Channel;
import io.smarketing.core.alert.Message;
import io.smarketing.core.crm.failure.FailureKind;
import io.smarketing.core.crm.notice.Receipt;
import io.smarketing.core.sla.terms.Recipient;
import io.smarketing.core.sla.terms.Recipient.Way;
import io.smarketing.daemon.command.CommandFailure;
import io.smarketing.daemon.command.ConfigOption;
import io.smarketing.daemon.command.ExitCode;
import io.smarketing.daemon.command.Harmless;
import io.smarketing.daemon.command.Host;
import io.smarketing.daemon.command.OutputOption;
import io.smarketing.daemon.config.Configuration;
import io.smarketing.daemon.config.InvalidConfiguration;
import io.smarketing.daemon.config.channel.Channels;
import io.smarketing.daemon.wiring.Outgoing;
import io.smarketing.store.SqliteStore;
import java.net.URI;
import java.nio.file.Files;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Shows the ways to people who look into neither CRM, and tries them. */
@Command(
        name = "channels",
        description = {
            "Tells how people are reached who look into neither CRM, and what is unsent.",
            "`channels test` sends a message each way; the one by e-mail goes to --to."
        })
public final class ChannelsCommand implements Callable<Integer> {

    private final Host host;
    private final InstantSource clock = InstantSource.system();

    @Mixin
    private final ConfigOption config = new ConfigOption();

    @Mixin
    private final OutputOption output = new OutputOption();

    public ChannelsCommand(Host host) {
        this.host = host;
    }

    /** One channel: where it leads, and how much is to be sent still. */
    private record Shown(String channel, String where, long unsent) {}

    /** What came of a try. */
    private record Tried(String channel, boolean sent, String sentence) {}

    @Override
    public Integer call() throws InvalidConfiguration {
        Configuration configuration = config.read(host);
        List<Shown> all = shown(configuration.channels(), unsent(configuration));
        if (output.isJson()) {
            OutputOption.print(Map.of("channels", all), host.out());
        } else {
            all.forEach(c -> host.out()
                    .println(c.channel() + "  " + Harmless.text(c.where()) + "  " + c.unsent() + " to be sent"));
            if (all.isEmpty()) {
                host.out().println("No channel is configured: name one in connections.yaml, under channels.");
            }
            host.out().flush();
        }
        return ExitCode.FINE.code();
    }

    @Command(name = "test", description = "Sends a message each way, now.")
    int test(
            @Mixin ConfigOption where,
            @Mixin OutputOption form,
            @Option(names = "--to", paramLabel = "ADDRESS", description = "to whom the e-mail is sent")
                    Optional<String> to)
            throws InvalidConfiguration {
        Configuration configuration = where.read(host);
        List<Tried> tried = new ArrayList<>();
        for (Channel channel : Outgoing.channels(configuration.channels(), clock)) {
            Receipt receipt = recipient(channel.way(), to)
                    .map(r -> channel.send(message(r)))
                    .orElse(Receipt.failed(FailureKind.MISSING_VALUE, "not tried: say --to whom"));
            tried.add(new Tried(channel.way().word(), receipt.failure().isEmpty(), receipt.sentence()));
        }
        if (tried.isEmpty()) {
            throw new CommandFailure(
                    ExitCode.FAILED, "No channel is configured: name one in connections.yaml, under channels.");
        }
        if (form.isJson()) {
            OutputOption.print(Map.of("channels", tried), host.out());
        } else {
            tried.forEach(t -> host.out().println(t.channel() + ": " + (t.sent() ? "sent" : t.sentence())));
            host.out().flush();
        }
        return (tried.stream().allMatch(Tried::sent) ? ExitCode.FINE : ExitCode.FAILED).code();
    }

    private static Optional<Recipient> recipient(Way way, Optional<String> to) {
        if (way == Way.WEBHOOK) {
            return Optional.of(Recipient.WEBHOOK);
        }
        return to.map(address -> Recipient.addressIn(address)
                .orElseThrow(() ->
                        new CommandFailure(ExitCode.USAGE, "'" + Harmless.text(address) + "' is no e-mail address.")));
    }

    private Message message(Recipient to) {
        String event = "test-" + clock.millis();
        Alert alert = new Alert(
                event,
                to,
                Optional.empty(),
                "A test of the connector's channels",
                Map.of("Asked for by", "smarketing channels test"),
                clock.instant());
        return new Message(Message.idOf(to, List.of(event)), to, List.of(alert));
    }

    private static List<Shown> shown(Channels channels, Map<Way, Long> unsent) {
        List<Shown> all = new ArrayList<>();
        channels.mail()
                .ifPresent(m -> all.add(new Shown(
                        Way.EMAIL.word(),
                        m.host() + ":" + m.port() + " from " + m.from(),
                        unsent.getOrDefault(Way.EMAIL, 0L))));
        channels.webhook()
                .ifPresent(h ->
                        all.add(new Shown(Way.WEBHOOK.word(), where(h.url()), unsent.getOrDefault(Way.WEBHOOK, 0L))));
        return all;
    }

    /** As much of an address as tells two apart: what follows in its path is often a secret. */
    private static String where(URI url) {
        String[] path = Optional.ofNullable(url.getPath()).orElse("").split("/");
        return url.getScheme() + "://" + url.getHost() + (url.getPort() < 0 ? "" : ":" + url.getPort())
                + (path.length > 1 ? "/" + path[1] : "") + (path.length > 2 ? "/..." : "");
    }

    private static Map<Way, Long> unsent(Configuration configuration) {
        if (!Files.exists(configuration.store())) {
            return Map.of();
        }
        try (SqliteStore store = SqliteStore.openToRead(configuration.store())) {
            return store.alerts().unsent();
        }
    }
}
