package io.smarketing.salesforce.feed;

/** A kind of row whose changes are changes of a person. */
enum Source {
    /** Leads; a converted one has become a contact. */
    LEAD("Lead", 2_000),
    /** Contacts. */
    CONTACT("Contact", 2_000),
    /** Accounts: their contacts tell of them. */
    ACCOUNT("Account", 500),
    /** Opportunities: they say how far their contacts have come. */
    OPPORTUNITY("Opportunity", 1_000),
    /** Which contacts an opportunity has. */
    ROLE("OpportunityContactRole", 1_000),
    /** Calls, e-mails and other tasks. */
    TASK("Task", 1_000),
    /** Meetings, as they are made and changed. */
    EVENT("Event", 1_000),
    /** Meetings, as they begin: no stamp moves then. */
    MEETING("Event", "StartDateTime", 1_000);

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

    /** Rows of a page; fewer where each stands for several contacts that must be read. */
    int page() {
        return page;
    }

    /** True if the rows are people; others are only about people. */
    boolean isPeople() {
        return this == LEAD || this == CONTACT;
    }
}
