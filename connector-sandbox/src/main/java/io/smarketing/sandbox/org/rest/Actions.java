package io.smarketing.sandbox.org.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smarketing.sandbox.kernel.Answer;
import io.smarketing.sandbox.org.data.Row;
import io.smarketing.sandbox.org.data.Store;
import io.smarketing.sandbox.org.error.Fault;
import io.smarketing.sandbox.org.error.OrgError;
import io.smarketing.sandbox.org.write.Actor;
import io.smarketing.sandbox.org.write.Actors;
import io.smarketing.sandbox.org.write.LeadConversion;

/** {@code /actions/standard/convertLead}: leads converted over REST, up to 100 in a call. */
final class Actions implements Resource {

    private static final int MOST = 100;

    private final Store store;
    private final LeadConversion conversion;
    private final Actors actors;

    Actions(Parts parts) {
        this.store = parts.store();
        this.conversion = parts.conversion();
        this.actors = parts.actors();
    }

    @Override
    public Answer answer(Call call) throws OrgError {
        if (!call.part(1).equals("standard") || !call.part(2).equals("convertLead")) {
            throw OrgError.notFound();
        }
        if (!call.method().equals("POST")) {
            throw SObjects.notAllowed(call);
        }
        JsonNode inputs = call.body().path("inputs");
        if (inputs.size() > MOST) {
            throw OrgError.bad("LIMIT_EXCEEDED", "at most " + MOST + " leads are converted in one call");
        }
        ArrayNode body = Json.array();
        Actor by = actors.of(call.ask());
        inputs.forEach(input -> body.add(one(input, by)));
        return Json.ok(body);
    }

    private ObjectNode one(JsonNode input, Actor by) {
        ObjectNode result = Json.object().put("actionName", "convertLead");
        int mark = store.mark();
        try {
            String leadId = input.path("leadId").asText("");
            Row lead = store.row(leadId)
                    .filter(r -> r.type().name().equals("Lead"))
                    .orElseThrow(() -> OrgError.bad("INVALID_CROSS_REFERENCE_KEY", "invalid cross reference id"));
            LeadConversion.Converted became = conversion.convert(lead, wish(input), by);
            result.putNull("errors").put("isSuccess", true);
            result.putObject("outputValues")
                    .put("leadId", lead.id())
                    .put("accountId", became.accountId())
                    .put("contactId", became.contactId())
                    .put("opportunityId", became.opportunityId().isEmpty() ? null : became.opportunityId());
        } catch (OrgError e) {
            store.rollback(mark);
            ArrayNode errors = result.putArray("errors");
            for (Fault fault : e.faults()) {
                errors.addObject()
                        .put("statusCode", fault.code())
                        .put("message", fault.message())
                        .putArray("fields");
            }
            result.put("isSuccess", false).putNull("outputValues");
        }
        return result;
    }

    private static LeadConversion.Wish wish(JsonNode input) {
        return new LeadConversion.Wish(
                input.path("convertedStatus").asText(""),
                input.path("accountId").asText(""),
                input.path("contactId").asText(""),
                input.path("ownerId").asText(""),
                input.path("createOpportunity").asBoolean(true),
                input.path("opportunityName").asText(""));
    }
}
