package io.smarketing.hubspot.write;

import com.fasterxml.jackson.databind.JsonNode;
import io.smarketing.core.crm.WriteCommand;
import io.smarketing.core.crm.WriteOutcome.Refused;
import io.smarketing.core.crm.failure.FailureKind;
import io.smarketing.core.lead.FieldName;
import io.smarketing.core.lead.Fields;
import io.smarketing.hubspot.api.Api;
import io.smarketing.hubspot.api.Relation;
import io.smarketing.hubspot.read.BatchRead;
import io.smarketing.hubspot.read.Shape;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The rows of one call of the writer, parted into what is sent as properties and the links that come after it. A row
 * that is to be linked to a record which is not there is refused as a whole, before anything of it is written: so it is
 * tried again as a whole, and nothing of it is lost.
 */
final class Wishes {

    private final List<Row> rows = new ArrayList<>();
    private final List<Wish> wishes = new ArrayList<>();
    private final Map<Relation, Map<String, String>> idByKey = new HashMap<>();
    private final Map<Row, Refused> refused = new HashMap<>();

    private Wishes() {}

    /** Looks up the keys of all rows together. */
    static Wishes of(List<? extends WriteCommand> commands, Shape shape, Api api) {
        Wishes wishes = new Wishes();
        commands.forEach(command -> wishes.add(command, shape));
        wishes.findKeys(api);
        wishes.wishes.forEach(wishes::check);
        return wishes;
    }

    private void add(WriteCommand command, Shape shape) {
        Set<FieldName> places = new HashSet<>(command.fields().names());
        places.removeIf(name -> shape.link(name).isEmpty());
        Row row = new Row(rows.size(), without(command, places));
        rows.add(row);
        places.forEach(place -> wishes.add(new Wish(
                row,
                shape.link(place).orElseThrow(),
                place,
                command.fields().get(place).orElseThrow())));
    }

    private static WriteCommand without(WriteCommand command, Set<FieldName> places) {
        Fields fields = command.fields().without(places);
        if (command instanceof WriteCommand.Create create) {
            return new WriteCommand.Create(create.type(), create.key(), fields, create.lane());
        }
        return command instanceof WriteCommand.Update update
                ? new WriteCommand.Update(update.ref(), fields, update.lane())
                : command;
    }

    private void findKeys(Api api) {
        Map<Relation, Set<String>> keys = new HashMap<>();
        Map<Relation, FieldName> properties = new HashMap<>();
        for (Wish wish : wishes) {
            keys.computeIfAbsent(wish.relation(), r -> new LinkedHashSet<>()).addAll(wish.keys());
            properties.put(wish.relation(), wish.relation().property(wish.place()));
        }
        properties.forEach((relation, key) -> {
            Map<String, String> found = new HashMap<>();
            for (JsonNode one : BatchRead.by(relation.to(), key, List.of(key.text()))
                    .read(api, keys.getOrDefault(relation, Set.of()))) {
                found.put(
                        one.path("properties").path(key.text()).asText(),
                        one.path("id").asText());
            }
            idByKey.put(relation, found);
        });
    }

    private void check(Wish wish) {
        if (!idByKey.getOrDefault(wish.relation(), Map.of()).keySet().containsAll(wish.keys())) {
            String sentence = "HubSpot has no " + wish.relation().to().word() + " with the key that '" + wish.place()
                    + "' is to link to: see why it is not in step; the row is written once it is there";
            refused.put(wish.row(), new Refused(FailureKind.LINK_MISSING, sentence, Optional.of(wish.place())));
        }
    }

    /** All rows, without their links. */
    List<Row> rows() {
        return rows;
    }

    /** Those that may be written. */
    List<Row> sendable() {
        return rows.stream().filter(row -> !refused.containsKey(row)).toList();
    }

    Map<Row, Refused> refused() {
        return refused;
    }

    /** The links that are to be made by a relation, of rows that may be written. */
    List<Wish> by(Relation relation) {
        return wishes.stream()
                .filter(w -> w.relation() == relation && !refused.containsKey(w.row()))
                .toList();
    }

    /** The ids of the records that a row is to be linked to. */
    Set<String> ids(Wish wish) {
        Map<String, String> found = idByKey.getOrDefault(wish.relation(), Map.of());
        Set<String> ids = new LinkedHashSet<>();
        wish.keys().forEach(key -> Optional.ofNullable(found.get(key)).ifPresent(ids::add));
        return ids;
    }
}
