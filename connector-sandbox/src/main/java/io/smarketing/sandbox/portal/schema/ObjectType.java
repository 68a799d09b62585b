package io.smarketing.sandbox.portal.schema;

import io.smarketing.sandbox.portal.wire.Failure;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A kind of record that the portal keeps, by its names and its id. */
public enum ObjectType {
    CONTACTS("contact", "0-1", "lastmodifieddate", "createdate", List.of("email", "firstname", "lastname")),
    COMPANIES("company", "0-2", "hs_lastmodifieddate", "createdate", List.of("name", "domain")),
    DEALS(
            "deal",
            "0-3",
            "hs_lastmodifieddate",
            "createdate",
            List.of("dealname", "amount", "closedate", "dealstage", "pipeline")),
    NOTES("note", "0-46", "hs_lastmodifieddate", "hs_createdate", List.of()),
    TASKS("task", "0-27", "hs_lastmodifieddate", "hs_createdate", List.of()),
    CALLS("call", "0-48", "hs_lastmodifieddate", "hs_createdate", List.of()),
    EMAILS("email", "0-49", "hs_lastmodifieddate", "hs_createdate", List.of()),
    MEETINGS("meeting", "0-47", "hs_lastmodifieddate", "hs_createdate", List.of()),
    COMMUNICATIONS("communication", "0-18", "hs_lastmodifieddate", "hs_createdate", List.of());

    private final String singular;
    private final String id;
    private final String modified;
    private final String created;
    private final List<String> shown;

    ObjectType(String singular, String id, String modified, String created, List<String> shown) {
        this.singular = singular;
        this.id = id;
        this.modified = modified;
        this.created = created;
        this.shown = shown;
    }

    /** The type of that name (singular or plural, any case) or id. */
    public static Optional<ObjectType> find(String named) {
        String word = named.toLowerCase(Locale.ROOT);
        for (ObjectType type : values()) {
            if (type.plural().equals(word) || type.singular.equals(word) || type.id.equals(word)) {
                return Optional.of(type);
            }
        }
        return Optional.empty();
    }

    /** The type that a path names; an unknown one is a 400. */
    public static ObjectType of(String named) {
        return find(named).orElseThrow(() -> Failure.invalid("Unable to infer object type from: " + named));
    }

    public String plural() {
        return name().toLowerCase(Locale.ROOT);
    }

    public String singular() {
        return singular;
    }

    public String id() {
        return id;
    }

    /** The property that bears the time of the last change. */
    public String modified() {
        return modified;
    }

    public String created() {
        return created;
    }

    /** What comes back beside id and stamps when nothing is asked for. */
    public List<String> shown() {
        return shown;
    }

    /** True for what hangs on a contact's timeline. */
    public boolean activity() {
        return ordinal() >= NOTES.ordinal();
    }

    /** The scope for reading or writing such records. */
    public String scope(boolean write) {
        String family = activity() ? CONTACTS.plural() : plural();
        return "crm.objects." + family + (write ? ".write" : ".read");
    }

    /** The scope for reading or changing the definition of such records. */
    public String schemaScope(boolean write) {
        String family = activity() ? CONTACTS.plural() : plural();
        return "crm.schemas." + family + (write ? ".write" : ".read");
    }
}
