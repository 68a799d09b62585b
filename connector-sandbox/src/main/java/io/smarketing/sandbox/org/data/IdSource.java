package io.smarketing.sandbox.org.data;

import java.util.HashMap;
import java.util.Map;
import java.util.random.RandomGenerator;

/** Gives new records their ids: ascending for each object, in the part of the number range that is this org's. */
public final class IdSource {

    private static final String DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    private static final int COUNTER_LENGTH = 8;

    private final String pod;
    private final Map<String, Long> counters = new HashMap<>();

    public IdSource(RandomGenerator random) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 4; i++) {
            text.append(DIGITS.charAt(random.nextInt(DIGITS.length())));
        }
        this.pod = text.toString();
    }

    /** The next id of the object with that prefix. */
    public String next(String prefix) {
        long number = counters.merge(prefix, 1L, Long::sum);
        char[] counter = new char[COUNTER_LENGTH];
        for (int i = COUNTER_LENGTH - 1; i >= 0; i--) {
            counter[i] = DIGITS.charAt((int) (number % DIGITS.length()));
            number /= DIGITS.length();
        }
        return SalesforceId.lengthen(prefix + pod + new String(counter));
    }
}
