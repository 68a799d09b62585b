package io.smarketing.hubspot.read;

import com.fasterxml.jackson.databind.JsonNode;
import io.smarketing.core.crm.Schema;
import io.smarketing.core.lead.FieldName;
import io.smarketing.hubspot.api.ObjectType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Since when a human owns a contact. A queue is nobody, and so is a user who is gone. */
record Ownership(Schema schema) {

    private static final FieldName OWNER = FieldName.of("hubspot_owner_id");

    /** Not every tier has it. */
    private static final FieldName ASSIGNED = FieldName.of("hubspot_owner_assigneddate");

    /** What must be asked for. */
    List<FieldName> properties() {
        return List.of(OWNER, ASSIGNED).stream()
                .filter(schema.fields(ObjectType.CONTACT.type())::containsKey)
                .toList();
    }

    /** The date of the assignment, else the contact's stamp; empty if nobody owns it. */
    Optional<Instant> since(JsonNode properties, Instant stamp) {
        String assigned = properties.path(ASSIGNED.text()).asText("");
        return schema.ownerEmail(properties.path(OWNER.text()).asText(""))
                .map(owner -> assigned.isEmpty() ? stamp : Shape.instant(assigned));
    }
}
