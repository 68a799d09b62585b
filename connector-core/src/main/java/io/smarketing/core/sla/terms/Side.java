package io.smarketing.core.sla.terms;

import java.util.Locale;

/** One of the two who promise. */
public enum Side {
    MARKETING,
    SALES;

    /** As files spell it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
