package io.smarketing.core.merge;

import java.time.Instant;

/**
 * Our written value was found undone: the same pair of values came back.
 *
 * @param count how often within the day
 * @param pair fingerprint of the two values that replace each other
 * @param since when the first of them was seen, by the CRM's time
 */
public record Bounce(int count, String pair, Instant since) {}
