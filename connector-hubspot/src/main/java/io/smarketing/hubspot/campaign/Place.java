package io.smarketing.hubspot.campaign;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Where reading goes on.
 *
 * @param campaign the one that was read last; blank at the beginning of the list
 * @param after where the next page of its people begins; blank if all were told
 * @param left how many campaigns this look is to go on to; none once it is over
 * @param asked when each campaign's people were asked for, and how many there were to be
 */
record Place(String campaign, String after, int left, Map<String, Asked> asked) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** Campaigns of a look; the first one sees them all. */
    private static final int BY_TURNS = 10;

    /** Also where the number stays the same one may have come for another. */
    private static final Duration OLD = Duration.ofDays(1);

    Place {
        asked = Map.copyOf(asked);
    }

    /** How many people a campaign had, by HubSpot's report, at that time. */
    record Asked(long people, Instant at) {}

    static Place read(String text) {
        if (!text.startsWith("{")) {
            return new Place("", "", 0, Map.of());
        }
        try {
            JsonNode tree = JSON.readTree(text);
            Map<String, Asked> asked = new HashMap<>();
            for (Map.Entry<String, JsonNode> e : tree.path("asked").properties()) {
                Instant at = Instant.ofEpochSecond(e.getValue().path(1).asLong());
                asked.put(e.getKey(), new Asked(e.getValue().path(0).asLong(), at));
            }
            return new Place(
                    tree.path("campaign").asText(),
                    tree.path("after").asText(),
                    tree.path("left").asInt(),
                    asked);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    String text() {
        ObjectNode tree = JSON.createObjectNode()
                .put("campaign", campaign)
                .put("after", after)
                .put("left", left);
        ObjectNode all = tree.putObject("asked");
        new TreeMap<>(asked).forEach((id, a) -> all.putArray(id).add(a.people()).add(a.at().getEpochSecond()));
        return tree.toString();
    }

    boolean isOver() {
        return left == 0;
    }

    /** A new look, at what there is now. */
    Place begun(Set<String> ids) {
        Map<String, Asked> kept = new HashMap<>(asked);
        kept.keySet().retainAll(ids);
        return new Place(campaign, "", asked.isEmpty() ? Integer.MAX_VALUE : BY_TURNS, kept);
    }

    /** True if the people of that one have changed, or may have. */
    boolean isDue(String id, Asked now) {
        Optional<Asked> before = Optional.ofNullable(asked.get(id));
        return before.filter(b -> b.people() == now.people() && b.at().plus(OLD).isAfter(now.at()))
                .isEmpty();
    }

    /** The people of that one are asked for from the first on. */
    Place asking(String id, Asked now) {
        Map<String, Asked> more = new HashMap<>(asked);
        more.put(id, now);
        return new Place(id, "", left, more);
    }

    /** A page of its people was told. */
    Place told(String next) {
        return next.isEmpty() ? past(campaign) : new Place(campaign, next, left, asked);
    }

    /** There is no more to tell of that one. */
    Place past(String id) {
        return new Place(id, "", left - 1, asked);
    }

    /** There is no campaign any more: the next look begins at the first. */
    Place atTheEnd() {
        return new Place("", "", 0, asked);
    }
}
