package io.smarketing.sandbox.org.soap;

import com.fasterxml.jackson.databind.JsonNode;
import io.smarketing.sandbox.org.soap.xml.Xml;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What describe tells, from JSON to XML, in the order in which clients insist to read it. */
final class DescribeXml {

    private static final List<String> OBJECT = List.of(
            "activateable",
            "createable",
            "custom",
            "customSetting",
            "deepCloneable",
            "deletable",
            "deprecatedAndHidden",
            "feedEnabled",
            "hasSubtypes",
            "idEnabled",
            "isInterface",
            "isSubtype",
            "keyPrefix",
            "label",
            "labelPlural",
            "layoutable",
            "mergeable",
            "mruEnabled",
            "name",
            "queryable",
            "replicateable",
            "retrieveable",
            "searchable",
            "triggerable",
            "undeletable",
            "updateable");
    private static final List<String> FIELD = List.of(
            "aggregatable",
            "aiPredictionField",
            "autoNumber",
            "byteLength",
            "calculated",
            "cascadeDelete",
            "caseSensitive",
            "createable",
            "custom",
            "defaultedOnCreate",
            "dependentPicklist",
            "deprecatedAndHidden",
            "digits",
            "externalId",
            "filterable",
            "groupable",
            "idLookup",
            "inlineHelpText",
            "label",
            "length",
            "name",
            "nameField",
            "nillable",
            "permissionable",
            "picklistValues",
            "polymorphicForeignKey",
            "precision",
            "queryByDistance",
            "referenceTo",
            "relationshipName",
            "restrictedPicklist",
            "scale",
            "searchPrefilterable",
            "soapType",
            "sortable",
            "type",
            "unique",
            "updateable");
    /** What this sandbox has no value for, by what stands before it. */
    private static final Map<String, List<String>> UNSET_OF_ALL =
            Map.of("activateable", List.of("associateEntityType", "associateParentEntity"));

    private static final Map<String, List<String>> UNSET_OF_ONE = Map.of(
            "activateable", List.of("associateEntityType", "associateParentEntity"),
            "deepCloneable", List.of("defaultImplementation"),
            "idEnabled", List.of("implementedBy", "implementsInterfaces"),
            "name", List.of("networkScopeFieldName"),
            "updateable", List.of("urlDetail", "urlEdit", "urlNew"));
    private static final Set<String> OPTIONAL = Set.of("inlineHelpText", "relationshipName", "referenceTo");

    private DescribeXml() {}

    static String global(JsonNode all) {
        Xml xml = new Xml().leaf("encoding", "UTF-8").leaf("maxBatchSize", 200);
        all.path("sobjects").forEach(object -> {
            xml.open("sobjects");
            for (String name : OBJECT) {
                value(name, object.path(name), xml);
                UNSET_OF_ALL.getOrDefault(name, List.of()).forEach(xml::nil);
            }
            xml.close("sobjects");
        });
        return xml.toString();
    }

    static String object(JsonNode object) {
        Xml xml = new Xml();
        for (String name : OBJECT) {
            switch (name) {
                case "createable" -> {
                    object.path("childRelationships").forEach(child -> child(child, xml));
                    xml.leaf("compactLayoutable", false);
                    value(name, object.path(name), xml);
                }
                case "hasSubtypes" -> {
                    object.path("fields").forEach(field -> field(field, xml));
                    value(name, object.path(name), xml);
                }
                default -> value(name, object.path(name), xml);
            }
            UNSET_OF_ONE.getOrDefault(name, List.of()).forEach(xml::nil);
        }
        return xml.toString();
    }

    private static void child(JsonNode child, Xml xml) {
        xml.open("childRelationships");
        for (String name : List.of("cascadeDelete", "childSObject", "deprecatedAndHidden", "field")) {
            value(name, child.path(name), xml);
        }
        if (child.path("relationshipName").isTextual()) {
            value("relationshipName", child.path("relationshipName"), xml);
        }
        xml.leaf("restrictedDelete", false).close("childRelationships");
    }

    private static void field(JsonNode field, Xml xml) {
        xml.open("fields");
        for (String name : FIELD) {
            JsonNode value = field.path(name);
            if (name.equals("picklistValues")) {
                value.forEach(entry -> {
                    xml.open("picklistValues");
                    List.of("active", "defaultValue", "label", "value").forEach(n -> value(n, entry.path(n), xml));
                    xml.close("picklistValues");
                });
            } else if (value.isArray()) {
                value.forEach(one -> xml.leaf(name, one.asText()));
            } else if (!(OPTIONAL.contains(name) && (value.isNull() || value.isMissingNode()))) {
                value(name, value, xml);
            }
        }
        xml.close("fields");
    }

    /** What this sandbox does not tell is a flag that is off. */
    private static void value(String name, JsonNode value, Xml xml) {
        xml.leaf(name, value.isMissingNode() || value.isNull() ? "false" : value.asText());
    }
}
