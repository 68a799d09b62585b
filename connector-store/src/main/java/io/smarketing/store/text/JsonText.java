package io.smarketing.store.text;

/**
 * One JSON document while it is written, compact: it grows in one text, since a wave writes thousands of them. Half an
 * emoji that a CRM cut off is kept too: alone it is no character, and UTF-8 would turn it into a question mark.
 */
final class JsonText {

    private static final int USUAL_LENGTH = 2048;

    private final StringBuilder json = new StringBuilder(USUAL_LENGTH);

    JsonText object() {
        return open('{');
    }

    JsonText endObject() {
        json.append('}');
        return this;
    }

    JsonText array() {
        return open('[');
    }

    JsonText endArray() {
        json.append(']');
        return this;
    }

    JsonText name(String name) {
        text(name);
        json.append(':');
        return this;
    }

    JsonText text(String text) {
        separate();
        json.append('"');
        int plain = plain(text, 0);
        if (plain == text.length()) {
            json.append(text);
        } else {
            escaped(text, plain);
        }
        json.append('"');
        return this;
    }

    /** How far the text stands for itself from there. */
    private static int plain(String text, int from) {
        int at = from;
        while (at < text.length() && isPlain(text.charAt(at))) {
            at++;
        }
        return at;
    }

    private static boolean isPlain(char ch) {
        return ch >= ' ' && ch != '"' && ch != '\\' && !Character.isSurrogate(ch);
    }

    private void escaped(String text, int firstOdd) {
        int from = 0;
        for (int odd = firstOdd; odd < text.length(); odd = plain(text, from)) {
            json.append(text, from, odd);
            escape(text.charAt(odd));
            from = odd + 1;
        }
        json.append(text, from, text.length());
    }

    JsonText number(int number) {
        separate();
        json.append(number);
        return this;
    }

    JsonText truth(boolean truth) {
        separate();
        json.append(truth);
        return this;
    }

    private JsonText open(char bracket) {
        separate();
        json.append(bracket);
        return this;
    }

    /** A text ends with a quote, so that the last letter tells where in the document we are. */
    private void separate() {
        int length = json.length();
        if (length > 0 && "{[:".indexOf(json.charAt(length - 1)) < 0) {
            json.append(',');
        }
    }

    private void escape(char ch) {
        if (ch == '"' || ch == '\\') {
            json.append('\\').append(ch);
        } else {
            json.append(String.format("\\u%04X", (int) ch));
        }
    }

    @Override
    public String toString() {
        return json.toString();
    }
}
