package io.smarketing.daemon.config.channel;

import io.smarketing.core.crm.open.Secret;
import io.smarketing.core.sla.terms.Recipient.Way;
import java.net.URI;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * How people are reached who look into neither CRM.
 *
 * @param gather how long what is to be told waits for more
 */
public record Channels(Optional<Mail> mail, Optional<Hook> webhook, Duration gather) {

    /** Nobody is. */
    public static final Channels NONE = new Channels(Optional.empty(), Optional.empty(), Duration.ofMinutes(1));

    /**
     * A mail server.
     *
     * @param from the address that messages come from
     * @param login user and password, where the server wants one
     */
    public record Mail(String host, int port, Tls tls, String from, Optional<Login> login) {}

    /** Who we are to a mail server. */
    public record Login(String user, Secret password) {}

    /** How the line to a mail server is kept private. */
    public enum Tls {
        /** Asked for once the line stands; without it nothing is sent. */
        STARTTLS,
        /** From the first byte on. */
        ON_CONNECT,
        OFF
    }

    /** An address to which messages are posted. */
    public record Hook(URI url, Secret secret) {}

    /** In which ways people can be told; a task in a CRM is always one. */
    public Set<Way> ways() {
        Set<Way> ways = EnumSet.of(Way.TASK);
        mail.ifPresent(m -> ways.add(Way.EMAIL));
        webhook.ifPresent(w -> ways.add(Way.WEBHOOK));
        return ways;
    }
}
