package io.smarketing.hubspot.read;

import com.fasterxml.jackson.databind.JsonNode;
import io.smarketing.core.lead.FieldName;
import io.smarketing.core.lead.FieldSpec;
import io.smarketing.core.lead.FieldSpec.Trait;
import io.smarketing.core.lead.FieldValue;
import io.smarketing.hubspot.api.Api;
import io.smarketing.hubspot.api.Relation;
import io.smarketing.hubspot.link.Associations;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Reads one relation: what the records tell that others are linked to. Without a linked record all is blank; a link to
 * one that has no key, or that we may not see, is neither blank nor a key.
 *
 * @param places the fields that are told so, by their names
 */
record Relatives(Api api, Relation relation, Map<FieldName, FieldSpec> places) {

    /** By the id of the record. */
    Map<String, Related> of(Collection<String> ids) {
        Map<String, Set<String>> linked = linked(ids);
        Map<String, JsonNode> others = others(linked);
        Map<String, Related> related = new HashMap<>();
        for (String id : ids) {
            List<JsonNode> seen = linked.getOrDefault(id, Set.of()).stream()
                    .map(others::get)
                    .flatMap(Stream::ofNullable)
                    .toList();
            related.put(id, linked.containsKey(id) ? told(seen) : blank());
        }
        return related;
    }

    private Map<String, Set<String>> linked(Collection<String> ids) {
        Map<String, Set<String>> linked = new HashMap<>();
        new Associations(api)
                .read(relation.from().id(), relation.to().id(), ids, relation.counting())
                .from()
                .forEach((other, mine) -> mine.forEach(id ->
                        linked.computeIfAbsent(id, i -> new LinkedHashSet<>()).add(other)));
        return linked;
    }

    private Map<String, JsonNode> others(Map<String, Set<String>> linked) {
        Set<String> ids = linked.values().stream().flatMap(Set::stream).collect(Collectors.toSet());
        Set<String> properties = new LinkedHashSet<>(Set.of(relation.to().stamp()));
        places.keySet().forEach(place -> properties.add(relation.property(place).text()));
        Map<String, JsonNode> others = new HashMap<>();
        BatchRead.byId(relation.to(), properties)
                .read(api, ids)
                .forEach(other -> others.put(other.path("id").asText(), other));
        return others;
    }

    private Related blank() {
        Map<FieldName, FieldValue> values = new LinkedHashMap<>();
        places.keySet().forEach(place -> values.put(place, FieldValue.BLANK));
        return new Related(values, Instant.EPOCH);
    }

    private Related told(List<JsonNode> others) {
        Map<FieldName, FieldValue> values = new LinkedHashMap<>();
        if (!others.isEmpty()) {
            places.forEach((place, spec) -> value(place, spec, others).ifPresent(v -> values.put(place, v)));
        }
        Instant youngest = others.stream()
                .map(other -> Shape.stamp(relation.to(), other))
                .max(Instant::compareTo)
                .orElse(Instant.EPOCH);
        return new Related(values, youngest);
    }

    private Optional<FieldValue> value(FieldName place, FieldSpec spec, List<JsonNode> others) {
        String property = relation.property(place).text();
        String raw = others.stream()
                .map(other -> other.path("properties").path(property).asText(""))
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining(";"));
        boolean isLink = spec.is(Trait.UPDATABLE);
        return isLink && raw.isEmpty() ? Optional.empty() : Optional.of(Shape.value(spec, raw));
    }
}
