package io.smarketing.hubspot.activity;

import com.fasterxml.jackson.databind.JsonNode;
import io.smarketing.core.crm.Schema;
import io.smarketing.core.crm.record.Author;
import io.smarketing.hubspot.read.OwnApps;
import java.util.Optional;
import java.util.Set;

/**
 * Tells what a human did from what a machine did, by the history of the property that the deed has set. HubSpot's list
 * of sources is open: what is not known to be a machine's is taken for a human's. What another app has logged (a
 * telephone system, say) counts if it stands under a person's name.
 */
record Humans(Schema schema, OwnApps ownApps) {

    private static final Set<String> MACHINES = Set.of(
            "AUTOMATION_PLATFORM",
            "AUTOMATION_JOURNEY",
            "WORKFLOWS",
            "SEQUENCES",
            "BOT",
            "IMPORT",
            "MIGRATION",
            "CALCULATED",
            "MERGE_CONTACTS",
            "MERGE_OBJECTS");

    /** True if an entry stands for a human's deed on a record of that owner. */
    boolean did(JsonNode entry, String owner) {
        if (isMachine(entry)) {
            return false;
        }
        boolean otherApp = OwnApps.isByApp(entry) && ownApps.author(entry) == Author.SOMEBODY_ELSE;
        return !OwnApps.isByApp(entry) || (otherApp && schema.ownerEmail(owner).isPresent());
    }

    /** True if somebody set the value by an edit: not we, no automation, no merge. */
    boolean edited(JsonNode entry) {
        return !isMachine(entry) && ownApps.author(entry) == Author.SOMEBODY_ELSE;
    }

    /** HubSpot's id of the user who made an entry. */
    static Optional<String> user(JsonNode entry) {
        String source = entry.path("sourceId").asText("");
        String user = entry.path("updatedByUserId").asText("");
        return Optional.of(user.isEmpty() && source.startsWith("userId:") ? source.substring(7) : user)
                .filter(id -> !id.isEmpty());
    }

    private static boolean isMachine(JsonNode entry) {
        return MACHINES.contains(entry.path("sourceType").asText());
    }
}
