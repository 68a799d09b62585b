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

    public String contactProperties() {
        return "/crm/properties/" + version + "/" + CONTACT;
    }

    public String contactProperty(String name) {
        return contactProperties() + "/" + HttpAsk.encode(name);
    }

    /** How many custom properties each object type has and may have. */
    public String propertyLimits() {
        return "/crm/limits/" + version + "/custom-properties";
    }

    public String contactPropertyGroups() {
        return contactProperties() + "/groups";
    }

    public String createContactProperties() {
        return contactProperties() + "/batch/create";
    }

    /** A page of owners; {@code after} is blank for the first one. */
    public String owners(String after) {
        return "/crm/owners/" + version + "?limit=100" + after(after);
    }

    /** A page of all contacts; {@code after} is blank for the first one. */
    public String listContacts(Collection<String> properties, String after) {
        return contacts() + "?limit=100&properties=" + HttpAsk.encode(String.join(",", properties)) + after(after);
    }

    /** A page of archived contacts, in an order that nobody promises. */
    public String archivedContacts(String after) {
        return contacts() + "?limit=100&archived=true&properties=hs_object_id" + after(after);
    }

    public String contact(String id) {
        return contacts() + "/" + HttpAsk.encode(id);
    }

    public String searchContacts() {
        return search(CONTACT);
    }

    public String search(String type) {
        return objects(type) + "/search";
    }

    /** Of contacts: {@code read}, {@code update}, {@code upsert} or {@code archive}. */
    public String batch(String action) {
        return contacts() + "/batch/" + action;
    }

    /** A batch read of another object type, by its id. */
    public String batchRead(String type) {
        return objects(type) + "/batch/read";
    }

    /** Which records of one type are linked to which of another. */
    public String links(String from, String to) {
        return "/crm/associations/" + version + "/" + from + "/" + to + "/batch/read";
    }

    private String contacts() {
        return objects(CONTACT);
    }

    private String objects(String type) {
        return "/crm/objects/" + version + "/" + type;
    }

    private static String after(String after) {
        return after.isEmpty() ? "" : "&after=" + HttpAsk.encode(after);
    }
}
