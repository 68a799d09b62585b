package io.smarketing.core.lead;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Turns a raw text into the normal form of a type, so that equal values have equal texts: numbers by value at the
 * field's scale (half up, as CRMs round), instants to the second in UTC, options as a sorted set, e-mail lower-case,
 * text without blanks around it.
 *
 * @param type the field's type
 * @param scale decimal places the field holds, empty if it rounds nothing
 */
public record NormalForm(FieldType type, OptionalInt scale) {

    /** No CRM holds more; without a limit a few letters such as 1e999999999 would fill the memory. */
    private static final int MOST_DIGITS = 100;

    private static final Pattern MILLIS = Pattern.compile("-?\\d{5,15}");

    /** The normal form of a type that rounds nothing. */
    public static NormalForm of(FieldType type) {
        return new NormalForm(type, OptionalInt.empty());
    }

    /** The value; an {@link UnreadableValue} if the text is none of this type. */
    public FieldValue read(String raw) throws UnreadableValue {
        String text = raw.strip();
        if (text.isEmpty()) {
            return FieldValue.BLANK;
        }
        return FieldValue.of(
                switch (type) {
                    case TEXT, PHONE, PICKLIST, OWNER, REFERENCE -> text;
                    case EMAIL -> text.toLowerCase(Locale.ROOT);
                    case NUMBER -> number(text);
                    case BOOLEAN -> bool(text);
                    case DATE -> date(text);
                    case DATETIME -> instant(text).toString();
                    case MULTI_PICKLIST -> options(text);
                });
    }

    private String number(String text) throws UnreadableValue {
        try {
            BigDecimal exact = new BigDecimal(text);
            if (Math.abs((long) exact.scale()) > MOST_DIGITS || exact.precision() > MOST_DIGITS) {
                throw new UnreadableValue("is a number with more than " + MOST_DIGITS + " digits");
            }
            BigDecimal kept = scale.isPresent() ? exact.setScale(scale.getAsInt(), RoundingMode.HALF_UP) : exact;
            return kept.signum() == 0 ? "0" : kept.stripTrailingZeros().toPlainString();
        } catch (NumberFormatException e) {
            throw new UnreadableValue("is not a number");
        }
    }

    private static String bool(String text) throws UnreadableValue {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "true" -> "true";
            case "false" -> "false";
            default -> throw new UnreadableValue("is neither true nor false");
        };
    }

    private static String date(String text) throws UnreadableValue {
        try {
            if (isEpochMillis(text)) {
                Instant at = Instant.ofEpochMilli(Long.parseLong(text));
                if (!at.equals(at.truncatedTo(ChronoUnit.DAYS))) {
                    throw new UnreadableValue("is not midnight UTC, as a date given in milliseconds must be");
                }
                return at.atOffset(ZoneOffset.UTC).toLocalDate().toString();
            }
            return text.length() > 10
                    ? OffsetDateTime.ofInstant(instant(text), ZoneOffset.UTC)
                            .toLocalDate()
                            .toString()
                    : LocalDate.parse(text).toString();
        } catch (DateTimeException e) {
            throw new UnreadableValue("is not a date such as 2026-11-22");
        }
    }

    /** An instant from ISO 8601 (with {@code Z} or any offset, also {@code +0000}) or epoch milliseconds. */
    public static Instant instant(String text) throws UnreadableValue {
        try {
            if (isEpochMillis(text)) {
                return Instant.ofEpochMilli(Long.parseLong(text)).truncatedTo(ChronoUnit.SECONDS);
            }
            return Iso.instant(text).truncatedTo(ChronoUnit.SECONDS);
        } catch (DateTimeException e) {
            throw new UnreadableValue("is not a time such as 2026-11-22T10:00:00Z");
        }
    }

    private static boolean isEpochMillis(String text) {
        return MILLIS.matcher(text).matches();
    }

    private static String options(String text) {
        return Arrays.stream(text.split(";"))
                .map(String::strip)
                .filter(o -> !o.isEmpty())
                .collect(Collectors.toCollection(TreeSet::new))
                .stream()
                .collect(Collectors.joining(";"));
    }
}
