package io.smarketing.daemon.command.sandbox;

/** Text as YAML takes it, whatever it holds. */
final class Quoted {

    private Quoted() {}

    /** In double quotes, with everything escaped that could end them or be taken for something else. */
    static String yaml(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        text.chars().forEach(c -> {
            if (c == '"' || c == '\\') {
                quoted.append('\\').append((char) c);
            } else if (c < ' ' || c > '~') {
                quoted.append(String.format("\\u%04X", c));
            } else {
                quoted.append((char) c);
            }
        });
        return quoted.append('"').toString();
    }
}
