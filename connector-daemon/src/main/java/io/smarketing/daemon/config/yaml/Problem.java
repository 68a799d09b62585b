package io.smarketing.daemon.config.yaml;

import java.util.Comparator;
import java.util.Optional;

/**
 * One thing that is wrong with the configuration.
 *
 * @param sentence names the thing and the remedy
 * @param meant the nearest word that is known
 */
public record Problem(Position at, String sentence, Optional<String> meant) implements Comparable<Problem> {

    private static final Comparator<Problem> ORDER =
            Comparator.comparing(Problem::at).thenComparing(Problem::sentence);

    @Override
    public int compareTo(Problem other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return at + ": " + sentence
                + meant.map(m -> " (did you mean '" + m + "'?)").orElse("");
    }
}
