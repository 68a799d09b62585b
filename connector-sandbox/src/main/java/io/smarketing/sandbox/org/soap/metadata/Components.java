package io.smarketing.sandbox.org.soap.metadata;

import io.smarketing.sandbox.org.soap.xml.Element;
import io.smarketing.sandbox.org.soap.xml.Xml;
import java.util.List;

/** All components of one type. */
interface Components {

    /** Full names of those that are there. */
    List<String> names();

    boolean has(String fullName);

    /** Writes the inside of a component that is there, in the order that clients insist on. */
    void read(String fullName, Xml xml);

    void create(String fullName, Element component) throws Refused;

    void update(String fullName, Element component) throws Refused;
}
