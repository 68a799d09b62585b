package io.smarketing.daemon.config.yaml;

import java.util.Optional;

/**
 * A scalar as the file words it; what type it has is for its reader to say.
 *
 * @param plain it stands without quotes
 * @param inside where its first character stands, if each line of the text is one line of the file; empty where
 *     columns cannot be told (folded text)
 * @param hidden it came from the environment or a file: it is never shown
 */
public record TextNode(Position at, String text, boolean plain, Optional<Position> inside, boolean hidden)
        implements Node {

    @Override
    public String kind() {
        return text.isEmpty() ? "nothing" : "a text";
    }

    /** The place of a character inside the text; line and column count from one. */
    public Position place(int line, int column) {
        return inside.map(p -> new Position(p.file(), p.line() + line - 1, p.column() + column - 1))
                .orElse(at);
    }

    /** The text for a message. */
    public String shown() {
        return hidden ? "the value given for it" : Words.quoted(text);
    }
}
