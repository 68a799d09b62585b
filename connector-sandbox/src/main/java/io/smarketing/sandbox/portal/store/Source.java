package io.smarketing.sandbox.portal.store;

import io.smarketing.sandbox.portal.wire.Caller;

/** Who set a value, as property history tells it. */
public record Source(String type, String id, String label) {

    /** The app that holds the portal's credentials. */
    public static final Source API = new Source("INTEGRATION", Caller.APP_ID, "Smarketing");

    /** A person at the screen. */
    public static final Source PERSON = new Source("CRM_UI", "userId:1", "");

    /** A workflow that the portal's admin has made. */
    public static final Source WORKFLOW = new Source("AUTOMATION_PLATFORM", "enrollmentId:1", "");

    /** The vendor's own calculations. */
    public static final Source CALCULATED = new Source("CALCULATED", "", "");

    /** A merge that carried a value over. */
    public static final Source MERGE = new Source("MERGE_CONTACTS", "", "");

    /** A person at the screen, by the id of the user. */
    public static Source person(long userId) {
        return new Source("CRM_UI", "userId:" + userId, "");
    }
}
