package io.smarketing.hubspot.activity;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smarketing.http.HttpAnswer;
import io.smarketing.http.HttpAsk;
import io.smarketing.hubspot.api.Api;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/** Which activities stand on which contacts' timelines. */
record Timelines(Api api) {

    private static final int CONTACTS_A_CALL = 1_000;

    /** The time of an answer is told without its fraction of a second. */
    private static final Duration DATE_IS_CUT = Duration.ofSeconds(1);

    /**
     * Links of a kind.
     *
     * @param contacts contacts by the id of each of their activities
     * @param now no time after it has come by HubSpot's clock
     */
    record Links(Map<String, Set<String>> contacts, Instant now) {}

    /** All links of these contacts, of whom there is at least one, to activities of a kind. */
    Links read(Kind kind, Collection<String> contacts) {
        List<ObjectNode> rest = new ArrayList<>();
        contacts.forEach(id -> rest.add(JsonNodeFactory.instance.objectNode().put("id", id)));
        Map<String, Set<String>> found = new HashMap<>();
        Instant now = Instant.EPOCH;
        while (!rest.isEmpty()) {
            List<HttpAnswer> answers = ask(kind, rest);
            rest.clear();
            for (HttpAnswer answer : answers) {
                now = answer.serverTime().plus(DATE_IS_CUT);
                answer.body().path("results").forEach(links -> take(links, found, rest));
            }
        }
        return new Links(found, now);
    }

    /** A contact may have more links than one answer holds. */
    private static void take(JsonNode links, Map<String, Set<String>> found, List<ObjectNode> rest) {
        String contact = links.at("/from/id").asText();
        for (JsonNode to : links.path("to")) {
            found.computeIfAbsent(to.path("toObjectId").asText(), id -> new HashSet<>())
                    .add(contact);
        }
        String after = links.at("/paging/next/after").asText("");
        if (!after.isEmpty()) {
            rest.add(JsonNodeFactory.instance.objectNode().put("id", contact).put("after", after));
        }
    }

    private List<HttpAnswer> ask(Kind kind, List<ObjectNode> inputs) {
        List<Supplier<HttpAnswer>> calls = new ArrayList<>();
        for (int from = 0; from < inputs.size(); from += CONTACTS_A_CALL) {
            ObjectNode body = JsonNodeFactory.instance.objectNode();
            body.putArray("inputs").addAll(inputs.subList(from, Math.min(from + CONTACTS_A_CALL, inputs.size())));
            HttpAsk ask = HttpAsk.postJson(api.paths().linksOfContacts(kind.type()), body)
                    .mayRepeat();
            calls.add(() -> api.http().send(ask));
        }
        return api.fan().all(calls);
    }
}
