package io.smarketing.hubspot.api;

import io.smarketing.core.crm.record.RecordType;
import io.smarketing.core.crm.record.Subject;
import io.smarketing.core.lead.FieldName;
import java.util.Arrays;
import java.util.Optional;

/** One of HubSpot's object types that are kept in step, with what is its own. */
public enum ObjectType {
    CONTACT(Subject.PEOPLE, "contact", Paths.CONTACT, "lastmodifieddate", "email"),
    COMPANY(Subject.COMPANIES, "company", "0-2", "hs_lastmodifieddate", "domain"),
    DEAL(Subject.DEALS, "deal", "0-3", "hs_lastmodifieddate", "");

    private final Subject subject;
    private final RecordType type;
    private final String id;
    private final String stamp;
    private final String matched;

    ObjectType(Subject subject, String word, String id, String stamp, String matched) {
        this.subject = subject;
        this.type = new RecordType(word);
        this.id = id;
        this.stamp = stamp;
        this.matched = matched;
    }

    public static ObjectType of(Subject subject) {
        return Arrays.stream(values())
                .filter(t -> t.subject == subject)
                .findFirst()
                .orElseThrow();
    }

    public Subject subject() {
        return subject;
    }

    public RecordType type() {
        return type;
    }

    /** The word for one such record. */
    public String word() {
        return type.name();
    }

    /** HubSpot's id of it, as its own events report it. */
    public String id() {
        return id;
    }

    /** The property that moves with every change of a record. */
    public String stamp() {
        return stamp;
    }

    /** The property by which a record is matched; empty if only our key tells it. */
    public Optional<FieldName> matched() {
        return matched.isEmpty() ? Optional.empty() : Optional.of(FieldName.of(matched));
    }
}
