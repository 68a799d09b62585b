package io.smarketing.hubspot.read;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smarketing.http.Bucket;
import io.smarketing.http.HttpAsk;
import io.smarketing.hubspot.api.Api;
import java.time.Instant;
import java.util.Collection;

/** One search in the making: filters that must all hold, or all of another group, by ascending record id. */
public final class Search {

    /** HubSpot refuses a longer body. */
    public static final int LONGEST = 3_000;

    private static final String ID = "hs_object_id";
    private static final int ROWS_A_CALL = 200;

    private final ObjectNode query = JsonNodeFactory.instance.objectNode();
    private final ArrayNode groups = query.putArray("filterGroups");
    private ArrayNode filters = groups.addObject().putArray("filters");

    public Search(Collection<String> properties) {
        query.putArray("sorts").addObject().put("propertyName", ID).put("direction", "ASCENDING");
        ArrayNode names = query.putArray("properties");
        properties.forEach(names::add);
        query.put("limit", ROWS_A_CALL);
    }

    /** A time that must be {@code GT}, {@code GTE} or {@code LTE} another. */
    public Search where(String property, String operator, Instant time) {
        return where(property, operator, Long.toString(time.toEpochMilli()));
    }

    /** A value that must be one of these, which are lower-case. */
    public Search in(String property, Collection<String> values) {
        ArrayNode list = filter(property, "IN").putArray("values");
        values.forEach(list::add);
        return this;
    }

    /** Only what comes after that id; all, if it is blank. */
    public Search after(String id) {
        return id.isEmpty() ? this : where(ID, "GT", id);
    }

    /** What follows is another way to be found. */
    public Search or() {
        filters = groups.addObject().putArray("filters");
        return this;
    }

    public Search limit(int rows) {
        query.put("limit", rows);
        return this;
    }

    public HttpAsk ask(Api api, String type) {
        return HttpAsk.postJson(api.paths().search(type), query).mayRepeat().in(Bucket.SEARCH);
    }

    private Search where(String property, String operator, String value) {
        filter(property, operator).put("value", value);
        return this;
    }

    private ObjectNode filter(String property, String operator) {
        return filters.addObject().put("propertyName", property).put("operator", operator);
    }
}
