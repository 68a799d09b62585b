package io.smarketing.hubspot.api;

import io.smarketing.http.HttpAsk;
import java.util.Collection;

/**
 * HubSpot's paths under one dated version; their shapes differ per area, so each area has its own line here.
 *
 * @param version such as {@code 2026-09}
 */
public record Paths(String version) {

    /** HubSpot's ids of object types, as its own events report them. */
    public static final String CONTACT = "0-1";

    public static final String NOTE = "0-46";
    public static final String TASK = "0-27";
    public static final String MEETING = "0-47";
    public static final String CALL = "0-48";
    public static final String EMAIL = "0-49";

    public String token() {
        return "/oauth/" + version + "/token";
    }

    public String accountDetails() {
        return "/account-info/" + version + "/details";
    }

    public String properties(String type) {
        return "/crm/properties/" + version + "/" + type;
    }

    public String property(String type, String name) {
        return properties(type) + "/" + HttpAsk.encode(name);
    }

    /** How many custom properties each object type has and may have. */
    public String propertyLimits() {
        return "/crm/limits/" + version + "/custom-properties";
    }

    public String propertyGroups(String type) {
        return properties(type) + "/groups";
    }

    public String createProperties(String type) {
        return properties(type) + "/batch/create";
    }

    /** A page of owners; {@code after} is blank for the first one. */
    public String owners(String after) {
        return "/crm/owners/" + version + "?limit=100" + after(after);
    }

    /** A page of all records; {@code after} is blank for the first one. */
    public String list(String type, Collection<String> properties, String after) {
        return objects(type) + "?limit=100&properties=" + HttpAsk.encode(String.join(",", properties)) + after(after);
    }

    /** A page of archived records, in an order that nobody promises. */
    public String archived(String type, String after) {
        return objects(type) + "?limit=100&archived=true&properties=hs_object_id" + after(after);
    }

    public String record(String type, String id) {
        return objects(type) + "/" + HttpAsk.encode(id);
    }

    public String search(String type) {
        return objects(type) + "/search";
    }

    /** {@code read}, {@code create}, {@code update}, {@code upsert} or {@code archive}. */
    public String batch(String type, String action) {
        return objects(type) + "/batch/" + action;
    }

    /** {@code read}, {@code create} or {@code archive} the links from records of one type to those of another. */
    public String links(String from, String to, String action) {
        return "/crm/associations/" + version + "/" + from + "/" + to + "/batch/" + action;
    }

    /** A page of all marketing campaigns. */
    public String campaigns(Collection<String> properties, String after) {
        return "/marketing/campaigns/" + version + "?limit=100&properties="
                + HttpAsk.encode(String.join(",", properties)) + after(after);
    }

    /** A page of the contacts that a campaign has influenced. */
    public String influenced(String campaign, String after) {
        return "/marketing/campaigns/" + version + "/" + HttpAsk.encode(campaign)
                + "/reports/contacts/influencedContacts?limit=100" + after(after);
    }

    /** How many people a campaign has. */
    public String metrics(String campaign) {
        return "/marketing/campaigns/" + version + "/" + HttpAsk.encode(campaign) + "/reports/metrics";
    }

    /** What was sold by a campaign. */
    public String revenue(String campaign) {
        return "/marketing/campaigns/" + version + "/" + HttpAsk.encode(campaign) + "/reports/revenue";
    }

    /** All records of a type: where one is made. */
    public String objects(String type) {
        return "/crm/objects/" + version + "/" + type;
    }

    private static String after(String after) {
        return after.isEmpty() ? "" : "&after=" + HttpAsk.encode(after);
    }
}
