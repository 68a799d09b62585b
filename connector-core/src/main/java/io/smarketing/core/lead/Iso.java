package io.smarketing.core.lead;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Set;

/**
 * Reads points in time in ISO 8601. A load reads dozens of them for each record, all of the same form, and the JDK's
 * parser of any form takes ten times as long: it is asked only for the others.
 */
public final class Iso {

    private static final String FORM = "dddd-dd-ddTdd:dd:dd";
    private static final Set<String> UTC = Set.of("Z", "+0000", "+00:00");
    private static final int NANO_DIGITS = 9;

    private Iso() {}

    /**
     * The instant, from any offset, also one without a colon.
     *
     * @throws DateTimeException if the text is no such point in time
     */
    public static Instant instant(String text) {
        int zone = hasForm(text) ? endOfFraction(text) : 0;
        if (zone > 0 && UTC.contains(text.substring(zone))) {
            return plain(text, zone);
        }
        int sign = text.length() - "+0000".length();
        String iso = sign > 0 && "+-".indexOf(text.charAt(sign)) >= 0
                ? text.substring(0, sign + 3) + ":" + text.substring(sign + 3)
                : text;
        return OffsetDateTime.parse(iso).toInstant();
    }

    private static boolean hasForm(String text) {
        if (text.length() <= FORM.length()) {
            return false;
        }
        for (int i = 0; i < FORM.length(); i++) {
            char form = FORM.charAt(i);
            char ch = text.charAt(i);
            if (form == 'd' ? !isDigit(ch) : ch != form) {
                return false;
            }
        }
        return true;
    }

    /** Where the zone begins; 0 if what stands before it is no fraction. */
    private static int endOfFraction(String text) {
        int at = FORM.length();
        if (text.charAt(at) != '.') {
            return at;
        }
        int end = at + 1;
        while (end < text.length() && isDigit(text.charAt(end))) {
            end++;
        }
        return end - at - 1 > 0 && end - at - 1 <= NANO_DIGITS ? end : 0;
    }

    private static Instant plain(String text, int zone) {
        int nanos = 0;
        for (int i = 1; i <= NANO_DIGITS; i++) {
            int at = FORM.length() + i;
            nanos = 10 * nanos + (at < zone ? text.charAt(at) - '0' : 0);
        }
        return LocalDateTime.of(
                        number(text, 0, 4),
                        number(text, 5, 7),
                        number(text, 8, 10),
                        number(text, 11, 13),
                        number(text, 14, 16),
                        number(text, 17, 19),
                        nanos)
                .toInstant(ZoneOffset.UTC);
    }

    private static int number(String text, int from, int to) {
        int number = 0;
        for (int i = from; i < to; i++) {
            number = 10 * number + text.charAt(i) - '0';
        }
        return number;
    }

    private static boolean isDigit(char ch) {
        return ch >= '0' && ch <= '9';
    }
}
