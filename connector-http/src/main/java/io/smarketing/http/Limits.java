package io.smarketing.http;

import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * What an answer tells of a CRM's limits.
 *
 * @param burst calls of {@link Bucket#GENERAL} in its stretch of time
 * @param dailyUsed calls of the day used by everybody
 * @param dailyLimit calls of the day
 */
public record Limits(OptionalInt burst, OptionalLong dailyUsed, OptionalLong dailyLimit) {

    /** The answer tells nothing. */
    public static final Limits UNTOLD = new Limits(OptionalInt.empty(), OptionalLong.empty(), OptionalLong.empty());

    /** Reads what an adapter's answers tell. */
    @FunctionalInterface
    public interface Reader {

        Limits read(HttpAnswer answer);
    }
}
