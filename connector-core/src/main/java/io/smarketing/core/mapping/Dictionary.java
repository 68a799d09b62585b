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
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The mapping bound to both CRMs as they are: every field map, or every reason why it does not fit. */
public final class Dictionary {

    private static final String MADE = "have it made (the command provision does), ";

    private final Map<CrmId, Map<RecordType, FieldMap>> maps = new LinkedHashMap<>();
    private final List<String> problems = new ArrayList<>();
    private final Mapping mapping;

    /** Binds; whatever does not fit is a sentence in {@link #problems()}. */
    public Dictionary(Mapping mapping, Map<CrmId, Schema> schemas) {
        this.mapping = mapping;
        mapping.own().forEach((crm, types) -> {
            Schema schema = schemas.get(crm);
            if (schema != null) {
                requireOwn(crm, types.values(), schema);
                types.forEach((type, own) ->
                        maps.computeIfAbsent(crm, c -> new LinkedHashMap<>()).put(type, bind(crm, own, schema)));
            }
        });
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
        Map<FieldName, FieldPlace> places = new LinkedHashMap<>();
        for (FieldRule rule : mapping.rules()) {
            Place place = rule.places().get(crm);
            FieldName field = place == null ? null : place.fields().get(own.type());
            if (field != null && !specs.containsKey(field)) {
                problems.add(rule.line() + ": " + crm + " has no field " + field + " on " + own.type()
                        + ", or hides it from us: correct the name in the mapping, " + (isAnswer(rule) ? MADE : "")
                        + "or " + schema.remedy(own.type(), field) + ".");
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

    /** What sales answers is mapped as any field, and made with the product's own. */
    private boolean isAnswer(FieldRule rule) {
        return mapping.handoff().map(h -> h.feedback().contains(rule.name())).orElse(false);
    }

    /** The product's own fields are made together, so those that are missing are told together. */
    private void requireOwn(CrmId crm, Collection<OwnFields> types, Schema schema) {
        Map<List<FieldName>, List<RecordType>> missing = new LinkedHashMap<>();
        Map<List<FieldName>, List<RecordType>> locked = new LinkedHashMap<>();
        for (OwnFields own : types) {
            Map<FieldName, FieldSpec> specs = schema.fields(own.type());
            Predicate<FieldName> shown = specs::containsKey;
            Predicate<FieldName> writable = f -> specs.get(f).is(Trait.UPDATABLE);
            add(missing, own, shown.negate());
            add(locked, own, shown.and(writable.negate()));
            if (shown.test(own.key()) && !specs.get(own.key()).is(Trait.UNIQUE)) {
                problems.add("mapping.yaml: " + crm + " " + own.type() + "." + own.key()
                        + " is not unique: make it a unique external id, or name the field that is.");
            }
        }
        Set<FieldName> keys = types.stream().map(OwnFields::key).collect(Collectors.toUnmodifiableSet());
        missing.forEach((fields, on) -> problems.add(files(fields, keys) + ": " + crm + " has no field " + all(fields)
                + " on " + all(on) + ", or hides it from us: " + MADE + "or " + schema.remedy(on.get(0), fields.get(0))
                + "."));
        locked.forEach(
                (fields, on) -> problems.add(files(fields, keys) + ": " + crm + " does not let us write the field "
                        + all(fields) + " on " + all(on) + ": " + schema.remedy(on.get(0), fields.get(0)) + "."));
    }

    /** Where these own fields are named. */
    private static String files(List<FieldName> fields, Set<FieldName> keys) {
        if (keys.containsAll(fields)) {
            return "mapping.yaml";
        }
        return keys.stream().anyMatch(fields::contains) ? "mapping.yaml (key), lifecycle.yaml" : "lifecycle.yaml";
    }

    private static void add(Map<List<FieldName>, List<RecordType>> found, OwnFields own, Predicate<FieldName> wrong) {
        List<FieldName> fields = Stream.of(
                        Stream.of(own.key()), own.stage().stream(), own.others().sorted())
                .flatMap(f -> f)
                .distinct()
                .filter(wrong)
                .toList();
        if (!fields.isEmpty()) {
            found.computeIfAbsent(fields, f -> new ArrayList<>()).add(own.type());
        }
    }

    private static String all(List<?> names) {
        return names.stream().map(Object::toString).collect(Collectors.joining(", "));
    }
}
