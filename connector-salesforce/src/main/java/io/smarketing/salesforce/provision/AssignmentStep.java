package io.smarketing.salesforce.provision;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.smarketing.core.crm.failure.CrmException;
import io.smarketing.core.crm.failure.FailureKind;
import io.smarketing.core.crm.provision.Blueprint;
import io.smarketing.core.crm.provision.Part;
import io.smarketing.http.HttpAnswer;
import io.smarketing.http.HttpAsk;
import io.smarketing.salesforce.error.OrgError;
import io.smarketing.salesforce.rest.Rest;
import io.smarketing.salesforce.soql.Soql;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The integration permission set in the hands of our own user. */
final class AssignmentStep implements Step {

    private static final String KIND = "assignment";
    private static final String NAME = Permissions.INTEGRATION_NAME + " to our own user";

    private static final String BY_HAND =
            "an administrator assigns it in Setup, or grants our user 'Assign Permission Sets'";

    private final Rest rest;
    private final String ourselves;

    AssignmentStep(Rest rest, String ourselves) {
        this.rest = rest;
        this.ourselves = ourselves;
    }

    @Override
    public List<Part> look(Blueprint blueprint) {
        try {
            return List.of(
                    assignments().isEmpty() ? Part.missing(KIND, NAME, "user " + ourselves) : Part.present(KIND, NAME));
        } catch (CrmException e) {
            if (e.kind() != FailureKind.SCHEMA_MISMATCH) {
                throw e;
            }
            // whoever may not look into the set-up may not assign either
            return List.of(Part.there(KIND, NAME, Optional.of("we may not see who has it: " + BY_HAND)));
        }
    }

    private List<JsonNode> assignments() {
        return rest.query("SELECT Id FROM PermissionSetAssignment WHERE AssigneeId = " + Soql.text(ourselves)
                        + " AND PermissionSet.Name = " + Soql.text(Permissions.INTEGRATION_NAME))
                .rows();
    }

    @Override
    public Map<String, String> make(Blueprint blueprint) {
        List<JsonNode> sets = rest.query("SELECT Id FROM PermissionSet WHERE NamespacePrefix = null AND Name = "
                        + Soql.text(Permissions.INTEGRATION_NAME))
                .rows();
        if (sets.isEmpty()) {
            return Map.of(NAME, "there is no permission set " + Permissions.INTEGRATION_NAME + " to assign");
        }
        HttpAsk ask = HttpAsk.postJson(
                        rest.path("/sobjects/PermissionSetAssignment"),
                        JsonNodeFactory.instance
                                .objectNode()
                                .put("AssigneeId", ourselves)
                                .put("PermissionSetId", sets.get(0).path("Id").asText()))
                .answeredBy(400)
                .answeredBy(403);
        try {
            HttpAnswer answer = rest.send(ask);
            return answer.isSuccess() ? Map.of() : Map.of(NAME, refusal(answer));
        } catch (CrmException e) {
            if (e.kind() != FailureKind.UNKNOWN_OUTCOME) {
                throw e;
            }
            return Map.of(NAME, e.getMessage());
        }
    }

    private static String refusal(HttpAnswer answer) {
        String codes = String.join(
                ", ", OrgError.in(answer.body()).stream().map(OrgError::code).toList());
        return "Salesforce refuses it (" + codes + "): " + BY_HAND;
    }
}
