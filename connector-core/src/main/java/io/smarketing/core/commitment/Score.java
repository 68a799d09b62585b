package io.smarketing.core.commitment;

import java.util.Optional;

/**
 * What came of a goal so far: of marketing's in leads, of sales' in promises about leads.
 *
 * @param promised as many as were agreed; none if nothing was
 * @param delivered leads that count, or promises that were kept
 * @param against leads of these that sales has sent back, or promises that were broken
 * @param quality the share of the delivered that is not to be sent back, if that was agreed
 */
public record Score(long promised, long delivered, long against, Optional<Double> quality) {

    /** How many are missing. */
    public long missing() {
        return Math.max(0, promised - delivered);
    }

    /** True if enough were delivered, and few enough sent back: what sales has not answered yet counts for marketing. */
    public boolean isKept() {
        return missing() == 0 && isGood();
    }

    /** True unless too many were sent back. */
    public boolean isGood() {
        return quality.map(q -> delivered - against >= q * delivered - 1e-9).orElse(true);
    }
}
