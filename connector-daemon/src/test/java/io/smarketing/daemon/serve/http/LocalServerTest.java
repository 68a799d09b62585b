package io.smarketing.daemon.serve.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.smarketing.daemon.command.CommandFailure;
import java.io.IOException;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LocalServerTest {

    private final LocalServer server = LocalServer.start(
            Address.local(0),
            () -> List.of(
                    Endpoint.get("/look", asked -> Reply.json(200, asked.query())),
                    Endpoint.get("/fail", asked -> {
                        throw new IllegalStateException("lead-0001@example.com");
                    }),
                    Endpoint.post("/do", asked -> Reply.json(202, Map.of())),
                    Endpoint.signed("/signed", LocalServerTest::answer)));

    private static Reply answer(Asked asked) {
        boolean known = asked.headers().getOrDefault("x-signature", "").equals("good");
        return Reply.json(known ? 200 : 401, Map.of("bytes", asked.body().length));
    }

    @AfterEach
    void close() {
        server.close();
    }

    /** As it goes over the wire: an HTTP client would not send what is tried here. */
    private String ask(String line, String... headers) throws IOException {
        return ask(InetAddress.getLoopbackAddress(), server.url("/").getPort(), line, headers);
    }

    private static String ask(InetAddress where, int port, String line, String... headers) throws IOException {
        try (Socket socket = new Socket(where, port)) {
            String ask = line + " HTTP/1.1\r\n" + String.join("\r\n", headers)
                    + "\r\nContent-Length: 0\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(ask.getBytes(StandardCharsets.UTF_8));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void answersItsOwnMachine() throws IOException {
        assertThat(ask("GET /look?a=1&b=x%20y&c", "Host: localhost:80"))
                .startsWith("HTTP/1.1 200")
                .contains("{\"a\":\"1\",\"b\":\"x y\",\"c\":\"\"}");
        assertThat(ask("HEAD /look", "Host: [::1]:8787"))
                .startsWith("HTTP/1.1 200")
                .endsWith("\r\n\r\n");
        assertThat(ask("POST /do", "Host: 127.0.0.1")).startsWith("HTTP/1.1 202");
    }

    @Test
    void answersNobodyWhoCallsItByAnotherName() throws IOException {
        assertThat(ask("GET /look", "Host: rebound.example:8787")).startsWith("HTTP/1.1 403");
        assertThat(ask("GET /look", "Host: localhost.rebound.example")).startsWith("HTTP/1.1 403");
        assertThat(ask("GET /look", "X: y")).doesNotStartWith("HTTP/1.1 200");
    }

    @Test
    void doesNothingForAPageInABrowser() throws IOException {
        assertThat(ask("POST /do", "Host: localhost", "Origin: https://page.example"))
                .startsWith("HTTP/1.1 403");
    }

    @Test
    void whoProvesItselfMayComeThroughAProxy() throws IOException {
        assertThat(ask("POST /signed", "Host: connector.example.com", "X-Signature: good"))
                .startsWith("HTTP/1.1 200");
        assertThat(ask("POST /signed", "Host: connector.example.com")).startsWith("HTTP/1.1 401");
        assertThat(ask("GET /signed", "Host: connector.example.com")).startsWith("HTTP/1.1 403");
        assertThat(ask("POST /do", "Host: connector.example.com")).startsWith("HTTP/1.1 403");
    }

    @Test
    void aBodyHasItsLimit() throws IOException {
        assertThat(send(1_000_000)).startsWith("HTTP/1.1 200").contains("1000000");
        assertThat(send(1_000_001)).startsWith("HTTP/1.1 413");
    }

    private String send(int bytes) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", server.url("/").getPort())) {
            String head = "POST /signed HTTP/1.1\r\nHost: h\r\nX-Signature: good\r\nContent-Length: " + bytes
                    + "\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(head.getBytes(StandardCharsets.UTF_8));
            socket.getOutputStream().write(new byte[bytes]);
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void fromOtherMachinesOnlyWhoProvesItselfIsAnswered() throws IOException {
        Optional<InetAddress> outside = outside();
        assumeTrue(outside.isPresent(), "this machine has no address but loopback");
        try (LocalServer open = LocalServer.start(
                new Address(0, true),
                () -> List.of(
                        Endpoint.get("/look", asked -> Reply.json(200, Map.of())),
                        Endpoint.signed("/signed", LocalServerTest::answer)))) {
            int port = open.url("/").getPort();
            assertThat(ask(outside.get(), port, "GET /look", "Host: localhost")).startsWith("HTTP/1.1 403");
            assertThat(ask(outside.get(), port, "POST /signed", "Host: x", "X-Signature: good"))
                    .startsWith("HTTP/1.1 200");
        }
    }

    private static Optional<InetAddress> outside() throws IOException {
        return NetworkInterface.networkInterfaces()
                .flatMap(NetworkInterface::inetAddresses)
                .filter(a -> a instanceof Inet4Address && !a.isLoopbackAddress())
                .findFirst();
    }

    @Test
    void saysWhatThereIs() throws IOException {
        assertThat(ask("GET /metric", "Host: localhost"))
                .startsWith("HTTP/1.1 404")
                .contains("GET /look", "POST /do");
        assertThat(ask("POST /look", "Host: localhost"))
                .startsWith("HTTP/1.1 405")
                .contains("GET /look");
    }

    @Test
    void aFailureOfOursTellsNothing() throws IOException {
        assertThat(ask("GET /fail", "Host: localhost"))
                .startsWith("HTTP/1.1 500")
                .doesNotContain("@example.com");
    }

    @Test
    void aPortThatIsTakenIsNamedWithTheRemedy() {
        int taken = server.url("/").getPort();
        assertThatThrownBy(() -> LocalServer.start(Address.local(taken), List::of))
                .isInstanceOf(CommandFailure.class)
                .hasMessageContaining("Port " + taken)
                .hasMessageContaining("--http-port");
    }
}
