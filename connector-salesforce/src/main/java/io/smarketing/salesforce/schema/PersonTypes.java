package io.smarketing.salesforce.schema;

import io.smarketing.core.crm.record.RecordType;
import java.util.List;

/** The two kinds of record that hold a person. */
public final class PersonTypes {

    /** A person who belongs to an account. */
    public static final RecordType CONTACT = new RecordType("Contact");

    /** A person not qualified yet. */
    public static final RecordType LEAD = new RecordType("Lead");

    /** Both, the preferred one first. */
    public static final List<RecordType> ALL = List.of(CONTACT, LEAD);

    /** How the id of a user begins. */
    public static final String USER = "005";

    private PersonTypes() {}

    /** The type of an id, by its first characters; a lead unless it is a contact's. */
    public static RecordType ofId(String id) {
        return id.startsWith("003") ? CONTACT : LEAD;
    }
}
