package io.smarketing.daemon.command.demo;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smarketing.sandbox.kernel.Ask;
import io.smarketing.sandbox.server.Sandbox;
import io.smarketing.sandbox.server.SandboxAccess;
import java.io.PrintWriter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;

/** How to edit one person in either CRM of a running demo, and see it in the other: commands to copy. */
record EditHints(SandboxAccess access, String contact, String lead) {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String CONTACTS = "/crm/objects/2026-03/contacts";
    private static final String LEADS = "/services/data/v66.0/sobjects/Lead/";

    /** About the first contact who is a lead in Salesforce; empty if there is none. */
    static Optional<EditHints> of(Sandbox sandbox) {
        Ask list = new Ask(
                "GET",
                CONTACTS,
                Map.of("limit", List.of("100"), "properties", List.of("email")),
                Map.of("authorization", "Bearer " + sandbox.access().hubspot().token()),
                "");
        try {
            JsonNode contacts =
                    JSON.readTree(sandbox.portal().handle(list).body()).path("results");
            return StreamSupport.stream(contacts.spliterator(), false)
                    .flatMap(c -> sandbox
                            .org()
                            .insider()
                            .find("Lead", c.at("/properties/email").asText())
                            .stream()
                            .limit(1)
                            .map(lead ->
                                    new EditHints(sandbox.access(), c.path("id").asText(), lead)))
                    .findFirst();
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }

    void print(PrintWriter out) {
        String hubspot = access.hubspot().url() + CONTACTS + "/" + contact;
        String salesforce = access.salesforce().url() + LEADS + lead;
        out.println("Edit somebody in HubSpot, and look in Salesforce some seconds later:");
        edit(out, hubspot, access.hubspot().token(), "{\"properties\":{\"jobtitle\":\"Edited in HubSpot\"}}");
        look(out, salesforce + "?fields=Title,City", access.salesforce().accessToken());
        out.println("  It shows \"Title\":\"Edited in HubSpot\".");
        out.println("And the other way round:");
        edit(out, salesforce, access.salesforce().accessToken(), "{\"City\":\"Edited in Salesforce\"}");
        look(out, hubspot + "?properties=jobtitle,city", access.hubspot().token());
        out.println("  It shows \"city\":\"Edited in Salesforce\".");
    }

    /** The header has the portal take it for an automation's edit, not the connector's; the org knows no such header. */
    private static void edit(PrintWriter out, String url, String token, String body) {
        out.println("  curl -sS -X PATCH '" + url + "' -H 'Authorization: Bearer " + token
                + "' -H 'X-Sandbox-User: workflow' -H 'Content-Type: application/json' -d '" + body + "'");
    }

    private static void look(PrintWriter out, String url, String token) {
        out.println("  curl -sS '" + url + "' -H 'Authorization: Bearer " + token + "'");
    }
}
