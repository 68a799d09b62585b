package io.smarketing.store.text;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
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
        return Json.write(tree(person));
    }

    public static Person read(String document) {
        return person(Json.read(document));
    }

    static ObjectNode tree(Person person) {
        ObjectNode tree = Json.object();
        tree.put("id", person.id().toString());
        tree.put("key", person.key());
        person.email().ifPresent(e -> tree.put("email", e.address()));
        ProgressText.put(person.progress(), tree);
        tree.put("paused", person.paused());
        ObjectNode holdings = tree.putObject("holdings");
        person.holdings().forEach((crm, holding) -> holdings.set(crm.name(), tree(holding)));
        return tree;
    }

    private static ObjectNode tree(Holding holding) {
        ObjectNode tree = Json.object();
        tree.set("principal", tree(holding.principal()));
        ArrayNode others = tree.putArray("others");
        holding.others().forEach(o -> others.add(tree(o)));
        ObjectNode halves = tree.putObject("halves");
        holding.halves().forEach((field, half) -> halves.set(field.text(), HalfText.tree(half)));
        return tree;
    }

    static ArrayNode tree(RecordRef ref) {
        return Json.array().add(ref.crm().name()).add(ref.type().name()).add(ref.id());
    }

    static Person person(JsonNode tree) {
        Map<CrmId, Holding> holdings = new TreeMap<>();
        tree.get("holdings").properties().forEach(e -> holdings.put(new CrmId(e.getKey()), holding(e.getValue())));
        return new Person(
                new PersonId(UUID.fromString(tree.get("id").textValue())),
                tree.get("key").textValue(),
                Email.in(tree.path("email").asText("")),
                ProgressText.read(tree),
                tree.get("paused").booleanValue(),
                holdings);
    }

    private static Holding holding(JsonNode tree) {
        Set<RecordRef> others = new TreeSet<>();
        tree.get("others").forEach(o -> others.add(ref(o)));
        Map<FieldName, Half> halves = new LinkedHashMap<>();
        tree.get("halves").properties().forEach(e -> halves.put(FieldName.of(e.getKey()), HalfText.half(e.getValue())));
        return new Holding(ref(tree.get("principal")), others, halves);
    }

    static RecordRef ref(JsonNode tree) {
        return new RecordRef(
                new CrmId(tree.get(0).textValue()),
                new RecordType(tree.get(1).textValue()),
                tree.get(2).textValue());
    }
}
