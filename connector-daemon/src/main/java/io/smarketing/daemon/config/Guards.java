package io.smarketing.daemon.config;

/**
 * How much one run may do before it stops and asks.
 *
 * @param changes share of the linked people whose fields a run may change on one CRM, 0 to 1
 * @param creates share of the linked people that a run may create on one CRM, 0 to 1
 * @param atLeast people up to which neither share stops a run
 */
public record Guards(double changes, double creates, long atLeast) {

    /** A fifth of the people, and never fewer than a hundred. */
    public static final Guards DEFAULT = new Guards(0.2, 0.2, 100);
}
