package io.smarketing.daemon.command.validate;

import io.smarketing.core.crm.record.CrmId;
import io.smarketing.core.crm.record.RecordType;
import io.smarketing.core.lead.FieldName;
import io.smarketing.core.mapping.FieldRule;
import io.smarketing.core.mapping.Place;
import io.smarketing.core.merge.MergePolicy;
import io.smarketing.daemon.command.FieldWords;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * One mapped field, in the words of the file.
 *
 * @param places the field per CRM; with the record types unless all of them have it under that name
 * @param direction {@code both}, {@code a to b}, or where it is only read
 * @param conflict what decides; empty if there can be none
 */
record FieldSummary(
        String name,
        String type,
        Map<String, String> places,
        String direction,
        String conflict,
        String onFirstSync,
        String blank,
        boolean enforce) {

    /** @param types the record types of people, per CRM */
    static FieldSummary of(FieldRule rule, Map<CrmId, Set<RecordType>> types) {
        Set<CrmId> crms = types.keySet();
        MergePolicy policy = rule.policy();
        Map<String, String> places = new LinkedHashMap<>();
        crms.forEach(crm -> places.put(
                crm.name(), rule.places().containsKey(crm) ? place(rule.places().get(crm), types.get(crm)) : ""));
        return new FieldSummary(
                rule.name().text(),
                rule.type().word(),
                places,
                FieldWords.direction(rule, crms),
                FieldWords.conflict(policy),
                first(policy),
                policy.blankOverwrites() ? "overwrites" : "keeps",
                policy.enforce());
    }

    private static String place(Place place, Set<RecordType> types) {
        Set<FieldName> names = new LinkedHashSet<>(place.fields().values());
        return names.size() == 1 && place.fields().keySet().containsAll(types)
                ? names.iterator().next().text()
                : place.fields().entrySet().stream()
                        .map(e -> e.getKey() + " " + e.getValue())
                        .collect(Collectors.joining(", "));
    }

    private static String first(MergePolicy policy) {
        return switch (policy.onFirstSync()) {
            case LEAVE -> "leave";
            case NEWEST -> "newest";
            case FAVOURED -> policy.favoured().name();
        };
    }
}
