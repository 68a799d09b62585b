package io.smarketing.daemon.mail;

import static org.assertj.core.api.Assertions.assertThat;

import io.smarketing.core.alert.Alert;
import io.smarketing.core.alert.Message;
import io.smarketing.core.crm.failure.FailureKind;
import io.smarketing.core.crm.notice.Receipt;
import io.smarketing.core.crm.open.Secret;
import io.smarketing.core.sla.terms.Recipient;
import io.smarketing.daemon.config.channel.Channels.Login;
import io.smarketing.daemon.config.channel.Channels.Mail;
import io.smarketing.daemon.config.channel.Channels.Tls;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class MailChannelTest {

    private static final Instant NOW = Instant.parse("2026-03-02T18:00:00Z");
    private static final Recipient SALES = Recipient.address("sales@example.com");

    private final MailServer server = new MailServer();

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void aMessageIsPlainTextWithANameThatStaysTheSame() throws InterruptedException {
        assertThat(send(SALES, "\r\nBcc: everybody@example.com\r\n\r\n.\r\n<b>=1+1</b>"))
                .isEqualTo(Receipt.POSTED);

        List<String> letter = server.letter();
        assertThat(letter)
                .contains(
                        "From: smarketing@example.com",
                        "To: sales@example.com",
                        "Subject: Broken: first-touch",
                        "Message-ID: <m-1.smarketing@example.com>",
                        "Content-Type: text/plain; charset=UTF-8",
                        "Auto-Submitted: auto-generated",
                        "  Lead: Bcc: everybody@example.com . <b>=1+1</b>")
                .noneMatch(line -> line.startsWith("Bcc"));
    }

    @Test
    void aLostAnswerMeansTheSameLetterAgain() throws InterruptedException {
        server.hangUp();
        assertThat(send(SALES, "x").failure()).contains(FailureKind.UNREACHABLE);
        assertThat(send(SALES, "x")).isEqualTo(Receipt.POSTED);

        assertThat(server.letter()).isEqualTo(server.letter());
    }

    @Test
    void whoHasNoMailboxIsToldApartFromAServerThatIsDown() {
        server.refuse("sales");
        Receipt refused = send(SALES, "x");
        assertThat(refused.failure()).contains(FailureKind.REFUSED_BY_RULE);
        assertThat(refused.sentence()).isEqualTo("the mail server refuses the message or its recipient");
        assertThat(send(Recipient.address("marketing@example.com"), "x")).isEqualTo(Receipt.POSTED);

        server.close();
        Receipt down = send(SALES, "x");
        assertThat(down.failure()).contains(FailureKind.UNREACHABLE);
        assertThat(down.sentence())
                .isEqualTo("the mail server 127.0.0.1:" + server.port()
                        + " does not take messages now (ConnectException): see 'host' and 'port'");
    }

    @Test
    void withoutThePrivateLineThatIsWantedNothingIsSent() {
        Mail mail = new Mail("127.0.0.1", server.port(), Tls.STARTTLS, "smarketing@example.com", Optional.empty());

        Receipt receipt = new MailChannel(mail, () -> NOW).send(message(SALES, "x"));

        assertThat(receipt.failure()).contains(FailureKind.UNREACHABLE);
        assertThat(receipt.sentence()).endsWith("does not take messages now (MessagingException): see 'tls'");
        assertThat(server.waiting()).isZero();
    }

    @Test
    void aServerThatWantsNoPasswordIsNotGivenOne() {
        Login login = new Login("smarketing", new Secret("secret-password"));
        Mail mail = new Mail("127.0.0.1", server.port(), Tls.OFF, "smarketing@example.com", Optional.of(login));

        assertThat(new MailChannel(mail, () -> NOW).send(message(SALES, "x"))).isEqualTo(Receipt.POSTED);
    }

    @Test
    void whatIsNoAddressIsRefusedLikeAMailboxThatIsNone() {
        Receipt receipt = send(Recipient.address("sales@example.com."), "x");

        assertThat(receipt).isEqualTo(Receipt.failed(FailureKind.REFUSED_BY_RULE, "a recipient is no e-mail address"));
    }

    @Test
    void whatTheServerHasTakenIsSentWhateverBecomesOfTheGoodbye() {
        server.breakOff();

        assertThat(send(SALES, "x")).isEqualTo(Receipt.POSTED);
    }

    @Test
    void whoMayNotSendAsThatSenderHearsThatOfTheChannel() {
        for (String answer : List.of("550 not you", "530 who are you", "553 not you")) {
            server.answer("MAIL", answer);

            assertThat(send(SALES, "x"))
                    .isEqualTo(Receipt.failed(
                            FailureKind.WRONG_CREDENTIALS,
                            "the mail server does not let us send as smarketing@example.com: see 'from', 'user' and"
                                    + " 'password'"));
        }
    }

    @Test
    void aMailboxThatAsksForPatienceHasNotRefused() {
        server.answer("RCPT", "450 greylisted, come again");

        assertThat(send(SALES, "x").failure()).contains(FailureKind.BUSY);
    }

    private Receipt send(Recipient to, String lead) {
        Mail mail = new Mail("127.0.0.1", server.port(), Tls.OFF, "smarketing@example.com", Optional.empty());
        return new MailChannel(mail, () -> NOW).send(message(to, lead));
    }

    private static Message message(Recipient to, String lead) {
        Alert alert = new Alert("sla-1", to, Optional.empty(), "Broken: first-touch", Map.of("Lead", lead), NOW);
        return new Message("m-1", to, List.of(alert));
    }
}
