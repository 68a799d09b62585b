package io.smarketing.daemon.serve.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smarketing.daemon.command.CommandFailure;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LocalServerTest {

    private final LocalServer server = LocalServer.start(
            0,
            List.of(
                    Endpoint.get("/look", query -> Reply.json(200, query)),
                    Endpoint.get("/fail", query -> {
                        throw new IllegalStateException("lead-0001@example.com");
                    }),
                    new Endpoint("POST", "/do", query -> Reply.json(202, Map.of()))));

    @AfterEach
    void close() {
        server.close();
    }

    /** As it goes over the wire: an HTTP client would not send what is tried here. */
    private String ask(String line, String... headers) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", server.url("/").getPort())) {
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
        assertThatThrownBy(() -> LocalServer.start(taken, List.of()))
                .isInstanceOf(CommandFailure.class)
                .hasMessageContaining("Port " + taken)
                .hasMessageContaining("--http-port");
    }
}
