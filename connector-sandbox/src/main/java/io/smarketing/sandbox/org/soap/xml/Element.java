package io.smarketing.sandbox.org.soap.xml;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * One element of a message, without its namespaces.
 *
 * @param type what {@code xsi:type} names, empty if it is not there
 * @param text its text, empty if it has children
 */
public record Element(String name, String type, String text, List<Element> children) {

    private static final int DEEPEST = 50;
    private static final String XSI = "http://www.w3.org/2001/XMLSchema-instance";

    public Element {
        children = List.copyOf(children);
    }

    /** The root of a document; empty if the text is none. Document types are not read: they can do harm. */
    public static Optional<Element> parse(String text) {
        XMLInputFactory factory = XMLInputFactory.newFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        try {
            XMLStreamReader reader = factory.createXMLStreamReader(new StringReader(text));
            while (reader.next() != XMLStreamConstants.START_ELEMENT) {
                // what stands before the root tells nothing
            }
            return Optional.of(read(reader, DEEPEST));
        } catch (XMLStreamException | RuntimeException e) {
            return Optional.empty();
        }
    }

    private static Element read(XMLStreamReader reader, int deeper) throws XMLStreamException {
        if (deeper == 0) {
            throw new XMLStreamException("nested too deep");
        }
        String name = reader.getLocalName();
        String type = Optional.ofNullable(reader.getAttributeValue(XSI, "type")).orElse("");
        List<Element> children = new ArrayList<>();
        StringBuilder text = new StringBuilder();
        int event = reader.next();
        while (event != XMLStreamConstants.END_ELEMENT) {
            if (event == XMLStreamConstants.START_ELEMENT) {
                children.add(read(reader, deeper - 1));
            } else if (event == XMLStreamConstants.CHARACTERS) {
                text.append(reader.getText());
            }
            event = reader.next();
        }
        String local = type.substring(type.indexOf(':') + 1);
        return new Element(name, local, children.isEmpty() ? text.toString() : "", children);
    }

    public Optional<Element> child(String childName) {
        return children.stream().filter(c -> c.name.equals(childName)).findFirst();
    }

    public List<Element> all(String childName) {
        return children.stream().filter(c -> c.name.equals(childName)).toList();
    }

    /** The text of a child, trimmed; empty if it is not there. */
    public String text(String childName) {
        return child(childName).map(c -> c.text.strip()).orElse("");
    }

    public boolean flag(String childName) {
        return text(childName).equals("true");
    }
}
