package io.smarketing.core.mapping;

import io.smarketing.core.crm.Schema;
import io.smarketing.core.crm.record.CrmId;
import io.smarketing.core.crm.record.RecordType;
import io.smarketing.core.lead.FieldName;
import io.smarketing.core.lead.FieldSpec;
import io.smarketing.core.lead.FieldSpec.Trait;
import io.smarketing.core.lead.FieldType;
import io.smarketing.core.lead.Fields;
import io.smarketing.core.mapping.Assignment.By;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The mapping bound to both CRMs as they are: every field map, or every reason why it does not fit. */
public final class Dictionary {

    private final Map<CrmId, Map<RecordType, FieldMap>> maps = new LinkedHashMap<>();
    private final List<String> problems = new ArrayList<>();
    private final Mapping mapping;

    /** Binds; whatever does not fit is a sentence in {@link #problems()}. */
    public Dictionary(Mapping mapping, Map<CrmId, Schema> schemas) {
        this.mapping = mapping;
        mapping.own()
                .forEach((crm, types) -> types.forEach((type, own) -> {
                    Schema schema = schemas.get(crm);
                    if (schema != null) {
                        maps.computeIfAbsent(crm, c -> new LinkedHashMap<>()).put(type, bind(crm, own, schema));
                    }
                }));
    }

    public Mapping mapping() {
        return mapping;
    }

    /** Everything that does not fit, one sentence each that names file, field and remedy. */
    public List<String> problems() {
        return Collections.unmodifiableList(problems);
    }

    /** The dictionary of a record type; an IllegalArgumentException if it is not mapped. */
    public FieldMap of(CrmId crm, RecordType type) {
        return Optional.ofNullable(maps.getOrDefault(crm, Map.of()).get(type))
                .orElseThrow(() -> new IllegalArgumentException(crm + " " + type + " is not mapped"));
    }

    /** What new records of that type are made by; whatever they would be refused for is a problem. */
    public NewRecord newRecord(CrmId crm, RecordType type, Schema schema) {
        Assignment assignment = mapping.assignment(crm);
        Fields queue = assignment.queue().map(q -> queue(crm, type, q, schema)).orElse(Fields.NONE);
        NewRecord made = new NewRecord(of(crm, type), assignment.by() == By.RULES, queue);
        requireCreatable(made, schema);
        return made;
    }

    private Fields queue(CrmId crm, RecordType type, String name, Schema schema) {
        Optional<String> id = schema.queueId(type, name);
        if (id.isEmpty()) {
            problems.add(mapping.assignment(crm).line() + ": " + crm + " has no queue '" + name + "' that may own a "
                    + type + ", or hides it from us: correct its name, or let it own them.");
        }
        return schema.fields(type).values().stream()
                .filter(spec -> spec.type() == FieldType.OWNER)
                .findFirst()
                .flatMap(owner -> id.map(q -> Fields.of(owner.name().text(), q)))
                .orElse(Fields.NONE);
    }

    /** Says so if a record could never be created: a required field has neither mapping nor default. */
    private void requireCreatable(NewRecord made, Schema schema) {
        CrmId crm = made.map().crm();
        RecordType type = made.map().own().type();
        for (FieldSpec spec : schema.fields(type).values()) {
            boolean given = made.queue().get(spec.name()).isPresent()
                    || made.map().places().values().stream()
                            .anyMatch(p -> p.spec().name().equals(spec.name()));
            if (spec.is(Trait.REQUIRED) && !given) {
                problems.add("mapping.yaml: " + crm + " requires " + type + "." + spec.name()
                        + " for a new record, but no field is mapped to it: map one, or give it a default.");
            }
        }
    }

    private FieldMap bind(CrmId crm, OwnFields own, Schema schema) {
        Map<FieldName, FieldSpec> specs = schema.fields(own.type());
        requireOwn(crm, own, schema);
        Map<FieldName, FieldPlace> places = new LinkedHashMap<>();
        for (FieldRule rule : mapping.rules()) {
            Place place = rule.places().get(crm);
            FieldName field = place == null ? null : place.fields().get(own.type());
            if (field != null && !specs.containsKey(field)) {
                problems.add(rule.line() + ": " + crm + " has no field " + field + " on " + own.type()
                        + ", or hides it from us: correct the name in the mapping, or "
                        + schema.remedy(own.type(), field) + ".");
            } else if (field != null) {
                requireUnlocked(crm, own.type(), rule, specs.get(field), schema);
                bind(crm, rule, specs.get(field), schema).ifPresent(p -> places.put(rule.name(), p));
            }
        }
        return new FieldMap(crm, own, places);
    }

    private Optional<FieldPlace> bind(CrmId crm, FieldRule rule, FieldSpec spec, Schema schema) {
        Place place = rule.places().get(crm);
        try {
            ValueCodec codec = place.codec().bind(rule.type(), spec, schema);
            return Optional.of(new FieldPlace(rule, spec, codec, FieldPlace.normalStandIn(spec, place.standIn())));
        } catch (IllegalArgumentException e) {
            problems.add(rule.line() + ": field '" + rule.name() + "' in " + crm + ": " + e.getMessage() + ".");
            return Optional.empty();
        }
    }

    /** Says so if a field is to be written that an admin has not let us write. */
    private void requireUnlocked(CrmId crm, RecordType type, FieldRule rule, FieldSpec spec, Schema schema) {
        boolean written = rule.places().size() > 1
                && rule.policy().source().filter(crm::equals).isEmpty();
        if (written && spec.is(Trait.LOCKED)) {
            problems.add(rule.line() + ": " + crm + " does not let us write " + spec.name() + " on " + type + ": "
                    + schema.remedy(type, spec.name()) + ", or let the field go the other way only (direction).");
        }
    }

    /** The product's own fields are made together, so those that are missing are told together. */
    private void requireOwn(CrmId crm, OwnFields own, Schema schema) {
        Map<FieldName, FieldSpec> specs = schema.fields(own.type());
        Set<FieldName> ours = new LinkedHashSet<>(List.of(own.key()));
        own.stage().ifPresent(ours::add);
        own.others().sorted().forEach(ours::add);
        List<FieldName> missing =
                ours.stream().filter(f -> !specs.containsKey(f)).toList();
        if (!missing.isEmpty()) {
            problems.add("mapping.yaml: " + crm + " has no field " + all(missing) + " on " + own.type()
                    + ", or hides it from us: create it (the command provision does), or "
                    + schema.remedy(own.type(), missing.get(0)) + ".");
        }
        List<FieldName> locked = ours.stream()
                .filter(f -> specs.containsKey(f) && !specs.get(f).is(Trait.UPDATABLE))
                .toList();
        if (!locked.isEmpty()) {
            problems.add("mapping.yaml: " + crm + " does not let us write the field " + all(locked) + " on "
                    + own.type() + ": " + schema.remedy(own.type(), locked.get(0)) + ".");
        }
        FieldSpec key = specs.get(own.key());
        if (key != null && !key.is(Trait.UNIQUE)) {
            problems.add("mapping.yaml: " + crm + " " + own.type() + "." + own.key()
                    + " is not unique: make it a unique external id, or name the field that is.");
        }
    }

    private static String all(List<FieldName> names) {
        return names.stream().map(FieldName::text).collect(Collectors.joining(", "));
    }
}
