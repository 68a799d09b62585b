package io.smarketing.hubspot.schema;

import com.fasterxml.jackson.databind.JsonNode;
import io.smarketing.core.crm.Schema;
import io.smarketing.core.crm.open.Wanted;
import io.smarketing.core.crm.record.RecordType;
import io.smarketing.core.lead.Email;
import io.smarketing.core.lead.FieldName;
import io.smarketing.core.lead.FieldSpec;
import io.smarketing.hubspot.api.ObjectType;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** What a portal's object types hold, and its active owners, as read when it was opened. */
public final class PortalSchema implements Schema {

    private final Map<RecordType, Map<FieldName, FieldSpec>> fields;
    private final Map<String, Email> emailByOwner;
    private final Map<Email, String> ownerByEmail = new HashMap<>();
    private final ZoneId zone;

    private PortalSchema(
            Map<RecordType, Map<FieldName, FieldSpec>> fields, Map<String, Email> emailByOwner, ZoneId zone) {
        this.fields = Map.copyOf(fields);
        this.emailByOwner = Map.copyOf(emailByOwner);
        this.zone = zone;
        this.emailByOwner.forEach((id, email) -> ownerByEmail.put(email, id));
    }

    /** Of property definitions and owners, as HubSpot tells them; with the places of relations that are wanted. */
    static PortalSchema of(Map<ObjectType, JsonNode> definitions, JsonNode owners, Wanted wanted, ZoneId zone) {
        Map<String, Email> people = new HashMap<>();
        for (JsonNode one : owners) {
            if (!one.path("type").asText().equals("QUEUE")) {
                Email.in(one.path("email").asText(""))
                        .ifPresent(e -> people.put(one.path("id").asText(), e));
            }
        }
        Map<ObjectType, Map<FieldName, FieldSpec>> properties = new EnumMap<>(ObjectType.class);
        definitions.forEach((type, told) -> properties.put(type, fields(told)));
        Map<RecordType, Map<FieldName, FieldSpec>> all = new HashMap<>();
        properties.forEach((type, own) -> {
            Map<FieldName, FieldSpec> whole = new LinkedHashMap<>(own);
            whole.putAll(new RelationPlaces(wanted, properties).of(type));
            all.put(type.type(), whole);
        });
        return new PortalSchema(all, people, zone);
    }

    /** The fields of a list of property definitions. */
    public static Map<FieldName, FieldSpec> fields(JsonNode definitions) {
        Map<FieldName, FieldSpec> fields = new LinkedHashMap<>();
        for (JsonNode one : definitions) {
            FieldSpec spec = new PropertyDefinition(one).spec();
            fields.put(spec.name(), spec);
        }
        return fields;
    }

    @Override
    public Map<FieldName, FieldSpec> fields(RecordType type) {
        return fields.getOrDefault(type, Map.of());
    }

    @Override
    public ZoneId zone() {
        return zone;
    }

    @Override
    public Optional<Email> ownerEmail(String ownerId) {
        return Optional.ofNullable(emailByOwner.get(ownerId));
    }

    @Override
    public Optional<String> ownerId(Email email) {
        return Optional.ofNullable(ownerByEmail.get(email));
    }
}
