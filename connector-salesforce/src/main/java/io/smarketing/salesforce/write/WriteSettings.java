package io.smarketing.salesforce.write;

import io.smarketing.core.crm.open.Settings;

/**
 * How Salesforce treats what we write.
 *
 * @param assignmentRules true if new leads go through the org's assignment rules; a lead that is there never does again
 * @param allowDuplicates true if a record is saved although a duplicate rule warns: we have looked for matches ourselves
 */
public record WriteSettings(boolean assignmentRules, boolean allowDuplicates) {

    /** Both are so unless the settings say otherwise. */
    public static WriteSettings in(Settings settings) {
        return new WriteSettings(
                settings.optional("assignment-rules").map(Boolean::parseBoolean).orElse(true),
                settings.optional("allow-duplicates").map(Boolean::parseBoolean).orElse(true));
    }
}
