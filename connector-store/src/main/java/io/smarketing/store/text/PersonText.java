package io.smarketing.store.text;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smarketing.core.crm.record.CrmId;
import io.smarketing.core.crm.record.RecordRef;
import io.smarketing.core.crm.record.RecordType;
import io.smarketing.core.lead.Email;
import io.smarketing.core.lead.FieldName;
import io.smarketing.core.merge.Half;
import io.smarketing.core.person.Holding;
import io.smarketing.core.person.Person;
import io.smarketing.core.person.PersonId;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;

/** A person as one compact document, complete. */
public final class PersonText {

    private PersonText() {}

    public static String write(Person person) {
        JsonText json = new JsonText();
        put(person, json);
        return json.toString();
    }

    /** @param document its UTF-8, as it stands in the file */
    public static Person read(byte[] document) {
        return Json.read(document, PersonText::person);
    }

    static void put(Person person, JsonText json) {
        json.object().name("id").text(person.id().toString());
        json.name("key").text(person.key());
        person.email().ifPresent(e -> json.name("email").text(e.address()));
        ProgressText.put(person.progress(), json);
        json.name("paused").truth(person.paused());
        json.name("holdings").object();
        person.holdings().forEach((crm, holding) -> put(holding, json.name(crm.name())));
        json.endObject().endObject();
    }

    private static void put(Holding holding, JsonText json) {
        put(holding.principal(), json.object().name("principal"));
        json.name("others").array();
        holding.others().forEach(o -> put(o, json));
        json.endArray().name("halves").object();
        holding.halves().forEach((field, half) -> HalfText.put(half, json.name(field.text())));
        json.endObject().endObject();
    }

    static void put(RecordRef ref, JsonText json) {
        json.array()
                .text(ref.crm().name())
                .text(ref.type().name())
                .text(ref.id())
                .endArray();
    }

    static Person person(JsonParser json) throws IOException {
        Map<CrmId, Holding> holdings = new TreeMap<>();
        ObjectNode rest = JsonNodeFactory.instance.objectNode();
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            if (json.currentName().equals("holdings")) {
                json.nextToken();
                while (json.nextToken() == JsonToken.FIELD_NAME) {
                    holdings.put(new CrmId(json.currentName()), holding(json));
                }
            } else {
                putTree(json, rest);
            }
        }
        return new Person(
                new PersonId(UUID.fromString(rest.get("id").textValue())),
                rest.get("key").textValue(),
                Email.in(rest.path("email").asText("")),
                ProgressText.read(rest),
                rest.get("paused").booleanValue(),
                holdings);
    }

    private static Holding holding(JsonParser json) throws IOException {
        Map<FieldName, Half> halves = new LinkedHashMap<>();
        ObjectNode rest = JsonNodeFactory.instance.objectNode();
        json.nextToken();
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            if (json.currentName().equals("halves")) {
                json.nextToken();
                while (json.nextToken() == JsonToken.FIELD_NAME) {
                    halves.put(FieldName.of(json.currentName()), HalfText.half(json));
                }
            } else {
                putTree(json, rest);
            }
        }
        Set<RecordRef> others = new TreeSet<>();
        rest.get("others").forEach(o -> others.add(ref(o)));
        return new Holding(ref(rest.get("principal")), others, halves);
    }

    private static void putTree(JsonParser json, ObjectNode tree) throws IOException {
        String name = json.currentName();
        json.nextToken();
        tree.set(name, json.<JsonNode>readValueAsTree());
    }

    static RecordRef ref(JsonNode tree) {
        return new RecordRef(
                new CrmId(tree.get(0).textValue()),
                new RecordType(tree.get(1).textValue()),
                tree.get(2).textValue());
    }
}
