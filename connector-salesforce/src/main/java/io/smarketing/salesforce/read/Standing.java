package io.smarketing.salesforce.read;

import com.fasterxml.jackson.databind.JsonNode;
import io.smarketing.core.crm.record.RecordType;
import io.smarketing.salesforce.schema.OrgTypes;
import java.util.List;
import java.util.Optional;

/**
 * What a row says of its record, apart from its values.
 *
 * @param lives true if the record is to be kept in step: neither deleted nor converted
 * @param now the id of the record that it has become, by conversion or merge; empty if it lives or is gone
 */
record Standing(boolean lives, Optional<String> now) {

    /** The columns that tell it, among all that a type has. */
    static List<String> columns(RecordType type) {
        if (type.equals(OrgTypes.LEAD)) {
            return List.of("IsDeleted", "MasterRecordId", "IsConverted", "ConvertedContactId");
        }
        // opportunities are never merged
        return type.equals(OrgTypes.OPPORTUNITY) ? List.of("IsDeleted") : List.of("IsDeleted", "MasterRecordId");
    }

    /** A converted lead has become its contact, even if the lead itself was deleted later. */
    static Standing of(JsonNode row) {
        boolean deleted = row.path("IsDeleted").asBoolean();
        boolean converted = row.path("IsConverted").asBoolean();
        // a record that was taken out of the recycle bin is nobody's loser any more
        String master = deleted ? row.path("MasterRecordId").asText("") : "";
        String contact = converted ? row.path("ConvertedContactId").asText("") : "";
        String now = master.isEmpty() ? contact : master;
        return new Standing(!deleted && !converted, Optional.of(now).filter(id -> !id.isEmpty()));
    }
}
