package io.smarketing.sandbox.org;

import java.util.Map;

/** The switches that the org reads, each with a sentence on what it does. */
final class OrgSwitches {

    static final Map<String, String> ALL = Map.ofEntries(
            Map.entry(
                    "assignment-rule",
                    "e-mail of a user: new leads go to that user unless Sforce-Auto-Assign is FALSE"),
            Map.entry("composite-heavy-unlimited", "true: any number of queries and collections in one composite call"),
            Map.entry("conversion-drops-fields", "true: a conversion does not carry custom fields to the contact"),
            Map.entry("convert-keeps-stamp", "true: a conversion does not move the lead's stamps"),
            Map.entry("daily-limit", "N: API calls allowed in 24 hours"),
            Map.entry("duplicate-rule", "block or alert: a second lead or contact of one e-mail is refused"),
            Map.entry("edit-converted-leads", "true: the API may edit converted leads"),
            Map.entry("expire-sessions", "true: all sessions end now; all: the fixed access token as well"),
            Map.entry("hide-field", "Lead.City,...: the integration user may not see these fields"),
            Map.entry("jwt-any-expiry", "true: a JWT may expire later than 3 minutes ahead"),
            Map.entry("jwt-no-own-audience", "true: the org's own address is no audience of a JWT"),
            Map.entry("jwt-not-approved", "true: the user has not approved the app"),
            Map.entry("late-commit", "30s: a write is seen by queries this much later, under its earlier stamp"),
            Map.entry("lock-rows", "N: the next N rows written over the API are locked by somebody else"),
            Map.entry("mixed-types-unlimited", "true: more than 10 runs of types in one collection"),
            Map.entry("normalise-line-ends", "true: CR LF in a text becomes LF"),
            Map.entry("readonly-field", "Lead.City,...: the integration user may not edit these fields"),
            Map.entry("restrict-picklist", "Lead.LeadSource,...: these picklists take their listed words only"),
            Map.entry("rotate-refresh-token", "true: every use of a refresh token yields a new one and kills the old"),
            Map.entry(
                    "track-history",
                    "Lead.City,...: changes of these fields are kept in LeadHistory and ContactHistory"),
            Map.entry("trigger-uppercase", "Lead.City,...: a trigger rewrites these fields in capitals"),
            Map.entry("validation-rule", "Lead.City=Atlantis: a record with this value is refused"));

    private OrgSwitches() {}
}
