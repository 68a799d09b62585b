package io.smarketing.sandbox.portal.hook;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smarketing.sandbox.kernel.Post;
import io.smarketing.sandbox.kernel.Posts;
import io.smarketing.sandbox.portal.wire.Caller;
import io.smarketing.sandbox.portal.wire.Quirks;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/**
 * The webhook calls that are to be made: up to a hundred events each, signed when they are sent; one that fails is sent
 * again up to ten times within a day.
 */
public final class Outbox implements Posts {

    private static final int MOST_EVENTS = 100;
    private static final int MOST_RETRIES = 10;
    private static final Duration RETRIED_WITHIN = Duration.ofHours(24).dividedBy(MOST_RETRIES);

    private final Quirks quirks;
    private final InstantSource wall;
    private final long portalId;
    private final WebhookSignature signature;
    private final Random random;
    private final List<ObjectNode> fresh = new ArrayList<>();
    private final List<Parcel> waiting = new ArrayList<>();
    private final Map<Long, Parcel> sent = new HashMap<>();
    private long lastNumber;

    /** @param secret the client secret of the app that is told */
    public Outbox(Quirks quirks, InstantSource wall, long portalId, String secret) {
        this.quirks = quirks;
        this.wall = wall;
        this.portalId = portalId;
        this.signature = new WebhookSignature(secret);
        this.random = new Random(portalId);
    }

    private record Parcel(List<ObjectNode> events, int attempt, Instant due) {}

    /** Whether an address is set. */
    public boolean isWanted() {
        return !url().isEmpty();
    }

    private String url() {
        return quirks.text(Quirks.WEBHOOK_URL, "");
    }

    /** Something has happened. */
    public synchronized void take(Happening happening) {
        ObjectNode event = JsonNodeFactory.instance.objectNode();
        // the real ones are not unique either
        event.put("eventId", 1_000_000 + random.nextInt(1_000_000_000));
        event.put("subscriptionId", 500_000 + Math.floorMod(happening.type().hashCode(), 100_000));
        event.put("portalId", portalId);
        event.put("appId", Long.parseLong(Caller.APP_ID));
        event.put("occurredAt", happening.at());
        event.put("subscriptionType", happening.type());
        event.put("objectId", happening.id());
        event.put("changeSource", happening.doer().source());
        event.put("sourceId", happening.doer().id());
        happening.more().forEach((name, value) -> event.set(name, JsonNodeFactory.instance.pojoNode(value)));
        fresh.add(event);
    }

    @Override
    public synchronized Optional<Post> next() {
        if (!isWanted()) {
            fresh.clear();
            waiting.clear();
            return Optional.empty();
        }
        Optional<Parcel> due =
                waiting.stream().filter(p -> !p.due().isAfter(wall.instant())).findFirst();
        due.ifPresent(waiting::remove);
        return due.or(this::pack).map(this::posted);
    }

    private Optional<Parcel> pack() {
        if (fresh.isEmpty()) {
            return Optional.empty();
        }
        if (quirks.on(Quirks.WEBHOOK_DISORDER)) {
            Collections.shuffle(fresh, random);
        }
        List<ObjectNode> some = fresh.subList(0, Math.min(MOST_EVENTS, fresh.size()));
        Parcel parcel = new Parcel(List.copyOf(some), 0, wall.instant());
        some.clear();
        if (quirks.on(Quirks.WEBHOOK_DUPLICATES)) {
            waiting.add(parcel);
        }
        return Optional.of(parcel);
    }

    private Post posted(Parcel parcel) {
        ArrayNode events = JsonNodeFactory.instance.arrayNode();
        parcel.events().forEach(e -> events.add(e.deepCopy().put("attemptNumber", parcel.attempt())));
        String body = events.toString();
        String time = Long.toString(wall.millis());
        long number = ++lastNumber;
        sent.put(number, parcel);
        return new Post(number, url(), signature.headers("POST", url(), body, time), body);
    }

    @Override
    public synchronized void answered(Post post, boolean taken) {
        Optional.ofNullable(sent.remove(post.number()))
                .filter(parcel -> !taken && parcel.attempt() < MOST_RETRIES)
                .ifPresent(parcel -> waiting.add(new Parcel(
                        parcel.events(), parcel.attempt() + 1, wall.instant().plus(pause()))));
    }

    private Duration pause() {
        Duration within = quirks.duration(Quirks.WEBHOOK_RETRY);
        long most = (within.isZero() ? RETRIED_WITHIN : within).toMillis();
        return Duration.ofMillis(1 + (long) (random.nextDouble() * most));
    }
}
