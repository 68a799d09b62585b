package io.smarketing.hubspot.schema;

import com.fasterxml.jackson.databind.JsonNode;
import io.smarketing.core.crm.Schema;
import io.smarketing.core.crm.record.RecordType;
import io.smarketing.core.lead.Email;
import io.smarketing.core.lead.FieldName;
import io.smarketing.core.lead.FieldSpec;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** A portal's contact properties and active owners, as read when it was opened. */
public final class ContactSchema implements Schema {

    /** HubSpot's contacts: the one type that holds a person. */
    public static final RecordType CONTACT = new RecordType("contact");

    private final Map<FieldName, FieldSpec> fields;
    private final Map<String, Email> emailByOwner;
    private final Map<Email, String> ownerByEmail = new HashMap<>();

    public ContactSchema(Map<FieldName, FieldSpec> fields, Map<String, Email> emailByOwner) {
        this.fields = Map.copyOf(fields);
        this.emailByOwner = Map.copyOf(emailByOwner);
        this.emailByOwner.forEach((id, email) -> ownerByEmail.put(email, id));
    }

    /** Of property definitions and owners, as HubSpot tells them. */
    static ContactSchema of(JsonNode definitions, JsonNode owners) {
        Map<String, Email> people = new HashMap<>();
        for (JsonNode one : owners) {
            if (!one.path("type").asText().equals("QUEUE")) {
                Email.in(one.path("email").asText(""))
                        .ifPresent(e -> people.put(one.path("id").asText(), e));
            }
        }
        return new ContactSchema(fields(definitions), people);
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
        return type.equals(CONTACT) ? fields : Map.of();
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
