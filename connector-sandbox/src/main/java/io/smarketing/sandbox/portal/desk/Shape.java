package io.smarketing.sandbox.portal.desk;

import com.fasterxml.jackson.databind.JsonNode;
import io.smarketing.sandbox.portal.schema.ObjectType;
import io.smarketing.sandbox.portal.schema.Property;
import io.smarketing.sandbox.portal.schema.Schema;
import io.smarketing.sandbox.portal.wire.Call;
import io.smarketing.sandbox.portal.wire.Json;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What of a record a caller wants to see; names that the portal does not know are passed over. */
public record Shape(Set<Property> properties, List<Property> history, List<ObjectType> associations) {

    public static Shape ofQuery(Schema schema, Call call) {
        List<ObjectType> types =
                call.names("associations").stream().map(ObjectType::of).toList();
        return of(schema, call.names("properties"), call.names("propertiesWithHistory"), types);
    }

    public static Shape ofBody(Schema schema, JsonNode body) {
        return of(schema, Json.list(body, "properties"), Json.list(body, "propertiesWithHistory"), List.of());
    }

    /** What the answer to a write shows: the usual, and all that was written. */
    public static Shape ofWrite(Schema schema, Collection<String> written) {
        List<String> names = new ArrayList<>(schema.type().shown());
        names.addAll(written);
        return of(schema, names, List.of(), List.of());
    }

    private static Shape of(
            Schema schema, Collection<String> names, List<String> history, List<ObjectType> associations) {
        Set<Property> shown = new LinkedHashSet<>();
        List<String> asked = new ArrayList<>(names.isEmpty() ? schema.type().shown() : names);
        asked.add(schema.type().created());
        asked.add("hs_object_id");
        asked.add(schema.type().modified());
        asked.forEach(name -> schema.find(name).ifPresent(shown::add));
        List<Property> told =
                history.stream().flatMap(name -> schema.find(name).stream()).toList();
        return new Shape(shown, told, associations);
    }
}
