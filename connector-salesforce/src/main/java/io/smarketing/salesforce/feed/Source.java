package io.smarketing.salesforce.feed;

/** An object whose changes are changes of a person. */
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
    ROLE("OpportunityContactRole", 1_000);

    private final String object;
    private final int page;

    Source(String object, int page) {
        this.object = object;
        this.page = page;
    }

    /** Salesforce's name of it. */
    String object() {
        return object;
    }

    /** Rows of a page; fewer where each stands for several contacts that must be read. */
    int page() {
        return page;
    }
}
