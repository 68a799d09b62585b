package io.smarketing.daemon.command.demo;

import io.smarketing.core.report.Overview;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * How long people took from one stage to another, in days of 24 hours.
 *
 * @param median the middle one, or the mean of the two in the middle; 0 if there are none
 * @param negative people whose later stage is dated before the earlier one: real data has such rows
 */
record Durations(int count, BigDecimal median, BigDecimal mean, List<Negative> negative) {

    private static final double MILLIS_A_DAY = 86_400_000.0;

    /** One person whose stages are dated the wrong way round. */
    record Negative(String person, BigDecimal days) {}

    static Durations of(Overview overview, String from, String to) {
        List<Double> days = new ArrayList<>();
        List<Negative> negative = new ArrayList<>();
        overview.durations(from, to, (person, duration) -> {
            double length = duration.toMillis() / MILLIS_A_DAY;
            days.add(length);
            if (length < 0) {
                negative.add(new Negative(person.toString(), rounded(length)));
            }
        });
        Collections.sort(days);
        double sum = days.stream().mapToDouble(Double::doubleValue).sum();
        int n = days.size();
        return n == 0
                ? new Durations(0, BigDecimal.ZERO, BigDecimal.ZERO, List.of())
                : new Durations(n, rounded(middle(days)), rounded(sum / n), negative);
    }

    private static double middle(List<Double> sorted) {
        int n = sorted.size();
        return n % 2 == 1 ? sorted.get(n / 2) : (sorted.get(n / 2 - 1) + sorted.get(n / 2)) / 2;
    }

    private static BigDecimal rounded(double days) {
        return BigDecimal.valueOf(days).setScale(3, RoundingMode.HALF_UP);
    }
}
