package io.smarketing.sandbox.org.soap.metadata;

import io.smarketing.sandbox.org.soap.xml.Element;
import io.smarketing.sandbox.org.soap.xml.Xml;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Report types: kept, and shown to whoever reads them. */
public final class ReportTypes implements Components {

    private final FieldComponents fields;
    private final Map<String, Element> types = new LinkedHashMap<>();

    public ReportTypes(FieldComponents fields) {
        this.fields = fields;
    }

    @Override
    public List<String> names() {
        return new ArrayList<>(types.keySet());
    }

    @Override
    public boolean has(String fullName) {
        return types.containsKey(fullName);
    }

    @Override
    public void read(String fullName, Xml xml) {
        Optional.ofNullable(types.get(fullName)).orElseThrow().children().stream()
                .filter(c -> !c.name().equals("fullName"))
                .forEach(xml::copy);
    }

    @Override
    public void create(String fullName, Element component) throws Refused {
        if (has(fullName)) {
            throw new Refused("DUPLICATE_DEVELOPER_NAME", "There is already a report type named " + fullName);
        }
        update(fullName, component);
    }

    @Override
    public void update(String fullName, Element component) throws Refused {
        if (component.text("label").isEmpty() || component.text("baseObject").isEmpty()) {
            throw new Refused("REQUIRED_FIELD_MISSING", "A report type needs a label and a baseObject");
        }
        for (Element section : component.all("sections")) {
            for (Element column : section.all("columns")) {
                String field = column.text("table") + "." + column.text("field");
                if (field.endsWith("__c") && fields.field(field).isEmpty()) {
                    throw new Refused("FIELD_INTEGRITY_EXCEPTION", "Could not resolve column: " + field);
                }
            }
        }
        types.put(fullName, component);
    }
}
