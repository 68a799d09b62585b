package io.smarketing.salesforce.write;

import io.smarketing.core.crm.open.Settings;

/**
 * How Salesforce treats what we write.
 *
 * @param assignmentRules true if new leads go through the org's assignment rules; a lead that is there never does again
 * @param allowDuplicates true if a record is saved although a duplicate rule warns: we have looked for matches ourselves
 */
public record WriteSettings(boolean assignmentRules, boolean allowDuplicates) {

    /** @param assigns whether the org's rules are wanted at all */
    public static WriteSettings in(Settings settings, boolean assigns) {
        return new WriteSettings(
                assigns,
                settings.optional("allow-duplicates").map(Boolean::parseBoolean).orElse(true));
    }
}
