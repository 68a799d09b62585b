package io.smarketing.daemon.mail;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocket;

/** A mail server on loopback that speaks enough SMTP to take messages, to refuse some, and to hang up. */
public final class MailServer implements AutoCloseable {

    private final ServerSocket socket;
    private final Optional<SSLContext> tls;
    private final BlockingQueue<List<String>> letters = new LinkedBlockingQueue<>();
    private volatile String refused = "nobody";
    private final Map<String, String> answers = new ConcurrentHashMap<>();
    private volatile boolean hangsUp;
    private volatile boolean breaksOff;

    public MailServer() {
        this(Optional.empty());
    }

    /** @param tls with which it goes on in cipher when it is asked to */
    MailServer(Optional<SSLContext> tls) {
        this.tls = tls;
        try {
            socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread thread = new Thread(this::serve, "mail server");
        thread.setDaemon(true);
        thread.start();
    }

    public int port() {
        return socket.getLocalPort();
    }

    /** Refuses mailboxes whose address holds that. */
    void refuse(String part) {
        refused = part;
    }

    /** Hangs up once it has the next letter, without saying that it has it. */
    void hangUp() {
        hangsUp = true;
    }

    /** Says that when it has the next letter, and breaks off the line before any goodbye. */
    void breakOff() {
        breaksOff = true;
    }

    /** Answers a command so. */
    void answer(String command, String answer) {
        answers.put(command, answer);
    }

    /** The next letter, line by line; it waits for it. */
    public List<String> letter() throws InterruptedException {
        List<String> letter = letters.poll(10, TimeUnit.SECONDS);
        if (letter == null) {
            throw new AssertionError("no letter came");
        }
        return letter;
    }

    public int waiting() {
        return letters.size();
    }

    private void serve() {
        try {
            while (!socket.isClosed()) {
                try (Socket line = socket.accept()) {
                    say(line, "220 here");
                    talk(line);
                } catch (SSLException e) {
                    // whoever called did not like the certificate
                }
            }
        } catch (SocketException e) {
            // closed: the test is over
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void say(Socket line, String text) throws IOException {
        line.getOutputStream().write((text + "\r\n").getBytes(StandardCharsets.UTF_8));
        line.getOutputStream().flush();
    }

    private void talk(Socket line) throws IOException {
        BufferedReader in = new BufferedReader(new InputStreamReader(line.getInputStream(), StandardCharsets.UTF_8));
        boolean offersTls = tls.isPresent() && !(line instanceof SSLSocket);
        for (String said = in.readLine(); said != null; said = in.readLine()) {
            String word = said.split("[ :]")[0].toUpperCase(java.util.Locale.ROOT);
            String answer = switch (word) {
                case "EHLO" -> offersTls ? "250-fine\r\n250 STARTTLS" : "250 fine";
                case "DATA" -> "354 go on";
                case "RCPT" -> said.contains(refused) ? "550 no such mailbox" : "250 fine";
                case "QUIT" -> "221 bye";
                case "STARTTLS" -> offersTls ? "220 go on" : "502 not here";
                case "AUTH" -> "502 not here";
                default -> "250 fine";
            };
            say(line, answers.getOrDefault(word, answer));
            if (word.equals("STARTTLS") && offersTls) {
                talk(inCipher(line));
                return;
            }
            if (word.equals("DATA")) {
                take(in);
                if (hangsUp) {
                    hangsUp = false;
                    return;
                }
                line.setSoLinger(breaksOff, 0);
                say(line, "250 taken");
                if (breaksOff) {
                    return;
                }
            }
        }
    }

    private SSLSocket inCipher(Socket line) throws IOException {
        SSLSocket socket =
                (SSLSocket) tls.orElseThrow().getSocketFactory().createSocket(line, null, line.getPort(), true);
        socket.setUseClientMode(false);
        return socket;
    }

    private void take(BufferedReader in) throws IOException {
        List<String> letter = new ArrayList<>();
        for (String text = in.readLine(); text != null && !text.equals("."); text = in.readLine()) {
            letter.add(text);
        }
        letters.add(letter);
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
