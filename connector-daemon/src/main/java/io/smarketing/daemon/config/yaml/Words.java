package io.smarketing.daemon.config.yaml;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** The words of messages: how a text is quoted, and which known word a misspelt one was meant to be. */
public final class Words {

    private static final int LONGEST_QUOTE = 60;

    private Words() {}

    /** The text in quotes, cut short, and without characters that a terminal would act on. */
    public static String quoted(String text) {
        String cut = text.length() > LONGEST_QUOTE ? text.substring(0, LONGEST_QUOTE) + "..." : text;
        return "'" + cut.replaceAll("\\p{Cntrl}", " ") + "'";
    }

    /** The words as one enumeration: {@code a, b or c}. */
    public static String either(Collection<String> words) {
        StringBuilder said = new StringBuilder();
        int left = words.size();
        for (String word : words) {
            said.append(word).append(left > 2 ? ", " : left == 2 ? " or " : "");
            left--;
        }
        return said.toString();
    }

    /** The known word that differs least, if it differs little enough to be meant. */
    public static Optional<String> nearest(String word, Collection<String> known) {
        int tolerated = Math.max(1, Math.min(3, word.length() / 3 + 1));
        String lower = word.toLowerCase(Locale.ROOT);
        return known.stream()
                .filter(k -> !k.equals(word))
                .filter(k -> Math.abs(k.length() - word.length()) <= tolerated)
                .map(k -> new Candidate(k, distance(lower, k.toLowerCase(Locale.ROOT))))
                .filter(c -> c.distance <= tolerated && c.distance < c.word.length())
                .min(Comparator.comparingInt(Candidate::distance).thenComparing(Candidate::word))
                .map(Candidate::word);
    }

    /** A known word and how far it is from the one at hand. */
    private record Candidate(String word, int distance) {}

    /** Single edits from one word to the other; two neighbours swapped are one edit. */
    private static int distance(String a, String b) {
        int[][] d = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                d[i][j] = i == 0 ? j : j == 0 ? i : step(d, a, b, i, j);
            }
        }
        return d[a.length()][b.length()];
    }

    private static int step(int[][] d, String a, String b, int i, int j) {
        int change = d[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        int best = Math.min(change, 1 + Math.min(d[i - 1][j], d[i][j - 1]));
        boolean swapped = i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
        return swapped ? Math.min(best, d[i - 2][j - 2] + 1) : best;
    }
}
