package io.smarketing.simulation.claim;

/** What is claimed of the sync; the exact meaning of each stands in {@code docs/correctness.md}. */
public enum Claim {
    IN_STEP("both CRMs come in step"),
    NO_EDIT_LOST("no edit is lost"),
    NO_DOUBLE("nobody is made twice"),
    NO_GHOST("nobody who is gone is written or made again"),
    NO_BOUNCE("no field goes to and fro"),
    STAMPS_STAY("the stamps of a pass stay, and are equal"),
    FEW_CALLS("calls stay in proportion"),
    NOTHING_ASIDE("nothing is put aside without a cause");

    private final String sentence;

    Claim(String sentence) {
        this.sentence = sentence;
    }

    public char letter() {
        return (char) ('a' + ordinal());
    }

    public String sentence() {
        return sentence;
    }
}
