package io.smarketing.core.crm.open;

import java.util.OptionalLong;

/**
 * How much of a CRM's daily calls the admin lets us use.
 *
 * @param share part of the day's calls we may use, 0 to 1
 * @param floor calls of the day that we leave to other tools whatever happens
 * @param dailyLimit the day's calls, where the CRM does not tell
 */
public record Budget(double share, long floor, OptionalLong dailyLimit) {

    /** Half of the day's calls, and never the last thousand. */
    public static final Budget DEFAULT = new Budget(0.5, 1_000, OptionalLong.empty());

    public Budget {
        if (share <= 0 || share > 1 || floor < 0) {
            throw new IllegalArgumentException("a budget needs a share above 0 and up to 1, and a floor of 0 or more");
        }
    }

    /** Calls we may use of a day with that many. */
    public long of(long daily) {
        return Math.max(0, Math.min((long) (daily * share), daily - floor));
    }
}
