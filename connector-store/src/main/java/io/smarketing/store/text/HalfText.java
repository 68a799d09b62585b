package io.smarketing.store.text;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import io.smarketing.core.lead.FieldValue;
import io.smarketing.core.merge.Bounce;
import io.smarketing.core.merge.Half;
import java.time.Instant;
import java.util.Optional;

/**
 * A half of the base as a short array, since a person has dozens: value and mapping; then, only if there is something
 * to say, the marks (a letter each); then, only if there is one, the bounce.
 */
final class HalfText {

    private static final String PENDING = "p";
    private static final String STAND_IN = "s";

    private HalfText() {}

    static ArrayNode tree(Half half) {
        ArrayNode tree = Json.array().add(half.value().text()).add(half.mapping());
        if (half.pending() || half.standIn() || half.bounce().isPresent()) {
            tree.add((half.pending() ? PENDING : "") + (half.standIn() ? STAND_IN : ""));
        }
        half.bounce()
                .ifPresent(b -> tree.add(b.count()).add(b.pair()).add(b.since().toString()));
        return tree;
    }

    static Half half(JsonNode tree) {
        String marks = tree.path(2).asText("");
        return new Half(
                FieldValue.of(tree.get(0).textValue()),
                marks.contains(PENDING),
                marks.contains(STAND_IN),
                tree.get(1).textValue(),
                tree.size() > 3 ? Optional.of(bounce(tree)) : Optional.empty());
    }

    private static Bounce bounce(JsonNode tree) {
        return new Bounce(
                tree.get(3).intValue(),
                tree.get(4).textValue(),
                Instant.parse(tree.get(5).textValue()));
    }
}
