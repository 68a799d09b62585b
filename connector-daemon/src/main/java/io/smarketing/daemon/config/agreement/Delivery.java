package io.smarketing.daemon.config.agreement;

import io.smarketing.core.lifecycle.Criterion;
import java.util.List;
import java.util.Optional;

/**
 * What marketing promised to deliver in each period.
 *
 * @param stage the leads that count are those that reach it
 * @param accepted the share of them that sales is to accept, if that was promised
 * @param when every line is true of a lead that counts
 */
public record Delivery(
        String name, String stage, long count, Period per, Optional<Double> accepted, List<Criterion> when) {

    public Delivery {
        when = List.copyOf(when);
    }

    /** How long marketing has for it. */
    public enum Period {
        WEEK,
        MONTH,
        QUARTER;

        String word() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }
}
