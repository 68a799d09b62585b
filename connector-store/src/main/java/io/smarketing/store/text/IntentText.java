package io.smarketing.store.text;

import com.fasterxml.jackson.databind.JsonNode;
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
        JsonText json = new JsonText().object();
        WriteCommand command = intent.command();
        if (command instanceof WriteCommand.Create create) {
            json.name("create").text(create.type().name());
            json.name("key").text(create.key());
        } else {
            PersonText.put(((WriteCommand.Update) command).ref(), json.name("update"));
        }
        json.name("fields").object();
        command.fields()
                .values()
                .forEach((name, value) -> json.name(name.text()).text(value.text()));
        json.endObject().name("lane").text(command.lane().name());
        PersonText.put(intent.after(), json.name("after"));
        json.name("source").text(intent.since().toString());
        json.name("conflicts").array();
        intent.conflicts().forEach(line -> put(line, json));
        return json.endArray().endObject().toString();
    }

    private static void put(JournalLine line, JsonText json) {
        json.object().name("at").text(line.at().toString());
        json.name("crm").text(line.crm().name());
        PersonText.put(line.record(), json.name("record"));
        json.name("fields").array();
        line.fields().forEach(f -> json.text(f.text()));
        json.endArray().name("note").text(line.note());
        json.endObject();
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
        Person after = Json.read(tree.get("after"), PersonText::person);
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
