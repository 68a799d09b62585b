package io.smarketing.salesforce.schema;

import io.smarketing.core.crm.record.RecordType;
import io.smarketing.core.crm.record.Subject;
import java.util.List;
import java.util.Map;

/** The kinds of record that are kept in step. */
public final class OrgTypes {

    /** A person who belongs to an account. */
    public static final RecordType CONTACT = new RecordType("Contact");

    /** A person not qualified yet. */
    public static final RecordType LEAD = new RecordType("Lead");

    /** A company. */
    public static final RecordType ACCOUNT = new RecordType("Account");

    /** A deal. */
    public static final RecordType OPPORTUNITY = new RecordType("Opportunity");

    /** How the id of a user begins. */
    public static final String USER = "005";

    private static final int PREFIX = 3;

    private static final Map<String, RecordType> BY_PREFIX =
            Map.of("003", CONTACT, "00Q", LEAD, "001", ACCOUNT, "006", OPPORTUNITY);

    private OrgTypes() {}

    /** The types that hold a subject, the preferred one first. */
    public static List<RecordType> of(Subject subject) {
        return switch (subject) {
            case PEOPLE -> List.of(CONTACT, LEAD);
            case COMPANIES -> List.of(ACCOUNT);
            case DEALS -> List.of(OPPORTUNITY);
        };
    }

    /** True for the types that hold a person. */
    public static boolean isPerson(RecordType type) {
        return of(Subject.PEOPLE).contains(type);
    }

    /** The type of an id, by its first characters; a lead unless it is one of the others. */
    public static RecordType ofId(String id) {
        return BY_PREFIX.getOrDefault(id.substring(0, Math.min(PREFIX, id.length())), LEAD);
    }
}
