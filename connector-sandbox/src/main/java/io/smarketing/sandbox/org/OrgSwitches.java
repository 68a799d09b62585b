package io.smarketing.sandbox.org;

import static io.smarketing.sandbox.kernel.Switch.Form.DURATION;
import static io.smarketing.sandbox.kernel.Switch.Form.FLAG;
import static io.smarketing.sandbox.kernel.Switch.Form.NUMBER;
import static io.smarketing.sandbox.kernel.Switch.Form.TEXT;

import io.smarketing.sandbox.kernel.Switch;
import java.util.List;

/** The org's switches with what each does, for those who set them. */
final class OrgSwitches {

    /** In the order of the page that explains them. */
    static final List<Switch> ALL = List.of(
            new Switch("late-commit", DURATION, "queries see a written row this much later, on both clocks"),
            new Switch("bulk-takes", DURATION, "a query job of the Bulk API is done so much later, on the wall clock"),
            new Switch("bulk-fails", FLAG, "query jobs of the Bulk API fail"),
            new Switch("no-bulk", FLAG, "the org has no Bulk API"),
            new Switch("daily-limit", NUMBER, "API calls a day, in place of 100,000"),
            new Switch("expire-sessions", TEXT, "true ends all sessions now; all ends the fixed access token as well"),
            new Switch("rotate-refresh-token", FLAG, "a refresh gives a new refresh token and ends the old one"),
            new Switch("jwt-not-approved", FLAG, "the user has not approved the app for the JWT login"),
            new Switch("jwt-no-own-audience", FLAG, "a JWT must be meant for login.salesforce.com"),
            new Switch("jwt-any-expiry", FLAG, "a JWT may expire later than in 3 minutes"),
            new Switch("no-limit-info", FLAG, "no answer tells in its header how many calls of the day are used"),
            new Switch("no-metadata-permission", FLAG, "the integration user may not use the Metadata API"),
            new Switch("deploy-looks", NUMBER, "a deployment is done when it is asked for the Nth time"),
            new Switch(
                    "hide-field", TEXT, "fields (such as Lead.City,Lead.Phone) that the integration user cannot see"),
            new Switch("readonly-field", TEXT, "fields that the integration user cannot edit"),
            new Switch("trigger-uppercase", TEXT, "fields whose values a trigger turns to upper case"),
            new Switch(
                    "validation-rule", TEXT, "Lead.City=Atlantis refuses that value, Lead.City=At* all that begin so"),
            new Switch("duplicate-rule", TEXT, "block, or alert (can be overridden): a second person of one e-mail"),
            new Switch(
                    "restrict-picklist", TEXT, "picklists (such as Lead.LeadSource) that take their listed words only"),
            new Switch("track-history", TEXT, "fields whose changes are kept in the history of their object"),
            new Switch(
                    "multi-currency",
                    TEXT,
                    "the org's currencies (such as USD,EUR), its own first; there is no way back"),
            new Switch("lock-rows", NUMBER, "the next N rows written over the API are locked by somebody else"),
            new Switch("assignment-rule", TEXT, "the user, by e-mail, to whom the active rule gives new leads"),
            new Switch("edit-converted-leads", FLAG, "converted leads can be edited over the API"),
            new Switch("conversion-drops-fields", FLAG, "a conversion does not carry custom fields to the contact"),
            new Switch("convert-keeps-stamp", FLAG, "a conversion does not move the lead's SystemModstamp"),
            new Switch("undelete-keeps-stamp", FLAG, "an undelete does not move the record's SystemModstamp"),
            new Switch(
                    "cascade-keeps-stamp",
                    FLAG,
                    "what is deleted or undeleted together with its parent keeps its SystemModstamp"),
            new Switch(
                    "purge-ends-delete-log",
                    FLAG,
                    "what leaves the recycle bin is in the list of deleted records no more"),
            new Switch("normalise-line-ends", FLAG, "CR LF in a text is kept as LF"),
            new Switch("composite-heavy-unlimited", FLAG, "a composite may hold any number of queries and collections"),
            new Switch("mixed-types-unlimited", FLAG, "a collection may change between objects any number of times"));

    private OrgSwitches() {}
}
