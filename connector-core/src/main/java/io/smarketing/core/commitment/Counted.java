package io.smarketing.core.commitment;

import io.smarketing.core.sla.terms.Period;

/**
 * A lead that counts for a commitment of marketing's: once in a period, as it was when we knew of it.
 *
 * @param source where it came from; empty text if that is not known
 * @param persona which of the agreement's it is; empty text if none
 */
public record Counted(Reached lead, String commitment, Period period, String source, String persona) {}
