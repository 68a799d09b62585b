package io.smarketing.sandbox.org.soap.xml;

/** XML that is being written, element by element. */
public final class Xml {

    private final StringBuilder text = new StringBuilder();

    /** Begins an element; the name may be followed by attributes. */
    public Xml open(String nameAndAttributes) {
        text.append('<').append(nameAndAttributes).append('>');
        return this;
    }

    public Xml close(String name) {
        text.append("</").append(name).append('>');
        return this;
    }

    /** An element with a value. */
    public Xml leaf(String name, Object value) {
        return open(name).value(value.toString()).close(name);
    }

    /** An element with a value, if it is not empty. */
    public Xml leafUnlessEmpty(String name, String value) {
        return value.isEmpty() ? this : leaf(name, value);
    }

    /** An element that says that it has no value. */
    public Xml nil(String name) {
        text.append('<').append(name).append(" xsi:nil=\"true\"/>");
        return this;
    }

    /** An element as it was read. */
    public Xml copy(Element element) {
        open(element.name());
        if (element.children().isEmpty()) {
            value(element.text());
        }
        element.children().forEach(this::copy);
        return close(element.name());
    }

    /** What has been written elsewhere. */
    public Xml append(String xml) {
        text.append(xml);
        return this;
    }

    private Xml value(String value) {
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            switch (c) {
                case '<' -> text.append("&lt;");
                case '>' -> text.append("&gt;");
                case '&' -> text.append("&amp;");
                case '"' -> text.append("&quot;");
                default -> text.append(isLegal(c) ? c : ' ');
            }
        }
        return this;
    }

    private static boolean isLegal(char c) {
        return c >= ' ' && c < '\uFFFE' || c == '\n' || c == '\r' || c == '\t';
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
