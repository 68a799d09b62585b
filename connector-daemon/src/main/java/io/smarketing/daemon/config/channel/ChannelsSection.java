package io.smarketing.daemon.config.channel;

import io.smarketing.core.crm.open.Secret;
import io.smarketing.core.sla.terms.Recipient;
import io.smarketing.daemon.config.channel.Channels.Hook;
import io.smarketing.daemon.config.channel.Channels.Login;
import io.smarketing.daemon.config.channel.Channels.Mail;
import io.smarketing.daemon.config.channel.Channels.Tls;
import io.smarketing.daemon.config.yaml.Section;
import io.smarketing.daemon.config.yaml.Words;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads {@code channels} of {@code connections.yaml}. */
public final class ChannelsSection {

    public static final List<String> KEYS = List.of("gather", "email", "webhook");
    public static final List<String> EMAIL_KEYS = List.of("host", "port", "tls", "from", "user", "password");
    public static final List<String> WEBHOOK_KEYS = List.of("url", "secret");

    private static final Map<String, Tls> TLS =
            Map.of("starttls", Tls.STARTTLS, "on-connect", Tls.ON_CONNECT, "off", Tls.OFF);
    private static final Set<String> HERE = Set.of("localhost", "127.0.0.1", "[::1]", "::1");
    private static final int SUBMISSION = 587;
    private static final int SUBMISSION_OVER_TLS = 465;
    private static final int SHORTEST_SECRET = 16;
    private static final Duration LONGEST_GATHERING = Duration.ofHours(1);

    private ChannelsSection() {}

    public static Channels read(Section section) {
        section.only(KEYS);
        Duration gather = section.duration("gather").orElse(Channels.NONE.gather());
        if (gather.compareTo(LONGEST_GATHERING) > 0) {
            section.valueProblem("gather", "what is at risk waits an hour at most", Optional.empty());
        }
        return new Channels(
                section.section("email").flatMap(ChannelsSection::mail),
                section.section("webhook").flatMap(ChannelsSection::hook),
                gather);
    }

    private static Optional<Mail> mail(Section email) {
        email.only(EMAIL_KEYS)
                .require("host", "name your mail server, such as smtp.your-company.example")
                .require("from", "say from which address messages come");
        Tls tls = email.choice("tls", TLS).orElse(Tls.STARTTLS);
        long port = email.count("port").orElse(tls == Tls.ON_CONNECT ? SUBMISSION_OVER_TLS : SUBMISSION);
        if (!isPort(port)) {
            email.valueProblem("port", "'port' takes a number from 1 to 65535", Optional.empty());
        }
        Optional<String> host = email.text("host");
        Optional<String> from = email.text("from");
        from.filter(a -> Recipient.addressIn(a).isEmpty())
                .ifPresent(
                        a -> email.valueProblem("from", Words.quoted(a) + " is no e-mail address", Optional.empty()));
        Optional<String> user = email.text("user");
        Optional<String> password = email.secret("password");
        if (user.isPresent() != password.isPresent()) {
            email.problem("", "give both 'user' and 'password', or neither");
        }
        if (tls == Tls.OFF
                && password.isPresent()
                && !host.filter(HERE::contains).isPresent()) {
            email.valueProblem("tls", "with tls off the password would be readable on its way", Optional.empty());
        }
        Optional<Login> login = user.flatMap(u -> password.map(p -> new Login(u, new Secret(p))));
        return host.flatMap(h -> from.map(f -> new Mail(h, (int) port, tls, f, login)));
    }

    private static boolean isPort(long number) {
        return number >= 1 && number <= 65_535;
    }

    private static Optional<Hook> hook(Section webhook) {
        webhook.only(WEBHOOK_KEYS)
                .require("url", "say where messages are posted, such as https://hooks.your-company.example/leads")
                .require("secret", "with it messages are signed; whoever listens has it too");
        Optional<URI> url = webhook.text("url").flatMap(ChannelsSection::url);
        if (webhook.has("url") && url.isEmpty()) {
            webhook.valueProblem(
                    "url",
                    "'url' takes an address that begins with https://, and a port from 1 to 65535 if any",
                    Optional.empty());
        }
        Optional<String> secret = webhook.secret("secret");
        secret.filter(s -> s.length() < SHORTEST_SECRET)
                .ifPresent(s -> webhook.valueProblem(
                        "secret", "'secret' takes at least " + SHORTEST_SECRET + " characters", Optional.empty()));
        return url.flatMap(u -> secret.map(s -> new Hook(u, new Secret(s))));
    }

    private static Optional<URI> url(String text) {
        try {
            URI uri = new URI(text);
            boolean safe =
                    "https".equals(uri.getScheme()) || "http".equals(uri.getScheme()) && HERE.contains(uri.getHost());
            boolean reachable = uri.getPort() == -1 || isPort(uri.getPort());
            return Optional.of(uri).filter(u -> u.getHost() != null && safe && reachable);
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }
}
