package io.smarketing.sandbox.org.soap.metadata;

import io.smarketing.sandbox.org.soap.xml.Element;
import io.smarketing.sandbox.org.soap.xml.Xml;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The calls of the Metadata API, each answered with what stands inside its response. */
public final class Desk {

    private static final String BORN = "2026-01-01T00:00:00.000Z";
    private static final String NOBODY = "005000000000000AAA";

    private final Map<String, Components> types = new TreeMap<>();

    public Desk(
            FieldComponents fields,
            PermissionSets permissionSets,
            ListViews listViews,
            ReportTypes reportTypes,
            LeadConvertComponents conversion,
            ValidationRules rules) {
        types.put("CustomField", fields);
        types.put("PermissionSet", permissionSets);
        types.put("ListView", listViews);
        types.put("ReportType", reportTypes);
        types.put("LeadConvertSettings", conversion);
        types.put("ValidationRule", rules);
    }

    /** How components are saved. */
    public enum Save {
        CREATE,
        UPDATE,
        UPSERT
    }

    /** Saves each component for itself: what is wrong with one is no matter of the others. */
    public String save(List<Element> components, Save how) {
        Xml xml = new Xml();
        for (Element component : components) {
            String fullName = component.text("fullName");
            xml.open("result");
            try {
                boolean created = save(component, fullName, how);
                if (how == Save.UPSERT) {
                    xml.leaf("created", created);
                }
                xml.leaf("fullName", fullName).leaf("success", true);
            } catch (Refused e) {
                if (how == Save.UPSERT) {
                    xml.leaf("created", false);
                }
                xml.open("errors").leaf("message", String.valueOf(e.getMessage()));
                xml.leaf("statusCode", e.code()).close("errors");
                xml.leaf("fullName", fullName).leaf("success", false);
            }
            xml.close("result");
        }
        return xml.toString();
    }

    private boolean save(Element component, String fullName, Save how) throws Refused {
        Components type = type(component.type())
                .orElseThrow(() -> new Refused("INVALID_TYPE", "Unknown metadata type: " + component.type()));
        boolean creates = how == Save.CREATE || how == Save.UPSERT && !type.has(fullName);
        if (creates) {
            type.create(fullName, component);
        } else if (type.has(fullName)) {
            type.update(fullName, component);
        } else {
            throw new Refused(
                    "INVALID_CROSS_REFERENCE_KEY", "no " + component.type() + " named " + fullName + " found");
        }
        return creates;
    }

    /** The components asked for; one that is not there is nil. */
    public String read(String typeName, List<String> names) {
        Xml xml = new Xml().open("result");
        for (String name : names) {
            Optional<Components> type = type(typeName).filter(t -> t.has(name));
            if (type.isPresent()) {
                xml.open("records xsi:type=\"" + typeName + "\"").leaf("fullName", name);
                type.get().read(name, xml);
                xml.close("records");
            } else {
                xml.nil("records");
            }
        }
        return xml.close("result").toString();
    }

    public String list(List<String> typeNames) {
        Xml xml = new Xml();
        for (String typeName : typeNames) {
            for (String name : type(typeName).map(Components::names).orElse(List.of())) {
                xml.open("result").leaf("createdById", NOBODY).leaf("createdByName", "-");
                xml.leaf("createdDate", BORN).leaf("fileName", typeName + "/" + name);
                xml.leaf("fullName", name).leaf("id", "").leaf("lastModifiedById", NOBODY);
                xml.leaf("lastModifiedByName", "-")
                        .leaf("lastModifiedDate", BORN)
                        .leaf("type", typeName);
                xml.close("result");
            }
        }
        return xml.toString();
    }

    public String describe() {
        Xml xml = new Xml().open("result");
        types.keySet()
                .forEach(name -> xml.open("metadataObjects")
                        .leaf("directoryName", name)
                        .leaf("inFolder", false)
                        .leaf("metaFile", false)
                        .leaf("xmlName", name)
                        .close("metadataObjects"));
        return xml.leaf("organizationNamespace", "")
                .leaf("partialSaveAllowed", true)
                .leaf("testRequired", false)
                .close("result")
                .toString();
    }

    public boolean knows(String typeName) {
        return types.containsKey(typeName);
    }

    private Optional<Components> type(String name) {
        return Optional.ofNullable(types.get(name));
    }
}
