package io.smarketing.sandbox.portal.wire;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smarketing.sandbox.kernel.Answer;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/** The portal's rate limits on the wall clock: rolling windows, and a day that ends at the account's midnight. */
public final class Limits {

    /** The account's time zone, in which the day of the daily limit ends. */
    public static final ZoneId ZONE = ZoneId.of("America/New_York");

    private final boolean refusing;
    private final InstantSource wall;
    private final Quirks quirks;
    private final RollingWindow burst = new RollingWindow(10_000);
    private final RollingWindow search = new RollingWindow(1_000);
    private final RollingWindow associations = new RollingWindow(10_000);
    private LocalDate day = LocalDate.MIN;
    private int today;
    private long calls;
    private long refused;
    private long searches;

    /** @param refusing false: nothing is refused, but everything is counted and headers are sent */
    public Limits(boolean refusing, InstantSource wall, Quirks quirks) {
        this.refusing = refusing;
        this.wall = wall;
        this.quirks = quirks;
    }

    /** Counts a request, before anything is known of it. */
    public void count() {
        calls++;
    }

    /** Lets the call through or refuses it with a 429; a refused call uses nothing up. */
    public void admit(Route route) {
        long now = wall.instant().toEpochMilli();
        turnDay();
        Bucket bucket = Bucket.of(route);
        if (refusing && today >= dailyLimit()) {
            throw refusal(
                    "You have reached your daily limit.",
                    "DAILY",
                    untilMidnight().toMillis());
        }
        RollingWindow window = window(bucket);
        if (refusing && window.used(now) >= most(bucket)) {
            throw bucket == Bucket.SEARCH
                    ? refusal("You have reached your secondly limit.", "SECONDLY", window.untilFree(now))
                    : refusal(
                            "You have reached your ten_secondly_rolling limit.",
                            "TEN_SECONDLY_ROLLING",
                            window.untilFree(now));
        }
        window.add(now);
        today++;
        searches += bucket == Bucket.SEARCH ? 1 : 0;
    }

    /** The answer with the rate headers that belong to it: none on searches, no daily ones with OAuth. */
    public Answer stamp(Answer answer, Call call) {
        Bucket bucket = Bucket.of(call.route());
        if (bucket == Bucket.SEARCH) {
            return answer;
        }
        int most = most(bucket);
        int left = Math.max(0, most - window(bucket).used(wall.instant().toEpochMilli()));
        Answer stamped = answer.with("X-HubSpot-RateLimit-Interval-Milliseconds", "10000")
                .with("X-HubSpot-RateLimit-Max", Integer.toString(most))
                .with("X-HubSpot-RateLimit-Remaining", Integer.toString(left));
        return call.caller().oauth()
                ? stamped
                : stamped.with("X-HubSpot-RateLimit-Daily", Integer.toString(dailyLimit()))
                        .with(
                                "X-HubSpot-RateLimit-Daily-Remaining",
                                Integer.toString(Math.max(0, dailyLimit() - today)));
    }

    /** When {@code retry-after} is on, the seconds to wait on this refusal; otherwise empty. */
    public String retryAfter(Failure failure) {
        boolean told = failure.status() == 429 && quirks.on(Quirks.RETRY_AFTER);
        return told ? Long.toString((failure.waitMs() + 999) / 1000) : "";
    }

    public Usage usage() {
        turnDay();
        return new Usage(calls, refused, searches, today, dailyLimit());
    }

    /** Time left until the daily count starts again. */
    public Duration untilMidnight() {
        ZonedDateTime now = wall.instant().atZone(ZONE);
        return Duration.between(now, now.toLocalDate().plusDays(1).atStartOfDay(ZONE));
    }

    private Failure refusal(String message, String policy, long waitMs) {
        refused++;
        ObjectNode body = Json.object().put("status", "error").put("message", message);
        body.put("errorType", "RATE_LIMIT").put("policyName", policy);
        body.put("groupName", "publicapi:private-apps-api-calls");
        return Failure.raw(429, body).waiting(waitMs);
    }

    private void turnDay() {
        LocalDate now = wall.instant().atZone(ZONE).toLocalDate();
        if (!now.equals(day)) {
            day = now;
            today = 0;
        }
    }

    private int dailyLimit() {
        return quirks.number(Quirks.DAILY_LIMIT, 625_000);
    }

    private int most(Bucket bucket) {
        return switch (bucket) {
            case BURST -> quirks.number(Quirks.BURST_LIMIT, 190);
            case SEARCH -> 5;
            case ASSOCIATIONS -> 150;
        };
    }

    private RollingWindow window(Bucket bucket) {
        return switch (bucket) {
            case BURST -> burst;
            case SEARCH -> search;
            case ASSOCIATIONS -> associations;
        };
    }
}
