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
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Date;
import java.util.Properties;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;

/** E-mail by SMTP: plain text, from one address, one line to the server for each message. */
public final class MailChannel implements Channel {

    private static final int REFUSAL = 500;
    private static final String PATIENCE_MILLIS = "10000";

    private final Mail mail;
    private final InstantSource clock;
    private final Session session;

    public MailChannel(Mail mail, InstantSource clock) {
        this.mail = mail;
        this.clock = clock;
        this.session = Session.getInstance(properties(mail));
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
        // what was sent is sent, whatever becomes of the goodbye
        properties.put("mail.smtp.quitwait", "false");
        return properties;
    }

    @Override
    public Way way() {
        return Way.EMAIL;
    }

    @Override
    public Receipt send(Message message) {
        try (Transport line = session.getTransport("smtp")) {
            line.connect(
                    mail.host(),
                    mail.port(),
                    mail.login().map(Login::user).orElse(null),
                    mail.login().map(l -> l.password().reveal()).orElse(null));
            line.sendMessage(
                    letter(message),
                    new Address[] {new InternetAddress(message.to().to())});
            return Receipt.POSTED;
        } catch (AuthenticationFailedException e) {
            return Receipt.failed(FailureKind.WRONG_CREDENTIALS, "the mail server refuses user and password");
        } catch (MessagingException e) {
            return isRefused(e)
                    ? Receipt.failed(
                            FailureKind.REFUSED_BY_RULE, "the mail server refuses the message or its recipient")
                    : Receipt.failed(
                            FailureKind.UNREACHABLE,
                            "the mail server " + mail.host() + ":" + mail.port() + " does not take messages now");
        }
    }

    /** For good, or this recipient: not where it was silent, or asks for patience. */
    private static boolean isRefused(Exception failure) {
        if (failure instanceof SMTPAddressFailedException
                || failure instanceof SMTPSendFailedException answer && answer.getReturnCode() >= REFUSAL) {
            return true;
        }
        return failure instanceof MessagingException outer
                && outer.getNextException() != null
                && isRefused(outer.getNextException());
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
