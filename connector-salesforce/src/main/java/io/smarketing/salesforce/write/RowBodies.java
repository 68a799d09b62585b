package io.smarketing.salesforce.write;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.smarketing.core.crm.WriteCommand;
import io.smarketing.core.crm.WriteCommand.Create;
import io.smarketing.core.crm.WriteCommand.Delete;
import io.smarketing.core.crm.WriteCommand.Update;
import io.smarketing.core.crm.record.RecordRef;
import io.smarketing.core.crm.record.RecordType;
import io.smarketing.core.lead.FieldName;
import io.smarketing.core.lead.FieldSpec;
import io.smarketing.core.lead.FieldType;
import io.smarketing.core.lead.FieldValue;
import io.smarketing.salesforce.schema.Keys;
import io.smarketing.salesforce.schema.OrgTypes;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;

/** Turns commands into the JSON that Salesforce takes. */
final class RowBodies {

    private final Keys keys;

    RowBodies(Keys keys) {
        this.keys = keys;
    }

    /** The field of our external id. */
    FieldName keyField(RecordType type) {
        return keys.of(type).orElseThrow(() -> new IllegalArgumentException("no field of " + type + " is mapped"));
    }

    Row row(int index, WriteCommand command, Map<FieldName, FieldSpec> specs) {
        RecordType type = typeOf(command);
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        // Salesforce wants the type before everything else
        body.putObject("attributes").put("type", type.name());
        Optional<String> id = ref(command).map(RecordRef::id);
        id.ifPresent(known -> body.put("id", known));
        Optional<String> key = command instanceof Create create ? Optional.of(create.key()) : Optional.empty();
        key.ifPresent(ours -> body.put(keyField(type).text(), ours));
        boolean isCreate = key.isPresent();
        command.fields().values().forEach((name, value) -> {
            // a blank on a new record would only keep Salesforce's own default away
            // contacts are named by records of their own
            if (!keys.isToContacts(name) && (!isCreate || !value.isBlank())) {
                put(body, name, value, specs.get(name));
            }
        });
        return new Row(index, command, type, id, key, body);
    }

    static RecordType typeOf(WriteCommand command) {
        return command instanceof Create create
                ? create.type()
                : ref(command).orElseThrow().type();
    }

    /** The record that the command is about; a create has none yet. */
    private static Optional<RecordRef> ref(WriteCommand command) {
        if (command instanceof Update update) {
            return Optional.of(update.ref());
        }
        return command instanceof Delete delete ? Optional.of(delete.ref()) : Optional.empty();
    }

    private void put(ObjectNode body, FieldName name, FieldValue value, FieldSpec spec) {
        if (!keys.isToAccount(name)) {
            body.set(name.text(), json(value, spec));
        } else if (value.isBlank()) {
            body.putNull(Keys.ACCOUNT_ID.text());
        } else {
            body.putObject(Keys.ACCOUNT).put(keyField(OrgTypes.ACCOUNT).text(), value.text());
        }
    }

    private static JsonNode json(FieldValue value, FieldSpec spec) {
        if (spec.type() == FieldType.BOOLEAN && (value.isBlank() || value.text().matches("true|false"))) {
            return BooleanNode.valueOf(value.text().equals("true"));
        }
        if (value.isBlank()) {
            return NullNode.getInstance();
        }
        return spec.type() == FieldType.NUMBER ? number(value.text()) : TextNode.valueOf(value.text());
    }

    /** What is no number goes as text, so that Salesforce refuses that row and says why. */
    private static JsonNode number(String text) {
        try {
            return DecimalNode.valueOf(new BigDecimal(text));
        } catch (NumberFormatException e) {
            return TextNode.valueOf(text);
        }
    }
}
