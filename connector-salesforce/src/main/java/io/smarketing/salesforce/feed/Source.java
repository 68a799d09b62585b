package io.smarketing.salesforce.feed;

import java.util.EnumSet;
import java.util.Set;

/** A kind of row whose changes are changes of what is kept in step. */
enum Source {
    /** Leads; a converted one has become a contact. */
    LEAD("Lead", 2_000),
    /** Contacts. */
    CONTACT("Contact", 2_000),
    /** Accounts, where they are companies that are kept in step. */
    COMPANY("Account", 2_000),
    /** Opportunities, where they are deals that are kept in step. */
    DEAL("Opportunity", 2_000),
    /** Accounts: their contacts and opportunities tell of them. */
    ACCOUNT("Account", 500),
    /** Opportunities: they say how far their contacts have come. */
    OPPORTUNITY("Opportunity", 1_000),
    /** Which contacts an opportunity has. */
    ROLE("OpportunityContactRole", 1_000),
    /** Contacts: their opportunities name them. */
    NAMED("Contact", 1_000),
    /** Calls, e-mails and other tasks. */
    TASK("Task", 1_000),
    /** Meetings, as they are made and changed. */
    EVENT("Event", 1_000),
    /** Meetings, as they begin: no stamp moves then. */
    MEETING("Event", "StartDateTime", 1_000);

    private static final Set<Source> RECORDS = EnumSet.of(LEAD, CONTACT, COMPANY, DEAL);

    private final String object;
    private final String stamp;
    private final int page;

    Source(String object, int page) {
        this(object, "SystemModstamp", page);
    }

    Source(String object, String stamp, int page) {
        this.object = object;
        this.stamp = stamp;
        this.page = page;
    }

    /** Salesforce's name of it. */
    String object() {
        return object;
    }

    /** The field that says when. */
    String stamp() {
        return stamp;
    }

    /** Rows of a page; fewer where each stands for several records that must be read. */
    int page() {
        return page;
    }

    /** True if the rows are the records themselves; others are only about them. */
    boolean isRecords() {
        return RECORDS.contains(this);
    }
}
