package io.smarketing.salesforce.schema;

import com.fasterxml.jackson.databind.JsonNode;
import io.smarketing.core.crm.failure.CrmException;
import io.smarketing.core.crm.record.RecordType;
import io.smarketing.core.lead.FieldName;
import io.smarketing.salesforce.rest.Rest;
import io.smarketing.salesforce.soql.Soql;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The org's permission sets, asked for only where a permission is missing. */
public record PermissionSets(Rest rest) {

    /** What to do so that we may see and write the field. */
    String remedy(RecordType type, FieldName field) {
        String granting = granting(type + "." + field);
        return granting.isEmpty()
                ? "grant the integration user access to it by a permission set ('Smarketing Integration', which"
                        + " provision makes, holds the connector's own fields)"
                : "assign the integration user a permission set that grants it: " + granting;
    }

    /** Those that grant it, with what they grant; empty if there is none, or we may not look into the set-up. */
    private String granting(String field) {
        String soql = "SELECT Parent.Label, PermissionsEdit FROM FieldPermissions WHERE Field = " + Soql.text(field)
                + " AND PermissionsRead = true AND Parent.IsOwnedByProfile = false";
        try {
            List<JsonNode> rows = rest.query(soql).rows();
            return rows.stream()
                    .map(row -> "'" + row.path("Parent").path("Label").asText() + "'"
                            + (row.path("PermissionsEdit").asBoolean() ? "" : " (to read)"))
                    .collect(Collectors.toCollection(TreeSet::new))
                    .stream()
                    .limit(3)
                    .collect(Collectors.joining(", "));
        } catch (CrmException e) {
            return "";
        }
    }
}
