package io.smarketing.salesforce.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** Rows in CSV, as JSON of the shape in which a query gives them; an empty cell is null. */
final class CsvRows {

    private static final CSVFormat FORMAT =
            CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();

    private CsvRows() {}

    static List<JsonNode> in(String csv) {
        try (CSVParser parser = CSVParser.parse(csv, FORMAT)) {
            List<String[]> columns = parser.getHeaderNames().stream()
                    .map(name -> name.split("\\."))
                    .toList();
            List<JsonNode> rows = new ArrayList<>();
            for (CSVRecord record : parser) {
                rows.add(row(columns, record));
            }
            return rows;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonNode row(List<String[]> columns, CSVRecord record) {
        ObjectNode row = JsonNodeFactory.instance.objectNode();
        for (int i = 0; i < columns.size(); i++) {
            String[] path = columns.get(i);
            ObjectNode holder = row;
            for (int step = 0; step < path.length - 1; step++) {
                holder = holder.withObjectProperty(path[step]);
            }
            String value = record.get(i);
            if (value.isEmpty()) {
                holder.putNull(path[path.length - 1]);
            } else {
                holder.put(path[path.length - 1], value);
            }
        }
        return row;
    }
}
