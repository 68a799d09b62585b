package io.smarketing.sandbox.org.soap.metadata;

import io.smarketing.sandbox.org.soap.xml.Element;
import io.smarketing.sandbox.org.soap.xml.Xml;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** List views: kept, and shown to whoever reads them. */
public final class ListViews implements Components {

    private final FieldComponents fields;
    private final Map<String, Element> views = new LinkedHashMap<>();

    public ListViews(FieldComponents fields) {
        this.fields = fields;
    }

    @Override
    public List<String> names() {
        return new ArrayList<>(views.keySet());
    }

    @Override
    public boolean has(String fullName) {
        return views.containsKey(fullName);
    }

    @Override
    public void read(String fullName, Xml xml) {
        Optional.ofNullable(views.get(fullName)).orElseThrow().children().stream()
                .filter(c -> !c.name().equals("fullName"))
                .forEach(xml::copy);
    }

    @Override
    public void create(String fullName, Element component) throws Refused {
        if (has(fullName)) {
            throw new Refused("DUPLICATE_DEVELOPER_NAME", "There is already a list view named " + fullName);
        }
        update(fullName, component);
    }

    @Override
    public void update(String fullName, Element component) throws Refused {
        int dot = fullName.indexOf('.');
        if (dot < 0
                || component.text("label").isEmpty()
                || component.text("filterScope").isEmpty()) {
            throw new Refused("REQUIRED_FIELD_MISSING", "A list view needs an object, a label and a filterScope");
        }
        String object = fullName.substring(0, dot);
        List<String> named = Stream.concat(
                        component.all("columns").stream().map(Element::text),
                        component.all("filters").stream().map(f -> f.text("field")))
                .filter(name -> name.endsWith("__c"))
                .toList();
        for (String field : named) {
            if (fields.field(object + "." + field).isEmpty()) {
                throw new Refused("FIELD_INTEGRITY_EXCEPTION", "Could not resolve list view column: " + field);
            }
        }
        views.put(fullName, component);
    }
}
