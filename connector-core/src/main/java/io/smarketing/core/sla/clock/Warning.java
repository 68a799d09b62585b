package io.smarketing.core.sla.clock;

import java.time.Duration;
import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * When a promise warns: after a part of its time, or when so much of it is left.
 *
 * @param percent the part that is over; zero if it is told by what is left
 * @param left the working time that is left; zero if it is told by the part
 */
public record Warning(int percent, Duration left) implements Comparable<Warning> {

    private static final Pattern SHARE = Pattern.compile("([1-9]\\d?)%");
    private static final Pattern LEFT = Pattern.compile("([1-9]\\d{0,4})([mh]) left");
    private static final Comparator<Warning> ORDER =
            Comparator.comparing(Warning::percent).thenComparing(Warning::left, Comparator.reverseOrder());

    public Warning {
        boolean share = percent > 0 && percent < 100 && left.isZero();
        if (!share && (percent != 0 || left.isZero() || left.isNegative())) {
            throw new IllegalArgumentException("a warning comes before the time is over, and after it has begun");
        }
    }

    /** After so much of the time. */
    public static Warning at(int percent) {
        return new Warning(percent, Duration.ZERO);
    }

    /** As files spell it, {@code 80%} or {@code 30m left}; empty if that is no warning. */
    public static Optional<Warning> of(String text) {
        Matcher share = SHARE.matcher(text);
        if (share.matches()) {
            return Optional.of(at(Integer.parseInt(share.group(1))));
        }
        Matcher left = LEFT.matcher(text);
        return left.matches()
                ? Optional.of(new Warning(0, Duration.parse("PT" + left.group(1) + left.group(2))))
                : Optional.empty();
    }

    /** The working time after which it is given; none if a promise of that time is too short for it. */
    Optional<Duration> after(Duration within) {
        Duration after = percent > 0 ? within.multipliedBy(percent).dividedBy(100) : within.minus(left);
        return Optional.of(after).filter(a -> !a.isNegative() && !a.isZero());
    }

    /** As files spell it, always the same for the same time. */
    public String word() {
        if (percent > 0) {
            return percent + "%";
        }
        return (left.toMinutesPart() == 0 ? left.toHours() + "h" : left.toMinutes() + "m") + " left";
    }

    @Override
    public int compareTo(Warning other) {
        return ORDER.compare(this, other);
    }
}
