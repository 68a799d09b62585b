package io.smarketing.sandbox.org.data;

import java.util.Locale;
import java.util.Optional;

/** The 15- and 18-character forms of a record id. */
public final class SalesforceId {

    private static final String CHECK = "ABCDEFGHIJKLMNOPQRSTUVWXYZ012345";
    private static final int SHORT = 15;
    private static final int LONG = 18;
    private static final int GROUP = 5;

    private SalesforceId() {}

    /** The 18-character form of an id of either length; empty if it is none. */
    public static Optional<String> normal(String id) {
        if (!isAlphanumeric(id)) {
            return Optional.empty();
        }
        if (id.length() == SHORT) {
            return Optional.of(lengthen(id));
        }
        if (id.length() != LONG) {
            return Optional.empty();
        }
        if (lengthen(id.substring(0, SHORT)).equals(id)) {
            return Optional.of(id);
        }
        return repair(id);
    }

    /** Appends the checksum to 15 characters: three groups of five, one bit for each upper-case letter. */
    public static String lengthen(String id15) {
        StringBuilder id = new StringBuilder(id15);
        for (int group = 0; group < SHORT; group += GROUP) {
            int bits = 0;
            for (int i = 0; i < GROUP; i++) {
                char c = id15.charAt(group + i);
                bits |= c >= 'A' && c <= 'Z' ? 1 << i : 0;
            }
            id.append(CHECK.charAt(bits));
        }
        return id.toString();
    }

    /** An id whose case was lost on the way gets it back from its checksum. */
    private static Optional<String> repair(String id) {
        String bare = id.substring(0, SHORT);
        if (!bare.equals(bare.toLowerCase(Locale.ROOT))) {
            return Optional.empty();
        }
        StringBuilder right = new StringBuilder(bare);
        for (int i = 0; i < SHORT; i++) {
            int bits = CHECK.indexOf(Character.toUpperCase(id.charAt(SHORT + i / GROUP)));
            if (bits >= 0 && (bits >> i % GROUP & 1) == 1) {
                right.setCharAt(i, Character.toUpperCase(bare.charAt(i)));
            }
        }
        String repaired = lengthen(right.toString());
        return repaired.equalsIgnoreCase(id) ? Optional.of(repaired) : Optional.empty();
    }

    private static boolean isAlphanumeric(String id) {
        return id.chars().allMatch(c -> c >= '0' && c <= '9' || c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z');
    }
}
