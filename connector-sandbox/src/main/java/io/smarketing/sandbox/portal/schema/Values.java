package io.smarketing.sandbox.portal.schema;

import io.smarketing.sandbox.portal.wire.Quirks;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Brings a value as sent into the form in which the portal keeps it, or says why it cannot. */
public record Values(Quirks quirks) {

    /** The longest text a property takes. */
    public static final int LONGEST = 65_536;

    private static final Pattern NUMBER = Pattern.compile("[+-]?\\d{1,40}(\\.\\d{1,40})?([eE][+-]?\\d{1,2})?");
    private static final Pattern ADDRESS =
            Pattern.compile("[^\\s@\"(),:;<>\\[\\]\\\\]+@[^\\s@.,;<>()'\"]+(\\.[^\\s@.,;<>()'\"]+)+");

    /**
     * The value in its stored form.
     *
     * @param current what the record holds now: a leading semicolon appends to it
     * @param lenient true where dates that are not a day are brought to one instead of being refused
     */
    public String normal(Property property, String raw, String current, boolean lenient) throws BadValue {
        if (raw.isEmpty()) {
            return "";
        }
        return switch (property.type()) {
            case STRING, PHONE_NUMBER -> property.name().equals("email") ? email(raw) : text(raw);
            case NUMBER -> number(raw);
            case BOOL -> bool(property, raw);
            case DATE -> date(raw, lenient);
            case DATETIME -> Iso.of(Iso.read(raw.strip()).orElseThrow(() -> dateError(raw)));
            case ENUMERATION -> choice(property, raw, current);
        };
    }

    private static String email(String raw) throws BadValue {
        String address = raw.strip().toLowerCase(Locale.ROOT);
        if (address.length() > 254 || !ADDRESS.matcher(address).matches()) {
            throw new BadValue("INVALID_EMAIL", "Email address " + raw + " is invalid");
        }
        return address;
    }

    private static String text(String raw) throws BadValue {
        if (raw.length() > LONGEST) {
            throw new BadValue("PROPERTY_VALUE_TOO_LONG", "The value is longer than " + LONGEST + " characters");
        }
        return raw;
    }

    private String number(String raw) throws BadValue {
        String text = raw.strip();
        Optional<BigDecimal> value = decimal(text);
        if (value.isEmpty()) {
            throw new BadValue(quirks.text(Quirks.NUMBER_ERROR, "INVALID_INTEGER"), text + " was not a valid number.");
        }
        boolean stripped = quirks.is(Quirks.NUMBER_FORMAT, "stripped");
        return stripped ? value.get().stripTrailingZeros().toPlainString() : text;
    }

    /** A number of reasonable size; one with a huge exponent would take all memory when written out. */
    public static Optional<BigDecimal> decimal(String text) {
        return NUMBER.matcher(text).matches() ? Optional.of(new BigDecimal(text)) : Optional.empty();
    }

    private static String bool(Property property, String raw) throws BadValue {
        String word = raw.strip().toLowerCase(Locale.ROOT);
        if (!word.equals("true") && !word.equals("false")) {
            throw BadValue.option(property.name(), raw);
        }
        return word;
    }

    private static String date(String raw, boolean lenient) throws BadValue {
        String text = raw.strip();
        Instant at = Iso.read(text).orElseThrow(() -> dateError(raw));
        LocalDate day = at.atZone(ZoneOffset.UTC).toLocalDate();
        boolean plain = text.length() == 10 && text.charAt(4) == '-';
        boolean midnight = text.indexOf('-', 1) < 0
                && day.atStartOfDay(ZoneOffset.UTC).toInstant().equals(at);
        if (!plain && !midnight && !lenient) {
            throw dateError(raw);
        }
        return day.toString();
    }

    private static BadValue dateError(String raw) {
        return new BadValue("INVALID_DATE", raw + " is not a valid date or is not at midnight UTC");
    }

    private static String choice(Property property, String raw, String current) throws BadValue {
        if (!property.multiple()) {
            return one(property, raw);
        }
        Set<String> chosen = new LinkedHashSet<>();
        if (raw.startsWith(";") && !current.isEmpty()) {
            chosen.addAll(List.of(current.split(";")));
        }
        for (String each : raw.split(";")) {
            if (!each.isBlank()) {
                chosen.add(one(property, each.strip()));
            }
        }
        return String.join(";", chosen);
    }

    private static String one(Property property, String raw) throws BadValue {
        // the option's own text, so that a value that many records hold is kept once
        return property.option(raw).map(Option::value).orElseThrow(() -> BadValue.option(property.name(), raw));
    }
}
