package io.smarketing.daemon.mail;

import io.smarketing.core.alert.Channel;
import io.smarketing.core.alert.Message;
import io.smarketing.core.crm.failure.FailureKind;
import io.smarketing.core.crm.notice.Receipt;
import io.smarketing.core.sla.terms.Recipient.Way;
import io.smarketing.daemon.config.channel.Channels.Login;
import io.smarketing.daemon.config.channel.Channels.Mail;
import io.smarketing.daemon.config.channel.Channels.Tls;
import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Date;
import java.util.Optional;
import java.util.Properties;
import javax.net.ssl.SSLSocketFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** E-mail by SMTP: plain text, from one address, one line to the server for each message. */
public final class MailChannel implements Channel {

    private static final Logger LOG = LoggerFactory.getLogger(MailChannel.class);
    private static final String PATIENCE_MILLIS = "10000";

    private final Mail mail;
    private final InstantSource clock;
    private final Session session;

    public MailChannel(Mail mail, InstantSource clock) {
        this(mail, clock, Optional.empty());
    }

    /** @param tls knows which certificates are trusted, in place of Java's trust store */
    MailChannel(Mail mail, InstantSource clock, Optional<SSLSocketFactory> tls) {
        this.mail = mail;
        this.clock = clock;
        Properties properties = properties(mail);
        tls.ifPresent(t -> properties.put("mail.smtp.ssl.socketFactory", t));
        this.session = Session.getInstance(properties);
    }

    private static Properties properties(Mail mail) {
        Properties properties = new Properties();
        boolean starttls = mail.tls() == Tls.STARTTLS;
        properties.put("mail.smtp.starttls.enable", Boolean.toString(starttls));
        properties.put("mail.smtp.starttls.required", Boolean.toString(starttls));
        properties.put("mail.smtp.ssl.enable", Boolean.toString(mail.tls() == Tls.ON_CONNECT));
        properties.put("mail.smtp.ssl.checkserveridentity", "true");
        properties.put("mail.smtp.auth", Boolean.toString(mail.login().isPresent()));
        properties.put("mail.smtp.connectiontimeout", PATIENCE_MILLIS);
        properties.put("mail.smtp.timeout", PATIENCE_MILLIS);
        properties.put("mail.smtp.writetimeout", PATIENCE_MILLIS);
        properties.put("mail.smtp.quitwait", "false");
        return properties;
    }

    @Override
    public Way way() {
        return Way.EMAIL;
    }

    @Override
    public Receipt send(Message message) {
        try {
            send(letter(message), new InternetAddress(message.to().to()));
            return Receipt.POSTED;
        } catch (AddressException e) {
            return Receipt.failed(FailureKind.REFUSED_BY_RULE, "a recipient is no e-mail address");
        } catch (MessagingException e) {
            return new MailFailure(mail, e).receipt();
        }
    }

    private void send(MimeMessage letter, InternetAddress to) throws MessagingException {
        Transport line = session.getTransport("smtp");
        try {
            line.connect(
                    mail.host(),
                    mail.port(),
                    mail.login().map(Login::user).orElse(null),
                    mail.login().map(l -> l.password().reveal()).orElse(null));
            line.sendMessage(letter, new Address[] {to});
        } finally {
            part(line);
        }
    }

    /** What was sent is sent, whatever becomes of the goodbye. */
    private static void part(Transport line) {
        try {
            line.close();
        } catch (MessagingException e) {
            LOG.debug("The goodbye to the mail server failed ({})", e.getClass().getSimpleName());
        }
    }

    private MimeMessage letter(Message message) throws MessagingException {
        MimeMessage letter = new MimeMessage(session);
        letter.setFrom(new InternetAddress(mail.from()));
        letter.setRecipient(
                MimeMessage.RecipientType.TO, new InternetAddress(message.to().to()));
        letter.setSubject(message.title(), StandardCharsets.UTF_8.name());
        letter.setText(message.text(), StandardCharsets.UTF_8.name());
        letter.setSentDate(Date.from(clock.instant()));
        letter.setHeader("Auto-Submitted", "auto-generated");
        letter.saveChanges();
        // after that, since it makes one of its own; the same each time, so that a mailbox can tell a message sent
        // twice
        letter.setHeader("Message-ID", "<" + message.id() + ".smarketing@" + domain() + ">");
        return letter;
    }

    private String domain() {
        return mail.from().substring(mail.from().lastIndexOf('@') + 1);
    }
}
