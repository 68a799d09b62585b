package io.smarketing.sandbox.org.soap;

import com.fasterxml.jackson.databind.JsonNode;
import io.smarketing.sandbox.org.soap.xml.Xml;
import java.util.Map;

/** Query results and ranges, from JSON to XML. */
final class RowXml {

    private RowXml() {}

    static String result(JsonNode found) {
        Xml xml = new Xml();
        result(found, xml);
        return xml.toString();
    }

    private static void result(JsonNode found, Xml xml) {
        xml.leaf("done", found.path("done").asBoolean());
        String next = found.path("nextRecordsUrl").asText("");
        if (next.isEmpty()) {
            xml.nil("queryLocator");
        } else {
            xml.leaf("queryLocator", next.substring(next.lastIndexOf('/') + 1));
        }
        found.path("records").forEach(row -> {
            xml.open("records xsi:type=\"sf:sObject\"");
            row(row, xml);
            xml.close("records");
        });
        xml.leaf("size", found.path("totalSize").asInt());
    }

    /** The type, then the id even where nobody asked for it, then what was asked for. */
    private static void row(JsonNode row, Xml xml) {
        xml.leaf("sf:type", row.path("attributes").path("type").asText());
        value("sf:Id", row.path("Id"), xml);
        for (Map.Entry<String, JsonNode> cell : row.properties()) {
            if (!cell.getKey().equals("attributes")) {
                value("sf:" + cell.getKey(), cell.getValue(), xml);
            }
        }
    }

    private static void value(String name, JsonNode value, Xml xml) {
        if (value.isNull() || value.isMissingNode()) {
            xml.nil(name);
        } else if (value.has("records")) {
            xml.open(name + " xsi:type=\"QueryResult\"");
            result(value, xml);
            xml.close(name);
        } else if (value.isObject()) {
            xml.open(name + " xsi:type=\"sf:sObject\"");
            row(value, xml);
            xml.close(name);
        } else {
            xml.leaf(name, time(value.asText()));
        }
    }

    /** The ids, or the deleted records, of a span of time. */
    static String range(JsonNode range) {
        Xml xml = new Xml();
        range.path("deletedRecords")
                .forEach(d -> xml.open("deletedRecords")
                        .leaf("deletedDate", time(d.path("deletedDate").asText()))
                        .leaf("id", d.path("id").asText())
                        .close("deletedRecords"));
        if (range.has("earliestDateAvailable")) {
            xml.leaf(
                    "earliestDateAvailable",
                    time(range.path("earliestDateAvailable").asText()));
        }
        range.path("ids").forEach(id -> xml.leaf("ids", id.asText()));
        return xml.leaf(
                        "latestDateCovered",
                        time(range.path("latestDateCovered").asText()))
                .toString();
    }

    /** REST writes the zone of a time as +0000, SOAP as Z. */
    private static String time(String text) {
        return text.matches("\\d{4}-\\d\\d-\\d\\dT[\\d:.]+\\+0000") ? text.replace("+0000", "Z") : text;
    }
}
