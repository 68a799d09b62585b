package io.smarketing.salesforce.feed;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smarketing.core.crm.Cursor;
import io.smarketing.core.crm.failure.CrmException;
import io.smarketing.core.crm.failure.FailureKind;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a cursor says: the position in each source, and whose turn it is. Leads come first, so that a conversion is never
 * told later than the contact that it made.
 *
 * @param covered until when Salesforce's own lists have been looked through; empty before the first look
 */
record Place(Turn turn, Map<Source, Position> positions, Optional<Instant> covered) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** Whose pages are read next. */
    enum Turn {
        /** A new sweep: everybody's first page, side by side. */
        ALL,
        /** There were more leads than a page holds. */
        LEADS,
        /** The leads are done, the others are not. */
        OTHERS
    }

    Place {
        positions = Map.copyOf(positions);
    }

    Position position(Source source) {
        return positions.getOrDefault(source, Position.START);
    }

    /** The same with each source that has no position yet, read from the earliest that there is. */
    Place complete(Set<Source> all) {
        Map<Source, Position> complete = new EnumMap<>(Source.class);
        complete.putAll(positions);
        earliest().map(Position::since).ifPresent(start -> all.forEach(source -> complete.putIfAbsent(source, start)));
        return new Place(turn, complete, covered);
    }

    /** The earliest time from which any source is read on. */
    Optional<Instant> earliest() {
        return positions.values().stream().flatMap(p -> p.stamp().stream()).min(Instant::compareTo);
    }

    /** The same after a look through Salesforce's own lists. */
    Place coveredUntil(Instant until) {
        return new Place(turn, positions, Optional.of(until));
    }

    /** The place of a cursor; a CrmException if it is not one of ours. */
    static Place of(Cursor cursor) {
        if (cursor.equals(Cursor.START)) {
            return new Place(Turn.ALL, Map.of(), Optional.empty());
        }
        try {
            JsonNode json = JSON.readTree(cursor.text());
            Map<Source, Position> positions = new EnumMap<>(Source.class);
            for (Source source : Source.values()) {
                if (json.path(source.name()).isObject()) {
                    positions.put(source, position(json.path(source.name())));
                }
            }
            return new Place(Turn.valueOf(json.path("turn").asText()), positions, instant(json.path("covered")));
        } catch (JsonProcessingException | IllegalArgumentException | DateTimeException e) {
            throw new CrmException(
                    FailureKind.MISUNDERSTOOD, "The stored cursor is not one of the Salesforce adapter.");
        }
    }

    Cursor cursor() {
        ObjectNode json = JSON.createObjectNode();
        json.put("turn", turn.name());
        covered.ifPresent(until -> json.put("covered", until.toString()));
        positions.entrySet().stream().sorted(Map.Entry.comparingByKey()).forEach(e -> {
            ObjectNode node = json.putObject(e.getKey().name());
            e.getValue().stamp().ifPresent(s -> node.put("stamp", s.toString()));
            node.put("id", e.getValue().id());
            e.getValue().began().ifPresent(b -> node.put("began", b.toString()));
            e.getValue().looked().ifPresent(l -> node.put("looked", l.toString()));
            if (!e.getValue().job().isEmpty()) {
                node.put("job", e.getValue().job());
            }
        });
        return new Cursor(json.toString());
    }

    private static Position position(JsonNode node) {
        return new Position(
                instant(node.path("stamp")),
                node.path("id").asText(""),
                instant(node.path("began")),
                instant(node.path("looked")),
                node.path("job").asText(""));
    }

    private static Optional<Instant> instant(JsonNode node) {
        return node.isTextual() ? Optional.of(Instant.parse(node.asText())) : Optional.empty();
    }
}
