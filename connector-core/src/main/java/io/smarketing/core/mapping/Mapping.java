package io.smarketing.core.mapping;

import io.smarketing.core.crm.open.Wanted;
import io.smarketing.core.crm.record.CrmId;
import io.smarketing.core.crm.record.RecordRef;
import io.smarketing.core.crm.record.RecordType;
import io.smarketing.core.lead.FieldName;
import io.smarketing.core.lead.FieldType;
import io.smarketing.core.lifecycle.Handoff;
import io.smarketing.core.lifecycle.Lifecycle;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * All that the configuration says of fields and stages.
 *
 * @param handoff what was agreed on handing leads over, if it is timed at all
 * @param own the product's own fields, per CRM and person type
 * @param entry the entry condition per CRM
 * @param carriedDeletions CRMs whose deletions are carried over to the other one; of others they only end the link
 * @param assignments who gets new records, per CRM that says so
 */
public record Mapping(
        List<FieldRule> rules,
        Lifecycle lifecycle,
        Optional<Handoff> handoff,
        Map<CrmId, Map<RecordType, OwnFields>> own,
        Map<CrmId, EntryCondition> entry,
        Set<CrmId> carriedDeletions,
        Map<CrmId, Assignment> assignments) {

    public Mapping {
        rules = List.copyOf(rules);
        own = Map.copyOf(own);
        entry = Map.copyOf(entry);
        carriedDeletions = Set.copyOf(carriedDeletions);
        assignments = Map.copyOf(assignments);
    }

    public Mapping with(Optional<Handoff> agreed) {
        return new Mapping(rules, lifecycle, agreed, own, entry, carriedDeletions, assignments);
    }

    /** Of companies or deals: they have fields, and no lifecycle. */
    public static Mapping plain(
            List<FieldRule> rules,
            Map<CrmId, Map<RecordType, FieldName>> keys,
            Map<CrmId, EntryCondition> entry,
            Set<CrmId> carriedDeletions) {
        Map<CrmId, Map<RecordType, OwnFields>> own = new HashMap<>();
        keys.forEach((crm, fields) -> {
            Map<RecordType, OwnFields> perType = new HashMap<>();
            fields.forEach((type, key) -> perType.put(type, OwnFields.keyOnly(type, key)));
            own.put(crm, perType);
        });
        Lifecycle none = new Lifecycle(List.of(), List.of());
        return new Mapping(rules, none, Optional.empty(), own, entry, carriedDeletions, Map.of());
    }

    /** What is to be read of a CRM, for each record type. */
    public Map<RecordType, Wanted.Type> wanted(CrmId crm) {
        Map<RecordType, Wanted.Type> types = new LinkedHashMap<>();
        own.getOrDefault(crm, Map.of()).forEach((type, ours) -> types.put(type, wanted(crm, ours)));
        return types;
    }

    private Wanted.Type wanted(CrmId crm, OwnFields ours) {
        Set<FieldName> fields = new LinkedHashSet<>();
        for (FieldRule rule : rules) {
            Place place = rule.places().get(crm);
            if (place != null && place.fields().containsKey(ours.type())) {
                fields.add(place.fields().get(ours.type()));
            }
        }
        ours.others().forEach(fields::add);
        return new Wanted.Type(ours.key(), ours.stage(), fields);
    }

    /** The fields of a record that hold when something of the product's own happened, and how. */
    public Stream<FieldName> stamps(RecordRef ref) {
        return Optional.ofNullable(own.getOrDefault(ref.crm(), Map.of()).get(ref.type())).stream()
                .flatMap(OwnFields::others);
    }

    /** What these fields of a record are called here. */
    public Set<FieldName> names(RecordRef ref, Set<FieldName> fields) {
        return rules.stream()
                .filter(rule -> Optional.ofNullable(rule.places().get(ref.crm()))
                        .map(place -> place.fields().get(ref.type()))
                        .filter(fields::contains)
                        .isPresent())
                .map(FieldRule::name)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** The field that tells who owns a record; empty if none is mapped. */
    public Optional<FieldName> owner() {
        return rules.stream()
                .filter(rule -> rule.type() == FieldType.OWNER)
                .map(FieldRule::name)
                .findFirst();
    }

    /** Who gets the CRM's new records. */
    public Assignment assignment(CrmId crm) {
        return assignments.getOrDefault(crm, Assignment.RULES);
    }
}
