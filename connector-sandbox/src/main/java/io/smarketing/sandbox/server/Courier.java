package io.smarketing.sandbox.server;

import io.smarketing.sandbox.kernel.Post;
import io.smarketing.sandbox.kernel.Posts;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Carries what a CRM has to tell of its own accord to where it is to go, one call after the other. */
final class Courier implements AutoCloseable {

    private static final long LOOK_MILLIS = 50;
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final int SUCCESS_ENDS = 300;

    private final Posts posts;
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(PATIENCE)
            .build();
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread daemon = new Thread(task, "webhooks");
        daemon.setDaemon(true);
        return daemon;
    });

    private Courier(Posts posts) {
        this.posts = posts;
    }

    static Courier start(Posts posts) {
        Courier courier = new Courier(posts);
        courier.thread.scheduleWithFixedDelay(courier::carryAll, LOOK_MILLIS, LOOK_MILLIS, TimeUnit.MILLISECONDS);
        return courier;
    }

    private void carryAll() {
        for (Optional<Post> post = posts.next(); post.isPresent(); post = posts.next()) {
            posts.answered(post.get(), isTaken(post.get()));
        }
    }

    private boolean isTaken(Post post) {
        try {
            HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(post.url()))
                    .timeout(PATIENCE)
                    .POST(BodyPublishers.ofString(post.body()));
            post.headers().forEach(request::header);
            int status = client.send(request.build(), BodyHandlers.discarding()).statusCode();
            return status >= 200 && status < SUCCESS_ENDS;
        } catch (IOException | IllegalArgumentException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
