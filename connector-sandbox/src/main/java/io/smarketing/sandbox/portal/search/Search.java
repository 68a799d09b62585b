package io.smarketing.sandbox.portal.search;

import com.fasterxml.jackson.databind.JsonNode;
import io.smarketing.sandbox.portal.schema.Property;
import io.smarketing.sandbox.portal.store.Crm;
import io.smarketing.sandbox.portal.store.StoredRecord;
import io.smarketing.sandbox.portal.store.Table;
import io.smarketing.sandbox.portal.wire.Failure;
import io.smarketing.sandbox.portal.wire.Json;
import io.smarketing.sandbox.portal.wire.Quirks;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** One search over one type of records, as a request's body words it. */
public record Search(Crm crm, Table table, JsonNode body) {

    private static final int LONGEST = 3_000;
    private static final int DEEPEST = 10_000;
    private static final Map<String, List<String>> LOOKED_IN = Map.of(
            "contacts",
            List.of("firstname", "lastname", "email", "phone", "hs_additional_emails", "company", "mobilephone"),
            "companies",
            List.of("name", "domain", "website", "phone"),
            "deals",
            List.of("dealname"));

    /** Refuses a body that is too long before it is read. */
    public static void requireShort(String body) {
        if (body.length() > LONGEST) {
            throw Failure.invalid("The request body is longer than 3,000 characters");
        }
    }

    public Found run() {
        requireBounds();
        int limit = whole("limit", 10, 1, 200);
        int after = whole("after", 0, 0, Integer.MAX_VALUE);
        if ((long) after + limit > DEEPEST) {
            throw Failure.invalid("The results of a search cannot be paged beyond 10,000");
        }
        Predicate<StoredRecord> test =
                new Filters(crm, table).any(body.path("filterGroups")).and(query());
        List<StoredRecord> hits = new ArrayList<>();
        for (StoredRecord record : table.searchable()) {
            if (test.test(record)) {
                hits.add(record);
            }
        }
        Comparator<StoredRecord> order = order();
        if (order != null) {
            hits.sort(order);
        }
        int from = Math.min(after, hits.size());
        int to = Math.min(from + limit, hits.size());
        boolean capped = crm.quirks().is(Quirks.SEARCH_TOTAL, "capped");
        int total = capped ? Math.min(hits.size(), DEEPEST) : hits.size();
        return new Found(total, List.copyOf(hits.subList(from, to)), to < hits.size() ? to : -1);
    }

    private void requireBounds() {
        int filters = 0;
        for (JsonNode group : body.path("filterGroups")) {
            int here = group.path("filters").size();
            filters += here;
            if (here > 6) {
                throw Failure.invalid("A filter group takes at most 6 filters");
            }
        }
        if (filters > 18 || body.path("filterGroups").size() > 5) {
            throw Failure.invalid("A search takes at most 5 filter groups and 18 filters");
        }
        if (body.path("sorts").size() > 1) {
            throw Failure.invalid("A search takes at most one sort");
        }
    }

    private Predicate<StoredRecord> query() {
        String query = Json.text(body, "query");
        if (query.isBlank()) {
            return record -> true;
        }
        int[] slots = LOOKED_IN.getOrDefault(table.type().plural(), List.of()).stream()
                .mapToInt(table.schema()::slot)
                .toArray();
        return new Words(query).beginIn(slots);
    }

    /** The asked order; null means that of the ids, in which the records already stand. */
    private @Nullable Comparator<StoredRecord> order() {
        JsonNode sort = body.path("sorts").path(0);
        if (sort.isMissingNode()) {
            return null;
        }
        String text = sort.isTextual() ? sort.asText() : Json.text(sort, "propertyName");
        boolean down = text.startsWith("-") || Json.text(sort, "direction").equals("DESCENDING");
        String name = text.startsWith("-") ? text.substring(1) : text;
        Property property = table.schema()
                .find(name)
                .orElseThrow(() -> Failure.invalid("There was a problem with the request: no property named " + name));
        Comparator<StoredRecord> order = new Scale(property).order();
        return down ? order.reversed() : order;
    }

    private int whole(String name, int fallback, int least, int most) {
        String text = Json.text(body, name);
        if (text.isEmpty()) {
            return fallback;
        }
        if (!text.matches("\\d{1,9}") || Integer.parseInt(text) < least || Integer.parseInt(text) > most) {
            throw Failure.invalid("Invalid " + name + ": " + text);
        }
        return Integer.parseInt(text);
    }

    /**
     * One page of hits.
     *
     * @param total all that match
     * @param next where the next page begins, or -1
     */
    public record Found(int total, List<StoredRecord> rows, int next) {}
}
