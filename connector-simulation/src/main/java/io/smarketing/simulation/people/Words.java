package io.smarketing.simulation.people;

import io.smarketing.core.crm.Schema;
import io.smarketing.core.crm.record.CrmId;
import io.smarketing.core.crm.record.RecordRef;
import io.smarketing.core.crm.record.RecordType;
import io.smarketing.core.crm.record.Subject;
import io.smarketing.core.lead.FieldName;
import io.smarketing.core.lead.FieldType;
import io.smarketing.core.lead.FieldValue;
import io.smarketing.core.lead.UnreadableValue;
import io.smarketing.core.mapping.Dictionary;
import io.smarketing.core.mapping.FieldPlace;
import io.smarketing.core.mapping.FieldRule;
import io.smarketing.core.mapping.OwnFields;
import io.smarketing.core.mapping.ValueCodec.Coded;
import io.smarketing.sandbox.kernel.Insider;
import io.smarketing.simulation.world.World;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** The mapping's fields as both CRMs hold them, read past the engine and its adapters. */
public final class Words {

    private final World world;
    private final Map<RecordType, Dictionary> dictionaries = new HashMap<>();
    private final Links links;
    private final Set<FieldName> rewritten = new HashSet<>();

    /** @param people of whom is asked only once they are there */
    public Words(World world, Map<CrmId, Schema> schemas, Supplier<People> people) {
        this.world = world;
        for (Subject subject : world.setup().subjects()) {
            Dictionary dictionary = new Dictionary(world.setup().mapping(subject), schemas);
            dictionary
                    .mapping()
                    .own()
                    .forEach((crm, types) -> types.keySet().forEach(type -> dictionaries.put(type, dictionary)));
        }
        this.links = new Links(world, people);
    }

    public Links links() {
        return links;
    }

    /** True if records of that type are kept in step. */
    public boolean isKnown(RecordType type) {
        return dictionaries.containsKey(type);
    }

    /** Fields of such records that stand in both CRMs. */
    public List<FieldRule> rules(RecordType type) {
        return dictionary(type).mapping().rules().stream()
                .filter(r -> r.places().size() == 2)
                .toList();
    }

    private Dictionary dictionary(RecordType type) {
        return Optional.ofNullable(dictionaries.get(type)).orElseThrow();
    }

    /** A trigger rewrites a field from now on. */
    public void rewritten(FieldRule rule) {
        rewritten.add(rule.name());
    }

    /** True if a trigger may put another value in the place of a typed one, at any later save. */
    public boolean isRewritten(FieldRule rule) {
        return rewritten.contains(rule.name());
    }

    /** True if two values of a field are the same, as far as triggers leave it so. */
    public boolean isSame(FieldRule rule, FieldValue one, FieldValue other) {
        boolean anyCase = isRewritten(rule) || rule.type() == FieldType.EMAIL;
        return one.text().equals(other.text()) || anyCase && upper(one).equals(upper(other));
    }

    private static String upper(FieldValue value) {
        return value.text().toUpperCase(Locale.ROOT);
    }

    /** Where a field stands on a record type; empty if nowhere, or on another record, unless it is the link to that. */
    public Optional<FieldPlace> place(CrmId crm, RecordType type, FieldRule rule) {
        return dictionary(type)
                .of(crm, type)
                .place(rule.name())
                .filter(p -> !p.spec().name().text().contains(".") || Links.isLink(p));
    }

    /** True if a link of that record cannot be told now. */
    public boolean isUntold(RecordRef ref) {
        return rules(ref.type()).stream()
                .flatMap(rule -> place(ref.crm(), ref.type(), rule).stream())
                .anyMatch(place -> links().isSilent(ref, place));
    }

    /** The rule of a CRM's field; empty if it is not mapped in both. */
    public Optional<FieldRule> rule(CrmId crm, RecordType type, FieldName field) {
        return rules(type).stream()
                .filter(r -> place(crm, type, r)
                        .filter(p -> p.spec().name().equals(field))
                        .isPresent())
                .findFirst();
    }

    /** What a record holds there, in the CRM's normal form, or whom it points at; empty if there is no such record. */
    public Optional<FieldValue> held(RecordRef ref, FieldPlace place) {
        if (Links.isLink(place)) {
            return isThere(ref) ? Optional.of(links.held(ref, place)) : Optional.empty();
        }
        return peek(ref, place.spec().name()).map(raw -> normal(place, raw));
    }

    /** True if there is such a record now. */
    public boolean isThere(RecordRef ref) {
        return peek(ref, key(ref)).isPresent();
    }

    /** The field of a record that holds our external id. */
    FieldName key(RecordRef ref) {
        return Optional.ofNullable(dictionary(ref.type()).mapping().own().get(ref.crm()))
                .flatMap(types -> Optional.ofNullable(types.get(ref.type())))
                .map(OwnFields::key)
                .orElseThrow();
    }

    /** The text of a field of a live record. */
    public Optional<String> peek(RecordRef ref, FieldName field) {
        return inside(ref.crm()).peek(object(ref), ref.id(), field.text());
    }

    private static FieldValue normal(FieldPlace place, String raw) {
        try {
            return place.spec().normalForm().read(raw);
        } catch (UnreadableValue e) {
            return FieldValue.of(raw);
        }
    }

    /** The same in neutral words; empty if that CRM's value says nothing to the other. */
    public static Optional<FieldValue> neutral(FieldPlace place, FieldValue held) {
        return place.codec().read(held) instanceof Coded.Value value ? Optional.of(value.value()) : Optional.empty();
    }

    /** What the engine reads or writes there, in neutral words: of a link, whom its keys name. */
    public Optional<FieldValue> told(FieldPlace place, FieldValue value) {
        return neutral(place, value).map(v -> Links.isLink(place) ? links.named(v) : v);
    }

    /** True if that CRM keeps the history of the field: the portal of all, the org of some, neither of a link. */
    public boolean isTracked(RecordRef ref, FieldPlace place) {
        return !Links.isLink(place) && isKept(ref, place);
    }

    private boolean isKept(RecordRef ref, FieldPlace place) {
        return ref.crm().equals(world.setup().portal())
                || world.tracked().contains(ref.type() + "." + place.spec().name());
    }

    /** True if what stands in that field of a lead does not reach its contact. */
    public boolean isDropped(FieldPlace place) {
        return place.spec().name().text().endsWith("__c")
                && world.org().switches().on("conversion-drops-fields");
    }

    public Insider inside(CrmId crm) {
        return world.side(crm).crm().insider();
    }

    /** The name of a record's object as the CRM's people call it. */
    public String object(RecordRef ref) {
        return world.object(ref.crm(), ref.type());
    }
}
