package io.smarketing.sandbox.org.rest;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smarketing.sandbox.kernel.Answer;
import io.smarketing.sandbox.kernel.Switches;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;

/** The org's API calls of the last 24 hours of the wall clock, and how many it may have. */
public final class Quota implements Resource {

    private static final int LIMIT = 100_000;
    private static final long MINUTES = 24 * 60;

    private final InstantSource wall;
    private final Switches switches;
    private final boolean enforced;
    private final Deque<long[]> minutes = new ArrayDeque<>();
    private int used;

    public Quota(InstantSource wall, Switches switches, boolean enforced) {
        this.wall = wall;
        this.switches = switches;
        this.enforced = enforced;
    }

    /** Counts a call; false if none is left. */
    public boolean take() {
        long minute = wall.instant().getEpochSecond() / 60;
        while (!minutes.isEmpty() && minutes.peekFirst()[0] <= minute - MINUTES) {
            used -= (int) minutes.pollFirst()[1];
        }
        if (enforced && used >= limit()) {
            return false;
        }
        if (minutes.isEmpty() || minutes.peekLast()[0] != minute) {
            minutes.addLast(new long[] {minute, 0});
        }
        minutes.peekLast()[1]++;
        used++;
        return true;
    }

    /** Calls of the last 24 hours. */
    public int used() {
        return used;
    }

    /** The answer with the header that tells of the calls. */
    public Answer told(Answer answer) {
        return switches.on("no-limit-info")
                ? answer
                : answer.with("Sforce-Limit-Info", "api-usage=" + used + "/" + limit());
    }

    @Override
    public Answer answer(Call call) {
        ObjectNode body = Json.object();
        put(body, "DailyApiRequests", limit(), Math.max(0, limit() - used));
        put(body, "DailyBulkApiBatches", 15_000, 15_000);
        put(body, "DailyBulkV2QueryJobs", 10_000, 10_000);
        put(body, "DailyBulkV2QueryFileStorageMB", 976_562, 976_562);
        put(body, "DailyDeliveredPlatformEvents", 10_000, 10_000);
        put(body, "DailyStreamingApiEvents", 10_000, 10_000);
        put(body, "HourlyPublishedPlatformEvents", 50_000, 50_000);
        put(body, "DataStorageMB", 10_240, 10_240);
        return Json.ok(body);
    }

    private static void put(ObjectNode body, String name, int max, int remaining) {
        body.putObject(name).put("Max", max).put("Remaining", remaining);
    }

    /** Calls that 24 hours may have. */
    public int limit() {
        return switches.get("daily-limit").map(Integer::parseInt).orElse(LIMIT);
    }
}
