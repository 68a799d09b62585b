package io.smarketing.sandbox.portal.about;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smarketing.sandbox.kernel.Answer;
import io.smarketing.sandbox.portal.desk.Desk;
import io.smarketing.sandbox.portal.desk.Lookup;
import io.smarketing.sandbox.portal.desk.Pages;
import io.smarketing.sandbox.portal.store.Campaigns;
import io.smarketing.sandbox.portal.store.Campaigns.Campaign;
import io.smarketing.sandbox.portal.wire.Call;
import io.smarketing.sandbox.portal.wire.Json;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/** The campaigns area: what campaigns there are, and which contacts each has influenced. */
public record CampaignsApi(Desk desk) {

    private static final Set<String> REPORTS = Set.of("contactFirstTouch", "contactLastTouch", "influencedContacts");

    public Answer handle(Call call) {
        call.caller().require("marketing.campaigns.read");
        if (!call.method().equals("GET")) {
            throw call.notAllowed();
        }
        return switch (call.size()) {
            case 0 -> list(call);
            case 1 -> Json.answer(200, json(found(call), call));
            default -> influenced(call);
        };
    }

    private Answer list(Call call) {
        int limit = call.number("limit", 50, 100);
        List<Campaign> campaigns = campaigns().after(call.param("after"));
        ObjectNode body = Json.object().put("total", campaigns().after("").size());
        ArrayNode results = body.putArray("results");
        campaigns.stream().limit(limit).forEach(c -> results.add(json(c, call)));
        if (campaigns.size() > limit) {
            Pages.next(body, call, campaigns.get(limit - 1).id());
        }
        return Json.answer(200, body);
    }

    private Answer influenced(Call call) {
        if (call.at(1).equals("reports") && call.at(2).equals("revenue")) {
            return revenue(call);
        }
        if (call.at(1).equals("reports") && call.at(2).equals("metrics")) {
            return metrics(call);
        }
        if (!call.at(1).equals("reports") || !call.at(2).equals("contacts") || !REPORTS.contains(call.at(3))) {
            throw call.notAllowed();
        }
        int limit = call.number("limit", 100, 100);
        long after = Lookup.number(call.param("after")).orElse(0L);
        List<Long> contacts = found(call).influenced().stream()
                .filter(id -> id > after)
                .sorted()
                .toList();
        ObjectNode body = Json.object();
        ArrayNode results = body.putArray("results");
        contacts.stream().limit(limit).forEach(id -> results.addObject().put("id", Long.toString(id)));
        if (contacts.size() > limit) {
            Pages.next(body, call, Long.toString(contacts.get(limit - 1)));
        }
        return Json.answer(200, body);
    }

    /** Whatever the file says: how HubSpot attributes revenue is its own affair. */
    private Answer revenue(Call call) {
        String amount = found(call).properties().getOrDefault("revenue_amount", "0");
        ObjectNode body = Json.object();
        body.put("revenueAmount", new BigDecimal(amount));
        return Json.answer(200, body);
    }

    /** Sessions are not told apart here, and everybody came by no other campaign. */
    private Answer metrics(Call call) {
        int people = found(call).influenced().size();
        ObjectNode body = Json.object();
        body.put("sessions", 0);
        body.put("newContactsFirstTouch", people);
        body.put("newContactsLastTouch", people);
        body.put("influencedContacts", people);
        return Json.answer(200, body);
    }

    private Campaigns campaigns() {
        return desk.crm().campaigns();
    }

    private Campaign found(Call call) {
        return campaigns().find(call.at(0)).orElseThrow(() -> Lookup.missing(call.at(0)));
    }

    private static ObjectNode json(Campaign campaign, Call call) {
        ObjectNode node = Json.object().put("id", campaign.id());
        ObjectNode properties = node.putObject("properties");
        call.names("properties").stream()
                .filter(campaign.properties()::containsKey)
                .forEach(name -> properties.put(name, campaign.properties().get(name)));
        node.put("createdAt", Instant.ofEpochMilli(campaign.createdAt()).toString());
        node.put("updatedAt", Instant.ofEpochMilli(campaign.updatedAt()).toString());
        return node;
    }
}
