package io.smarketing.daemon.wiring;

import io.smarketing.core.alert.AlertBook;
import io.smarketing.core.alert.Channel;
import io.smarketing.core.alert.Courier;
import io.smarketing.core.sla.terms.Recipient.Way;
import io.smarketing.daemon.config.Configuration;
import io.smarketing.daemon.config.channel.Channels;
import io.smarketing.daemon.mail.MailChannel;
import io.smarketing.http.webhook.Webhook;
import io.smarketing.store.SqliteStore;
import io.smarketing.store.file.StoreException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The way out to people who look into neither CRM: what a configuration's channels carry. */
public final class Outgoing {

    private static final Logger LOG = LoggerFactory.getLogger(Outgoing.class);

    private final Configuration configuration;
    private final AlertBook book;
    private final InstantSource clock;
    private final Courier patient;

    Outgoing(Configuration configuration, AlertBook book, InstantSource clock) {
        this.configuration = configuration;
        this.book = book;
        this.clock = clock;
        this.patient = courier(configuration.channels().gather());
    }

    /** Sends what is in the store while a CRM cannot be opened, unless another process has the store. */
    static void sendWithout(Configuration configuration, InstantSource clock) {
        if (configuration.channels().ways().isEmpty() || !Files.exists(configuration.store())) {
            return;
        }
        try (SqliteStore store = SqliteStore.openAlone(configuration.store())) {
            new Outgoing(configuration, store.alerts(), clock).send();
        } catch (StoreException e) {
            LOG.debug("No message is sent: {}", e.getMessage());
        }
    }

    private Courier courier(Duration window) {
        return new Courier(book, channels(configuration.channels(), clock), window, new Log());
    }

    /** Those that are configured. */
    public static List<Channel> channels(Channels channels, InstantSource clock) {
        List<Channel> open = new ArrayList<>();
        channels.mail().ifPresent(mail -> open.add(new MailChannel(mail, clock)));
        channels.webhook().ifPresent(hook -> open.add(new Webhook(hook.url(), hook.secret(), clock)));
        return open;
    }

    /** Sends what has waited for more long enough. */
    public void send() {
        remind();
        patient.deliver(clock.instant());
    }

    /** Sends all there is: nobody is here to wait for more. */
    public void sendAll() {
        remind();
        courier(Duration.ZERO).deliver(clock.instant());
    }

    private void remind() {
        if (configuration.channels().ways().contains(Way.EMAIL)) {
            configuration.agreement().ifPresent(agreement -> book.add(new Review(agreement).due(clock.instant())));
        }
    }

    /** How many alerts are to be sent still, each way. */
    public Map<Way, Long> unsent() {
        return book.unsent();
    }

    /** Says in the log what became of messages, without saying to whom they went. */
    private static final class Log implements Courier.Listener {

        @Override
        public void sent(Way way, int alerts) {
            LOG.info("{}: sent a message, alerts: {}", way.word(), alerts);
        }

        @Override
        public void notSent(Way way, String why, boolean givenUp) {
            LOG.warn("{}: a message {}: {}", way.word(), givenUp ? "is given up" : "is to be sent later", why);
        }
    }
}
