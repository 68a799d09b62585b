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
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/**
 * Keeps an account's calls within its limits: never more than the rate in any rolling stretch of time, and not more of
 * the day than our budget. Below the limits it never waits.
 */
public final class Pacer {

    /** A longer wait is not ours: whoever runs the sync must be able to stop meanwhile. */
    static final Duration LONGEST_WAIT = Duration.ofSeconds(10);

    private final InstantSource clock;
    private final Sleeper sleeper;
    private final Limits.Reader limits;
    private final DailyUse day;
    private final Map<Bucket, RollingWindow> windows = new EnumMap<>(Bucket.class);
    private final Map<Bucket, Hold> holds = new ConcurrentHashMap<>();

    /** @param rates the rate of each bucket that has one, until an answer tells another */
    public Pacer(Map<Bucket, Rate> rates, Limits.Reader limits, Surroundings surroundings) {
        this.clock = surroundings.clock();
        this.sleeper = surroundings.sleeper();
        this.limits = limits;
        this.day = new DailyUse(surroundings.budget());
        rates.forEach((bucket, rate) -> windows.put(bucket, new RollingWindow(rate, clock)));
    }

    /** Leave for one call to be under way; it must be told when the call has ended. */
    interface Leave {

        void ended();
    }

    /** A pause that the CRM has asked for, and how it asked. */
    private record Hold(Instant until, CrmException asked) {

        static Hold from(Instant now, CrmException asked) {
            return new Hold(now.plus(asked.waitFor().orElseThrow()), asked);
        }

        /** The same; it begins anew if the clock was set back since it began. */
        Hold at(Instant now) {
            Hold anew = from(now, asked);
            return until.isAfter(anew.until) ? anew : this;
        }
    }

    /** Waits until a call may start; throws if that is too long. */
    Leave start(Bucket bucket, Lane lane) throws InterruptedException {
        rest(bucket);
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
        Optional<RollingWindow.Slot> slot = window.take();
        while (slot.isEmpty()) {
            sleeper.sleep(window.untilFree());
            rest(bucket);
            slot = window.take();
        }
        RollingWindow.Slot taken = slot.get();
        return () -> window.answered(taken);
    }

    private void rest(Bucket bucket) throws InterruptedException {
        Hold hold = held(bucket);
        while (hold != null && clock.instant().isBefore(hold.until())) {
            Duration rest = Duration.between(clock.instant(), hold.until());
            if (rest.compareTo(LONGEST_WAIT) > 0) {
                throw new CrmException(hold.asked().kind(), hold.asked().getMessage(), Optional.of(rest));
            }
            sleeper.sleep(rest);
            hold = held(bucket);
        }
    }

    private @Nullable Hold held(Bucket bucket) {
        return holds.computeIfPresent(bucket, (b, hold) -> hold.at(clock.instant()));
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

    /** The rate that an answer tells is that of most calls; the buckets beside it keep theirs. */
    void learn(Bucket bucket, HttpAnswer answer) {
        Limits told = limits.read(answer);
        day.learn(told, clock.instant());
        RollingWindow general = windows.get(Bucket.GENERAL);
        if (general != null && bucket == Bucket.GENERAL) {
            told.burst().ifPresent(general::learn);
        }
    }

    /**
     * If a failure names a pause no caller starts a call before it is over: none of its bucket after too many calls, none
     * at all if the day's calls are used up or the whole CRM rests.
     */
    void hold(Bucket bucket, CrmException failure) {
        if (failure.waitFor().isEmpty()) {
            return;
        }
        Hold hold = Hold.from(clock.instant(), failure);
        Set<Bucket> held = switch (failure.kind()) {
            case THROTTLED -> Set.of(bucket);
            case QUOTA_USED_UP, UNREACHABLE -> EnumSet.allOf(Bucket.class);
            default -> Set.of();
        };
        held.forEach(b -> holds.merge(b, hold, (old, now) -> old.until().isAfter(now.until()) ? old : now));
    }

    /** Calls used so far. */
    public QuotaUse use() {
        return day.use();
    }
}
