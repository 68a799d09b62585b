package io.smarketing.simulation.claim;

/** A claim that does not hold. */
public final class Violation extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public Violation(Claim claim, String sentence) {
        super("(" + claim.letter() + ") " + claim.sentence() + ": " + sentence);
    }

    public Violation(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
