package io.smarketing.core.crm.notice;

/** Makes of what strangers have typed a text that is nothing but text. */
public final class PlainText {

    /** They end a line, or turn the direction in which it is read. */
    private static final String TURNS = "\\u2028\\u2029\\u202a-\\u202e\\u2066-\\u2069";

    private PlainText() {}

    /** On one line, and not longer than that. */
    public static String line(String text, int longest) {
        return cut(text.replaceAll("[\\p{Cntrl}" + TURNS + "]+", " ").strip(), longest);
    }

    /** On as many lines as it has. */
    static String lines(String text, int longest) {
        return cut(text.replaceAll("[[\\p{Cntrl}" + TURNS + "]&&[^\\n]]+", " ").strip(), longest);
    }

    /** Never in the middle of a character. */
    private static String cut(String text, int longest) {
        if (text.length() <= longest) {
            return text;
        }
        int end = longest - 1;
        return text.substring(0, Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end) + "\u2026";
    }
}
