package io.smarketing.daemon.mail;

import io.smarketing.core.crm.failure.FailureKind;
import io.smarketing.core.crm.notice.Receipt;
import io.smarketing.daemon.config.channel.Channels.Mail;
import io.smarketing.daemon.config.channel.Channels.Tls;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import java.net.UnknownHostException;
import java.security.cert.CertificateException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.net.ssl.SSLException;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;

/** Why a mail server has not taken a message: whom that concerns, and what can be done, without a word of the server's. */
record MailFailure(Mail mail, MessagingException failure) {

    private static final int REFUSAL = 500;
    /** The login is missing or refused, whatever it was that we said. */
    private static final Set<Integer> NOT_US = Set.of(530, 535);
    /** Said of the sender where the server has been told how long the message is. */
    private static final int TOO_LONG = 552;

    Receipt receipt() {
        if (failure instanceof AuthenticationFailedException) {
            return Receipt.failed(FailureKind.WRONG_CREDENTIALS, "the mail server refuses user and password");
        }
        return chain().stream().flatMap(link -> told(link).stream()).findFirst().orElseGet(this::down);
    }

    private List<Exception> chain() {
        List<Exception> chain = new ArrayList<>();
        Exception link = failure;
        while (link != null) {
            chain.add(link);
            link = link instanceof MessagingException outer ? outer.getNextException() : null;
        }
        return chain;
    }

    /** For good, or this recipient: nothing where the server was silent, or asks all for patience. */
    private Optional<Receipt> told(Exception link) {
        if (link instanceof SMTPAddressFailedException answer) {
            return Optional.of(mailbox(answer.getReturnCode()));
        }
        if (link instanceof SMTPSendFailedException answer && answer.getReturnCode() >= REFUSAL) {
            boolean sender = answer.getCommand().startsWith("MAIL") && answer.getReturnCode() != TOO_LONG;
            return Optional.of(sender || NOT_US.contains(answer.getReturnCode()) ? sender() : refused());
        }
        return Optional.empty();
    }

    private Receipt mailbox(int code) {
        if (NOT_US.contains(code)) {
            return sender();
        }
        return code >= REFUSAL
                ? refused()
                : Receipt.failed(FailureKind.BUSY, "the mail server asks for patience with a recipient");
    }

    private static Receipt refused() {
        return Receipt.failed(FailureKind.REFUSED_BY_RULE, "the mail server refuses the message or its recipient");
    }

    private Receipt sender() {
        return Receipt.failed(
                FailureKind.WRONG_CREDENTIALS,
                "the mail server does not let us send as " + mail.from() + ": see 'from', 'user' and 'password'");
    }

    private Receipt down() {
        List<Exception> chain = chain();
        Exception root = chain.get(chain.size() - 1);
        if (isAboutCertificate(root)) {
            return Receipt.failed(
                    FailureKind.UNREACHABLE,
                    "the mail server " + mail.host() + ":" + mail.port()
                            + " shows a certificate that Java's trust store does not know, or that is not for this"
                            + " name: see 'host', or add the certificate of who issued it to the trust store");
        }
        return Receipt.failed(
                FailureKind.UNREACHABLE,
                "the mail server " + mail.host() + ":" + mail.port() + " does not take messages now ("
                        + root.getClass().getSimpleName() + ")" + remedy(root));
    }

    private static boolean isAboutCertificate(Exception root) {
        for (Throwable link = root; link != null; link = link.getCause()) {
            if (link instanceof CertificateException) {
                return true;
            }
        }
        return false;
    }

    private String remedy(Exception root) {
        // without a cause of its own: the server has no STARTTLS
        boolean plain = root.getClass() == MessagingException.class && mail.tls() == Tls.STARTTLS;
        if (root instanceof SSLException || plain) {
            return ": see 'tls'";
        }
        if (root instanceof UnknownHostException) {
            return ": see 'host'";
        }
        return root instanceof MessagingException ? "" : ": see 'host' and 'port'";
    }
}
