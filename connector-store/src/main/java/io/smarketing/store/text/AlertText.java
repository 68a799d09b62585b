package io.smarketing.store.text;

import com.fasterxml.jackson.databind.JsonNode;
import io.smarketing.core.alert.Alert;
import io.smarketing.core.person.PersonId;
import io.smarketing.core.sla.terms.Recipient;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** What an alert says as one compact document; what it is about and who is told stand in columns of their own. */
public final class AlertText {

    private AlertText() {}

    public static String write(Alert alert) {
        JsonText json = new JsonText();
        json.object().name("title").text(alert.title());
        json.name("at").text(alert.at().toString());
        json.name("facts").object();
        alert.facts().forEach((name, value) -> json.name(name).text(value));
        return json.endObject().endObject().toString();
    }

    public static Alert read(String event, Recipient to, Optional<PersonId> person, String document) {
        JsonNode tree = Json.read(document);
        Map<String, String> facts = new LinkedHashMap<>();
        tree.path("facts")
                .properties()
                .forEach(fact -> facts.put(fact.getKey(), fact.getValue().textValue()));
        return new Alert(
                event,
                to,
                person,
                tree.get("title").textValue(),
                facts,
                Instant.parse(tree.get("at").textValue()));
    }
}
