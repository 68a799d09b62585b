package io.smarketing.sandbox.org.query;

import com.fasterxml.jackson.core.JsonGenerator;
import io.smarketing.sandbox.org.data.Row;
import io.smarketing.sandbox.org.data.Stamp;
import io.smarketing.sandbox.org.data.Store;
import io.smarketing.sandbox.org.schema.Field;
import io.smarketing.sandbox.org.schema.FieldType;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Writes rows as the REST API shows them. */
public final class RowJson {

    private final Store store;
    private final JsonGenerator json;
    private final String base;

    /** @param version as in the path, such as {@code v60.0} */
    public RowJson(Store store, JsonGenerator json, String version) {
        this.store = store;
        this.json = json;
        this.base = "/services/data/" + version + "/sobjects/";
    }

    /** The rows of a query's answer, as an array. */
    public void rows(Found found, List<Row> page) throws IOException {
        json.writeStartArray();
        for (Row row : page) {
            row(row, found.plan().shape());
        }
        json.writeEndArray();
    }

    /** One row with these of its fields, as last written. */
    public void row(Row row, List<Field> fields) throws IOException {
        json.writeStartObject();
        attributes(row);
        for (Field field : fields) {
            json.writeFieldName(field.name());
            value(field.type(), row.get(field));
        }
        json.writeEndObject();
    }

    private void row(Row row, Shape shape) throws IOException {
        json.writeStartObject();
        attributes(row);
        for (Map.Entry<String, Shape.Part> part : shape.parts().entrySet()) {
            json.writeFieldName(part.getKey());
            if (part.getValue() instanceof Shape.Own own) {
                value(own.field().type(), Column.own(row, shape.type(), own.field()));
            } else if (part.getValue() instanceof Shape.Parent parent) {
                parent(row, parent);
            } else if (part.getValue() instanceof Shape.Children children) {
                children(row, children);
            }
        }
        json.writeEndObject();
    }

    private void attributes(Row row) throws IOException {
        json.writeObjectFieldStart("attributes");
        json.writeStringField("type", row.type().name());
        json.writeStringField("url", base + row.type().name() + "/" + row.id());
        json.writeEndObject();
    }

    private void parent(Row row, Shape.Parent parent) throws IOException {
        Optional<Row> up = Column.parent(store, row, parent.reference());
        if (up.isPresent()) {
            row(up.get(), parent.shape());
        } else {
            json.writeNull();
        }
    }

    private void children(Row row, Shape.Children children) throws IOException {
        Plan plan = children.plan();
        List<Row> rows = plan.pick(store.table(plan.type()).find(children.reference(), row.id()), false, false);
        if (rows.isEmpty()) {
            json.writeNull();
            return;
        }
        json.writeStartObject();
        json.writeNumberField("totalSize", rows.size());
        json.writeBooleanField("done", true);
        json.writeFieldName("records");
        rows(new Found(rows, false, plan), rows);
        json.writeEndObject();
    }

    private void value(FieldType type, @Nullable Object value) throws IOException {
        if (value == null) {
            json.writeNull();
        } else if (value instanceof Boolean flag) {
            json.writeBoolean(flag);
        } else if (value instanceof Integer number) {
            json.writeNumber(number);
        } else if (value instanceof Double number) {
            json.writeNumber(number);
        } else if (type == FieldType.DATETIME && value instanceof Long seconds) {
            json.writeString(Stamp.json(seconds));
        } else {
            json.writeString(value.toString());
        }
    }
}
