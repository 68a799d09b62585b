package io.smarketing.hubspot.link;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smarketing.http.Bucket;
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
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Supplier;

/** Which records stand on whose timelines. */
public record Associations(Api api) {

    /** That of the types which HubSpot itself has defined. */
    public static final String CATEGORY = "HUBSPOT_DEFINED";

    private static final int RECORDS_A_CALL = 1_000;

    /** The time of an answer is told without its fraction of a second. */
    private static final Duration DATE_IS_CUT = Duration.ofSeconds(1);

    /**
     * What was found.
     *
     * @param from the records asked for, by the id of each record that is linked to them
     * @param now no time after it has come by HubSpot's clock
     */
    public record Links(Map<String, Set<String>> from, Instant now) {}

    /** All links of these records, of which there is at least one, to records of another type. */
    public Links read(String fromType, String toType, Collection<String> ids) {
        return read(fromType, toType, ids, OptionalInt.empty());
    }

    /** As {@link #read(String, String, Collection)}; only links of one of HubSpot's association types, if it is given. */
    public Links read(String fromType, String toType, Collection<String> ids, OptionalInt only) {
        List<ObjectNode> rest = new ArrayList<>();
        ids.forEach(id -> rest.add(JsonNodeFactory.instance.objectNode().put("id", id)));
        Map<String, Set<String>> found = new HashMap<>();
        Instant now = Instant.EPOCH;
        while (!rest.isEmpty()) {
            List<HttpAnswer> answers = ask(api.paths().links(fromType, toType, "read"), rest);
            rest.clear();
            for (HttpAnswer answer : answers) {
                now = answer.serverTime().plus(DATE_IS_CUT);
                answer.body().path("results").forEach(links -> take(links, only, found, rest));
            }
        }
        return new Links(found, now);
    }

    /** A record may have more links than one answer holds. */
    private static void take(JsonNode links, OptionalInt only, Map<String, Set<String>> found, List<ObjectNode> rest) {
        String from = links.at("/from/id").asText();
        for (JsonNode to : links.path("to")) {
            if (only.isEmpty() || isOf(to, only.getAsInt())) {
                found.computeIfAbsent(to.path("toObjectId").asText(), id -> new HashSet<>())
                        .add(from);
            }
        }
        String after = links.at("/paging/next/after").asText("");
        if (!after.isEmpty()) {
            rest.add(JsonNodeFactory.instance.objectNode().put("id", from).put("after", after));
        }
    }

    private static boolean isOf(JsonNode link, int type) {
        for (JsonNode one : link.path("associationTypes")) {
            if (one.path("typeId").asInt() == type
                    && one.path("category").asText().equals(CATEGORY)) {
                return true;
            }
        }
        return false;
    }

    private List<HttpAnswer> ask(String path, List<ObjectNode> inputs) {
        List<Supplier<HttpAnswer>> calls = new ArrayList<>();
        for (int from = 0; from < inputs.size(); from += RECORDS_A_CALL) {
            ObjectNode body = JsonNodeFactory.instance.objectNode();
            body.putArray("inputs").addAll(inputs.subList(from, Math.min(from + RECORDS_A_CALL, inputs.size())));
            HttpAsk ask = HttpAsk.postJson(path, body).mayRepeat().in(Bucket.LINKS);
            calls.add(() -> api.http().send(ask));
        }
        return api.fan().all(calls);
    }
}
