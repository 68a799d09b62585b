package io.smarketing.daemon.command;

/** Text of strangers for a terminal: whatever could move the cursor, or the reader's eye, is shown by its number. */
public final class Harmless {

    private Harmless() {}

    /** The text in one line, at most so many characters of it. */
    public static String text(String text, int most) {
        int cut = text.offsetByCodePoints(0, Math.min(most, text.codePointCount(0, text.length())));
        String shown = text(text.substring(0, cut));
        return cut < text.length() ? shown + "... (" + text.length() + " characters)" : shown;
    }

    /** The text in one line. */
    public static String text(String text) {
        StringBuilder shown = new StringBuilder(text.length());
        text.codePoints().forEach(c -> {
            if (isHarmless(c)) {
                shown.appendCodePoint(c);
            } else {
                shown.append(String.format("\\u%04x", c));
            }
        });
        return shown.toString();
    }

    private static boolean isHarmless(int c) {
        return switch (Character.getType(c)) {
            // among them are those that turn the direction of writing
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            default -> true;
        };
    }
}
