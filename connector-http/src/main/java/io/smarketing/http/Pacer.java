package io.smarketing.http;

import io.smarketing.core.crm.Lane;
import io.smarketing.core.crm.QuotaUse;
import io.smarketing.core.crm.failure.CrmException;
import io.smarketing.core.crm.failure.FailureKind;
import io.smarketing.core.crm.open.Sleeper;
import io.smarketing.core.crm.open.Surroundings;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import okhttp3.Response;

/**
 * Keeps an account's calls within its limits: never more than the rate in any rolling stretch of time, and not more of
 * the day than our budget. Below the limits it never waits.
 */
public final class Pacer {

    private final InstantSource clock;
    private final Sleeper sleeper;
    private final Limits.Reader limits;
    private final DailyUse day;
    private final Map<Bucket, RollingWindow> windows = new EnumMap<>(Bucket.class);

    /** @param rates the rate of each bucket that has one, until an answer tells another */
    public Pacer(Map<Bucket, Rate> rates, Limits.Reader limits, Surroundings surroundings) {
        this.clock = surroundings.clock();
        this.sleeper = surroundings.sleeper();
        this.limits = limits;
        this.day = new DailyUse(surroundings.budget());
        rates.forEach((bucket, rate) -> windows.put(bucket, new RollingWindow(rate)));
    }

    /** Leave for one call to be under way; it must be told when the call has ended. */
    interface Leave {

        void ended();
    }

    /** Waits until a call may start. */
    Leave start(Bucket bucket, Lane lane) throws InterruptedException {
        Optional<Duration> refused = day.refuse(lane, clock.instant());
        if (refused.isPresent()) {
            throw new CrmException(
                    FailureKind.QUOTA_USED_UP,
                    "today's share of API calls for this kind of work is used up; raise the budget's share or wait",
                    refused);
        }
        RollingWindow window = windows.get(bucket);
        if (window == null) {
            return () -> {};
        }
        Optional<RollingWindow.Slot> slot = window.take(clock.instant());
        while (slot.isEmpty()) {
            sleeper.sleep(window.wait(clock.instant()));
            slot = window.take(clock.instant());
        }
        RollingWindow.Slot taken = slot.get();
        return () -> window.answered(taken, clock.instant());
    }

    /** A client whose calls wait and count here, for a library that sends its own. */
    public OkHttpClient pacing(OkHttpClient client) {
        OkHttpClient.Builder paced = client.newBuilder();
        paced.interceptors().add(0, this::paced);
        return paced.build();
    }

    private Response paced(Interceptor.Chain chain) throws IOException {
        try {
            Leave leave = start(Bucket.GENERAL, Lane.FIELDS);
            try {
                return chain.proceed(chain.request());
            } finally {
                leave.ended();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("the call was ended before it was sent");
        }
    }

    void learn(HttpAnswer answer) {
        Limits told = limits.read(answer);
        day.learn(told, clock.instant());
        RollingWindow general = windows.get(Bucket.GENERAL);
        if (general != null) {
            told.burst().ifPresent(general::learn);
        }
    }

    /** The CRM asks for a pause: no caller starts a call of that bucket before it is over. */
    void hold(Bucket bucket, Duration pause) {
        Instant until = clock.instant().plus(pause);
        Optional.ofNullable(windows.get(bucket)).ifPresent(w -> w.hold(until));
    }

    /** Calls used so far. */
    public QuotaUse use() {
        return day.use();
    }
}
