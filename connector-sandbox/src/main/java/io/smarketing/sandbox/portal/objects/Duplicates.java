package io.smarketing.sandbox.portal.objects;

import com.fasterxml.jackson.databind.JsonNode;
import io.smarketing.sandbox.portal.desk.Lookup;
import io.smarketing.sandbox.portal.store.Table;
import io.smarketing.sandbox.portal.wire.Failure;
import io.smarketing.sandbox.portal.wire.Json;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The look for ids, addresses or unique values that occur twice in a batch: a 400, trace ids or not. */
record Duplicates(Table table, String kind) {

    void refuse(List<JsonNode> inputs) {
        Set<String> seen = new HashSet<>();
        Set<String> twice = new LinkedHashSet<>();
        for (JsonNode input : inputs) {
            String idProperty = Json.text(input, "idProperty");
            if (!kind.equals("create")) {
                note(seen, twice, Lookup.byId(idProperty) ? "" : idProperty, Json.text(input, "id"));
            }
            input.path("properties").fieldNames().forEachRemaining(name -> {
                boolean sameAsId = !kind.equals("create") && name.equals(idProperty);
                if (!sameAsId
                        && table.schema().find(name).filter(Table::identifies).isPresent()) {
                    note(seen, twice, name, Json.text(input.path("properties"), name));
                }
            });
        }
        if (!twice.isEmpty()) {
            throw found(twice);
        }
    }

    static Failure found(Collection<String> ids) {
        return Failure.invalid(
                        "Duplicate IDs found in batch input: [" + String.join(", ", ids) + "]. IDs must be unique")
                .context("ids", ids);
    }

    private static void note(Set<String> seen, Set<String> twice, String property, String value) {
        String same = property.equals("email") ? value.strip().toLowerCase(Locale.ROOT) : value;
        if (!value.isEmpty() && !seen.add(property + "\u0000" + same)) {
            twice.add(same);
        }
    }
}
