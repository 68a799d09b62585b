package io.smarketing.sandbox.org.soap.metadata;

import io.smarketing.sandbox.org.soap.xml.Element;
import io.smarketing.sandbox.org.soap.xml.Xml;
import io.smarketing.sandbox.org.write.ConversionMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The one component that says which fields of a lead reach its contact. */
public final class LeadConvertComponents implements Components {

    private static final String NAME = "LeadConvertSettings";

    private final ConversionMap map;
    private final FieldComponents fields;

    public LeadConvertComponents(ConversionMap map, FieldComponents fields) {
        this.map = map;
        this.fields = fields;
    }

    @Override
    public List<String> names() {
        return List.of(NAME);
    }

    @Override
    public boolean has(String fullName) {
        return fullName.equals(NAME);
    }

    @Override
    public void read(String fullName, Xml xml) {
        xml.leaf("allowOwnerChange", true);
        Map<String, String> pairs = map.pairs();
        if (!pairs.isEmpty()) {
            xml.open("objectMapping").leaf("inputObject", "Lead");
            pairs.forEach((from, to) -> xml.open("mappingFields")
                    .leaf("inputField", from)
                    .leaf("outputField", to)
                    .close("mappingFields"));
            xml.leaf("outputObject", "Contact").close("objectMapping");
        }
        xml.leaf("opportunityCreationOptions", "VisibleOptional");
    }

    @Override
    public void create(String fullName, Element component) throws Refused {
        throw new Refused("CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY", "There is one " + NAME + ", and it is there");
    }

    /** Maps to accounts and opportunities are taken and forgotten: the sandbox carries none. */
    @Override
    public void update(String fullName, Element component) throws Refused {
        Map<String, String> pairs = new LinkedHashMap<>();
        for (Element mapping : component.all("objectMapping")) {
            if (mapping.text("outputObject").equals("Contact")) {
                for (Element pair : mapping.all("mappingFields")) {
                    add(pairs, pair.text("inputField"), pair.text("outputField"));
                }
            }
        }
        map.replace(pairs);
    }

    private void add(Map<String, String> pairs, String from, String to) throws Refused {
        for (String name : List.of("Lead." + from, "Contact." + to)) {
            if (fields.field(name).isEmpty()) {
                throw new Refused("INVALID_CROSS_REFERENCE_KEY", "no CustomField named " + name + " found");
            }
        }
        if (pairs.containsValue(to)) {
            throw new Refused("FIELD_INTEGRITY_EXCEPTION", "Two lead fields are mapped to " + to);
        }
        pairs.put(from, to);
    }
}
