package io.smarketing.sandbox.org.data;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.Optional;

/** How points in time stand in a row (seconds since 1970), in JSON and in SOQL. */
public final class Stamp {

    private static final DateTimeFormatter ZONED = new DateTimeFormatterBuilder()
            .append(DateTimeFormatter.ISO_LOCAL_DATE_TIME)
            .optionalStart()
            .appendOffset("+HH:MM", "Z")
            .optionalEnd()
            .optionalStart()
            .appendOffset("+HHMM", "Z")
            .optionalEnd()
            .toFormatter();

    private Stamp() {}

    /** As the REST API writes it: {@code 2026-11-20T10:00:00.000+0000}. */
    public static String json(long seconds) {
        LocalDateTime t = LocalDateTime.ofEpochSecond(seconds, 0, ZoneOffset.UTC);
        StringBuilder text = new StringBuilder(28);
        pad(text, t.getYear(), 4).append('-');
        pad(text, t.getMonthValue(), 2).append('-');
        pad(text, t.getDayOfMonth(), 2).append('T');
        pad(text, t.getHour(), 2).append(':');
        pad(text, t.getMinute(), 2).append(':');
        return pad(text, t.getSecond(), 2).append(".000+0000").toString();
    }

    private static StringBuilder pad(StringBuilder text, int number, int width) {
        for (int limit = 10, w = width; w > 1; w--, limit *= 10) {
            if (number < limit) {
                text.append('0');
            }
        }
        return text.append(number);
    }

    /** Whole seconds of a date and time with its offset ({@code Z}, {@code +0000}, {@code +00:00}). */
    public static Optional<Long> seconds(String text) {
        try {
            return Optional.of(OffsetDateTime.parse(text, ZONED).toEpochSecond());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** The day in a text that is a day or begins with one, as {@code yyyy-MM-dd}. */
    public static Optional<String> day(String text) {
        String day = text.length() > 10 && text.charAt(10) == 'T' ? text.substring(0, 10) : text;
        try {
            return Optional.of(LocalDate.parse(day).toString());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** The day in UTC of a point in time. */
    public static String dayOf(long seconds) {
        return LocalDate.ofInstant(Instant.ofEpochSecond(seconds), ZoneOffset.UTC)
                .toString();
    }
}
