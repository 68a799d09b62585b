package io.smarketing.http;

import io.smarketing.core.crm.Lane;
import io.smarketing.core.crm.QuotaUse;
import io.smarketing.core.crm.open.Budget;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;

/**
 * Counts the day's calls against our budget. We stop when our own calls of the last 24 hours reach our share, or when
 * everybody's calls, as the CRM last told, reach the floor that is left to others. Lanes stop one after the other:
 * backfills at 60 % of what we may use, fields and reading at 90 %, feedback at 95 %, stamps last.
 */
final class DailyUse {

    /** After so long one call may pass, to learn whether a new day has begun. */
    private static final Duration ASK_AGAIN = Duration.ofMinutes(15);

    private final Budget budget;
    private final TreeMap<Long, Long> callsByHour = new TreeMap<>();
    private long calls;
    private OptionalLong used = OptionalLong.empty();
    private OptionalLong limit;
    private Instant toldAt = Instant.MIN;

    DailyUse(Budget budget) {
        this.budget = budget;
        this.limit = budget.dailyLimit();
    }

    /** Counts a call that starts now, or says how long to wait. */
    synchronized Optional<Duration> refuse(Lane lane, Instant now) {
        long hour = now.getEpochSecond() / 3600;
        callsByHour.headMap(hour - 24, true).clear();
        long ours = callsByHour.values().stream().mapToLong(Long::longValue).sum();
        if (limit.isPresent() && isOver(ours, share(lane), limit.getAsLong(), now)) {
            return Optional.of(ASK_AGAIN);
        }
        callsByHour.merge(hour, 1L, Long::sum);
        calls++;
        return Optional.empty();
    }

    synchronized void learn(Limits told, Instant now) {
        limit = told.dailyLimit().isPresent() ? told.dailyLimit() : limit;
        if (told.dailyUsed().isPresent()) {
            used = told.dailyUsed();
            toldAt = now;
        }
    }

    synchronized QuotaUse use() {
        return new QuotaUse(calls, used, limit);
    }

    private boolean isOver(long ours, double part, long daily, Instant now) {
        if (ours >= budget.of(daily) * part) {
            return true;
        }
        long leftToOthers = Math.min(daily, budget.floor());
        boolean over = used.isPresent() && used.getAsLong() >= (daily - leftToOthers) * part;
        // either way: the clock may have been set back since
        if (over && Duration.between(toldAt, now).abs().compareTo(ASK_AGAIN) >= 0) {
            toldAt = now;
            return false;
        }
        return over;
    }

    private static double share(Lane lane) {
        return switch (lane) {
            case STAMPS -> 1;
            case FEEDBACK -> 0.95;
            case FIELDS -> 0.9;
            case BACKFILL -> 0.6;
        };
    }
}
