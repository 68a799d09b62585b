package io.smarketing.sandbox.portal.schema;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.regex.Pattern;

/** The portal's way of writing and reading points in time. */
public final class Iso {

    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

    /** Years of four digits: the order of such texts is the order of time. */
    private static final Instant FIRST = Instant.parse("0000-01-01T00:00:00Z");

    private static final Instant END = Instant.parse("+10000-01-01T00:00:00Z");

    private static final Pattern MILLIS = Pattern.compile("-?\\d{1,15}");

    private Iso() {}

    /** ISO 8601 in UTC, always with milliseconds. */
    public static String of(long epochMs) {
        return STAMP.format(Instant.ofEpochMilli(epochMs));
    }

    public static String of(Instant at) {
        return STAMP.format(at);
    }

    /** Reads epoch milliseconds, ISO 8601 with any offset, or a plain day (its midnight in UTC). */
    public static Optional<Instant> read(String text) {
        return parse(text).filter(at -> !at.isBefore(FIRST) && at.isBefore(END));
    }

    private static Optional<Instant> parse(String text) {
        try {
            if (MILLIS.matcher(text).matches()) {
                return Optional.of(Instant.ofEpochMilli(Long.parseLong(text)));
            }
            if (text.length() == 10) {
                return Optional.of(
                        LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant());
            }
            return Optional.of(OffsetDateTime.parse(text).toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
