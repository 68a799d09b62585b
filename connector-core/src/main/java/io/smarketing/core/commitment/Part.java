package io.smarketing.core.commitment;

import java.util.Comparator;

/**
 * What one source, persona, campaign, owner or the like has to do with a score.
 *
 * @param kind what it is
 * @param name empty text if it has none, or is not known
 * @param now leads delivered, or promises broken
 * @param before the same in the period before, up to where as much of it was over
 */
public record Part(String kind, String name, long now, long before) {

    /** Where most has changed for the worse first. */
    static final Comparator<Part> FEWER_FIRST = Comparator.comparing(Part::kind)
            .thenComparing(p -> p.now - p.before)
            .thenComparing(Part::name);

    static final Comparator<Part> MOST_FIRST = Comparator.comparing(Part::kind)
            .thenComparing(Part::now, Comparator.reverseOrder())
            .thenComparing(Part::name);

    /** How many more there were before. */
    public long missing() {
        return Math.max(0, before - now);
    }
}
