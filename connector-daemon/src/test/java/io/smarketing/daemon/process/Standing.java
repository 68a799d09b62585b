package io.smarketing.daemon.process;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smarketing.daemon.process.Program.Ended;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** A daemon that stays up, as a process of its own, and what it tells over HTTP. */
public final class Standing implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final long MOST_SECONDS = 180;

    private final HttpClient client = HttpClient.newHttpClient();
    private final Program program;
    private final JsonNode urls;

    private Standing(Program program) {
        this.program = program;
        until("it tells its port", () -> program.out().contains("\n") || !program.isAlive());
        assertThat(program.isAlive()).as(program.err()).isTrue();
        this.urls = json(program.out());
    }

    /** How it says it is. */
    public record Health(int status, JsonNode body) {

        String word() {
            return body.path("status").asText();
        }
    }

    /** Starts {@code run} on any free port. */
    public static Standing run(Path output, Path configuration, String... more) {
        return runOn(0, output, configuration, more);
    }

    /** Starts {@code run} on that port. */
    static Standing runOn(int port, Path output, Path configuration, String... more) {
        List<String> words = new ArrayList<>(List.of(
                "run",
                "--http-port",
                Integer.toString(port),
                "--output",
                "json",
                "--config",
                configuration.toString()));
        words.addAll(List.of(more));
        return new Standing(Program.daemon(output, words));
    }

    Health health() {
        HttpResponse<String> answer = get(urls.path("health").asText());
        return new Health(answer.statusCode(), json(answer.body()));
    }

    /** Waits until it says that it is so. */
    public Health until(String status) {
        Health[] last = {health()};
        until("it is " + status, () -> {
            last[0] = health();
            return last[0].word().equals(status);
        });
        return last[0];
    }

    public long pid() {
        return program.pid();
    }

    public String metrics() {
        return get(urls.path("metrics").asText()).body();
    }

    String err() {
        return program.err();
    }

    /** Tells it to end, and waits for that. */
    public Ended terminated() {
        program.terminate();
        return program.await();
    }

    /** Waits for its end. */
    Ended ended() {
        return program.await();
    }

    /** Looks again and again until it is so. */
    public void until(String what, BooleanSupplier so) {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(MOST_SECONDS);
        while (!so.getAsBoolean()) {
            assertThat(System.nanoTime()).as(() -> what + ": " + program.err()).isLessThan(deadline);
            try {
                TimeUnit.MILLISECONDS.sleep(30);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }
    }

    private HttpResponse<String> get(String url) {
        try {
            return client.send(HttpRequest.newBuilder(URI.create(url)).build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(program.err(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Ends it, if it has not ended. */
    @Override
    public void close() {
        program.kill();
    }
}
