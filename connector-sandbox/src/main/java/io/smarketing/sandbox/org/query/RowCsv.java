package io.smarketing.sandbox.org.query;

import io.smarketing.sandbox.org.data.Row;
import io.smarketing.sandbox.org.data.Stamp;
import io.smarketing.sandbox.org.data.Store;
import io.smarketing.sandbox.org.schema.FieldType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Rows as the Bulk API shows them: every value in quotes, an empty one for null, a parent's under its dotted name. */
public final class RowCsv {

    private final Store store;
    private final Shape shape;

    /** @param found of a query without children */
    public RowCsv(Store store, Found found) {
        this.store = store;
        this.shape = found.plan().shape();
    }

    /** The line of names. */
    public String header() {
        List<String> names = new ArrayList<>();
        names(shape, "", names);
        return line(names);
    }

    public String line(Row row) {
        List<String> values = new ArrayList<>();
        values(shape, Optional.of(row), values);
        return line(values);
    }

    private static String line(List<String> values) {
        StringBuilder line = new StringBuilder();
        for (String value : values) {
            line.append(line.length() == 0 ? "\"" : ",\"")
                    .append(value.replace("\"", "\"\""))
                    .append('"');
        }
        return line.append('\n').toString();
    }

    private static void names(Shape shape, String prefix, List<String> names) {
        for (Map.Entry<String, Shape.Part> part : shape.parts().entrySet()) {
            if (part.getValue() instanceof Shape.Parent parent) {
                names(parent.shape(), prefix + part.getKey() + ".", names);
            } else {
                names.add(prefix + part.getKey());
            }
        }
    }

    private void values(Shape of, Optional<Row> row, List<String> values) {
        for (Shape.Part part : of.parts().values()) {
            if (part instanceof Shape.Parent parent) {
                values(parent.shape(), row.flatMap(r -> Column.parent(store, r, parent.reference())), values);
            } else if (part instanceof Shape.Own own) {
                values.add(row.map(r -> text(own.field().type(), Column.own(r, of.type(), own.field())))
                        .orElse(""));
            }
        }
    }

    private static String text(FieldType type, @Nullable Object value) {
        if (value == null) {
            return "";
        }
        return type == FieldType.DATETIME && value instanceof Long seconds
                ? Stamp.json(seconds).replace("+0000", "Z")
                : value.toString();
    }
}
