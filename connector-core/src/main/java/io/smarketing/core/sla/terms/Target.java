package io.smarketing.core.sla.terms;

/**
 * What part of the promises about some leads is to be kept in each period.
 *
 * @param kept more than nothing, and at most one
 */
public record Target(double kept, Every every) {

    /** How many of so many promises that is. */
    public long of(long promises) {
        return (long) Math.ceil(promises * kept - 1e-9);
    }
}
