package io.smarketing.store.text;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smarketing.core.crm.Lane;
import io.smarketing.core.crm.WriteCommand;
import io.smarketing.core.crm.record.CrmId;
import io.smarketing.core.crm.record.RecordType;
import io.smarketing.core.lead.FieldName;
import io.smarketing.core.lead.FieldValue;
import io.smarketing.core.lead.Fields;
import io.smarketing.core.sync.Intent;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** An intent as one compact document; its id and target stand in columns of their own. */
public final class IntentText {

    private IntentText() {}

    public static String write(Intent intent) {
        ObjectNode tree = Json.object();
        WriteCommand command = intent.command();
        if (command instanceof WriteCommand.Create create) {
            tree.put("create", create.type().name());
            tree.put("key", create.key());
        } else {
            tree.set("update", PersonText.tree(((WriteCommand.Update) command).ref()));
        }
        ObjectNode fields = tree.putObject("fields");
        command.fields().values().forEach((name, value) -> fields.put(name.text(), value.text()));
        tree.put("lane", command.lane().name());
        tree.set("after", PersonText.tree(intent.after()));
        tree.put("source", intent.since().toString());
        return Json.write(tree);
    }

    public static Intent read(long id, CrmId target, String document) {
        JsonNode tree = Json.read(document);
        return new Intent(
                id,
                target,
                command(tree),
                PersonText.person(tree.get("after")),
                Instant.parse(tree.get("source").textValue()));
    }

    private static WriteCommand command(JsonNode tree) {
        Map<FieldName, FieldValue> values = new LinkedHashMap<>();
        tree.get("fields")
                .properties()
                .forEach(e -> values.put(
                        FieldName.of(e.getKey()), FieldValue.of(e.getValue().textValue())));
        Fields fields = new Fields(values);
        Lane lane = Lane.valueOf(tree.get("lane").textValue());
        return tree.has("create")
                ? new WriteCommand.Create(
                        new RecordType(tree.get("create").textValue()),
                        tree.get("key").textValue(),
                        fields,
                        lane)
                : new WriteCommand.Update(PersonText.ref(tree.get("update")), fields, lane);
    }
}
