package io.smarketing.http;

import java.time.Duration;

/** So many calls in any stretch of time of that length. */
public record Rate(int calls, Duration per) {

    public Rate {
        if (calls < 1 || per.isNegative() || per.isZero()) {
            throw new IllegalArgumentException("a rate needs at least one call and a stretch of time");
        }
    }
}
