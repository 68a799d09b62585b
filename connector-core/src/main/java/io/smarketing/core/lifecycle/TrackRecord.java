package io.smarketing.core.lifecycle;

/**
 * How the leads of one source fared so far.
 *
 * @param handed handoffs that began, each pass counted
 * @param accepted those of them that sales accepted
 * @param won those of them that ended with a customer
 */
public record TrackRecord(long handed, long accepted, long won) {

    /** Nobody came from there yet. */
    public static final TrackRecord NONE = new TrackRecord(0, 0, 0);

    private static final int LONGEST_SOURCE = 100;

    /** In a sentence for those who work on the next one. */
    public String told(String source) {
        String name = source.replaceAll("[\\p{IsWhite_Space}\\p{Cntrl}]+", " ").strip();
        int end = name.codePointCount(0, name.length()) > LONGEST_SOURCE
                ? name.offsetByCodePoints(0, LONGEST_SOURCE)
                : name.length();
        String fared = handed == 0
                ? "nobody handed over before"
                : handed + " handed over, " + accepted + " accepted, " + won + (won == 1 ? " customer" : " customers");
        return name.substring(0, end) + ": " + fared;
    }
}
