package io.smarketing.hubspot.feed;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smarketing.http.Bucket;
import io.smarketing.http.HttpAsk;
import io.smarketing.hubspot.api.Api;
import java.time.Instant;
import java.util.Collection;

/** One search in the making: filters that must all hold, by ascending record id. */
final class Search {

    private static final String ID = "hs_object_id";
    private static final int ROWS_A_CALL = 200;

    private final ObjectNode query = JsonNodeFactory.instance.objectNode();
    private final ArrayNode filters = query.putArray("filterGroups").addObject().putArray("filters");

    Search(Collection<String> properties) {
        query.putArray("sorts").addObject().put("propertyName", ID).put("direction", "ASCENDING");
        ArrayNode names = query.putArray("properties");
        properties.forEach(names::add);
        query.put("limit", ROWS_A_CALL);
    }

    /** A time that must be {@code GT}, {@code GTE} or {@code LTE} another. */
    Search where(String property, String operator, Instant time) {
        return where(property, operator, Long.toString(time.toEpochMilli()));
    }

    /** Only what comes after that id; all, if it is blank. */
    Search after(String id) {
        return id.isEmpty() ? this : where(ID, "GT", id);
    }

    Search limit(int rows) {
        query.put("limit", rows);
        return this;
    }

    HttpAsk ask(Api api, String type) {
        return HttpAsk.postJson(api.paths().search(type), query).mayRepeat().in(Bucket.SEARCH);
    }

    private Search where(String property, String operator, String value) {
        filters.addObject()
                .put("propertyName", property)
                .put("operator", operator)
                .put("value", value);
        return this;
    }
}
