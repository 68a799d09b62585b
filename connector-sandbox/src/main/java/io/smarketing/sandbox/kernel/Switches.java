package io.smarketing.sandbox.kernel;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The faults and both-ways behaviours that are switched on at the moment, by name. Each CRM and the server ask for the
 * ones they know; the list of all names with their meaning is in {@code docs/sandbox.md}.
 */
public final class Switches {

    private final Map<String, String> values = new ConcurrentHashMap<>();

    /** Switches on; an empty value or {@code off} switches off. */
    public void set(String name, String value) {
        if (value.isEmpty() || value.equals("off")) {
            values.remove(name);
        } else {
            values.put(name, value);
        }
    }

    public Optional<String> get(String name) {
        return Optional.ofNullable(values.get(name));
    }

    /** True if the switch is on with any value but {@code false}. */
    public boolean on(String name) {
        return get(name).map(v -> !v.equals("false")).orElse(false);
    }

    /** A duration such as {@code 100ms}, {@code 5s}, {@code 2m} or ISO {@code PT5S}; zero if off. */
    public Duration duration(String name) {
        return get(name).map(Switches::parse).orElse(Duration.ZERO);
    }

    /** All that are on, sorted by name. */
    public Map<String, String> all() {
        return new TreeMap<>(values);
    }

    /** Reads a duration; an IllegalArgumentException names the text and the forms that are understood. */
    public static Duration parse(String text) {
        try {
            if (text.startsWith("P")) {
                return Duration.parse(text);
            }
            if (text.endsWith("ms")) {
                return Duration.ofMillis(Long.parseLong(text.substring(0, text.length() - 2)));
            }
            long n = Long.parseLong(text.substring(0, text.length() - 1));
            return text.endsWith("m") ? Duration.ofMinutes(n) : secondsOnly(text, n);
        } catch (java.time.DateTimeException | NumberFormatException | StringIndexOutOfBoundsException e) {
            throw new IllegalArgumentException("'" + text + "' is not a duration: write 100ms, 5s, 2m or PT5S", e);
        }
    }

    private static Duration secondsOnly(String text, long n) {
        if (!text.endsWith("s")) {
            throw new NumberFormatException(text);
        }
        return Duration.ofSeconds(n);
    }
}
