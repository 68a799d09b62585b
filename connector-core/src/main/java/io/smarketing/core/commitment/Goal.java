package io.smarketing.core.commitment;

import io.smarketing.core.sla.terms.Period;
import io.smarketing.core.sla.terms.Side;

/**
 * One thing that one side promised for one period.
 *
 * @param name that of the commitment, or segment and promise
 * @param version that of the agreement that was in force when the period began: it judges all of it
 */
public record Goal(Side side, String name, Period period, String version) {}
