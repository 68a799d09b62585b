package io.smarketing.store.text;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smarketing.core.crm.Lane;
import io.smarketing.core.crm.WriteCommand;
import io.smarketing.core.crm.record.CrmId;
import io.smarketing.core.crm.record.RecordType;
import io.smarketing.core.journal.JournalLine;
import io.smarketing.core.journal.JournalLine.Event;
import io.smarketing.core.lead.FieldName;
import io.smarketing.core.lead.FieldValue;
import io.smarketing.core.lead.Fields;
import io.smarketing.core.person.Person;
import io.smarketing.core.person.PersonId;
import io.smarketing.core.sync.Intent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

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
        intent.conflicts().forEach(line -> tree.withArray("conflicts").add(tree(line)));
        return Json.write(tree);
    }

    private static ObjectNode tree(JournalLine line) {
        ObjectNode tree = Json.object();
        tree.put("at", line.at().toString());
        tree.put("crm", line.crm().name());
        tree.set("record", PersonText.tree(line.record()));
        line.fields().forEach(f -> tree.withArray("fields").add(f.text()));
        tree.put("note", line.note());
        return tree;
    }

    private static JournalLine conflict(PersonId person, JsonNode tree) {
        Set<FieldName> fields = new TreeSet<>();
        tree.path("fields").forEach(f -> fields.add(FieldName.of(f.textValue())));
        return new JournalLine(
                Instant.parse(tree.get("at").textValue()),
                person,
                Event.CONFLICT,
                new CrmId(tree.get("crm").textValue()),
                PersonText.ref(tree.get("record")),
                fields,
                tree.get("note").textValue());
    }

    public static Intent read(long id, CrmId target, String document) {
        JsonNode tree = Json.read(document);
        Person after = PersonText.person(tree.get("after"));
        List<JournalLine> conflicts = new ArrayList<>();
        tree.path("conflicts").forEach(line -> conflicts.add(conflict(after.id(), line)));
        return new Intent(
                id,
                target,
                command(tree),
                after,
                Instant.parse(tree.get("source").textValue()),
                conflicts);
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
