package io.smarketing.daemon.config;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The time of day at which a running daemon begins to sweep. */
public record Nightly(LocalTime at, ZoneId zone) {

    static final Nightly DEFAULT = new Nightly(LocalTime.of(3, 0), ZoneId.of("UTC"));

    private static final Pattern WORDS = Pattern.compile("(\\d{1,2}):(\\d{2}) +(\\S+)");

    /**
     * Reads such as {@code 03:00 Europe/Berlin}.
     *
     * @throws IllegalArgumentException with what is wrong with it, for people
     */
    static Nightly of(String words) {
        Matcher found = WORDS.matcher(words);
        if (!found.matches()) {
            throw new IllegalArgumentException("it takes a time and a time zone such as 03:00 Europe/Berlin, or never");
        }
        try {
            LocalTime at = LocalTime.of(Integer.parseInt(found.group(1)), Integer.parseInt(found.group(2)));
            return new Nightly(at, ZoneId.of(found.group(3)));
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(
                    "there is no such time or time zone: write it such as 03:00 Europe/Berlin", e);
        }
    }

    /** The last time at which a sweep was due; one that a change of the clocks skips is due right after it. */
    public Instant lastDue(Instant now) {
        ZonedDateTime there = now.atZone(zone);
        Instant today = there.with(at).toInstant();
        return today.isAfter(now) ? there.minusDays(1).with(at).toInstant() : today;
    }

    @Override
    public String toString() {
        return at + " " + zone;
    }
}
