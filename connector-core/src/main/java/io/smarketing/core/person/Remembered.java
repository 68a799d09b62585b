package io.smarketing.core.person;

import io.smarketing.core.crm.Schema;
import io.smarketing.core.crm.record.CrmId;
import io.smarketing.core.crm.record.RecordType;
import io.smarketing.core.lead.Email;
import io.smarketing.core.lead.FieldName;
import io.smarketing.core.lead.FieldSpec;
import io.smarketing.core.lead.FieldValue;
import io.smarketing.core.lead.Fields;
import io.smarketing.core.mapping.FieldRule;
import io.smarketing.core.merge.Half;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * What the base of a person says in neutral words, without asking a CRM.
 *
 * @param schemas what is known of the CRMs, if anything is: who their owners are
 */
public record Remembered(Map<CrmId, Schema> schemas) {

    /** Nothing is known of a CRM that is not asked: above all not who its owners are. */
    private static final Schema UNASKED = new Schema() {
        @Override
        public Map<FieldName, FieldSpec> fields(RecordType type) {
            return Map.of();
        }

        @Override
        public Optional<Email> ownerEmail(String ownerId) {
            return Optional.empty();
        }

        @Override
        public Optional<String> ownerId(Email email) {
            return Optional.empty();
        }
    };

    /** Without knowing anything of the CRMs. */
    public static final Remembered OFFLINE = new Remembered(Map.of());

    public Remembered {
        schemas = Map.copyOf(schemas);
    }

    /** The half of a field that one CRM has, if there is one. */
    public static Optional<Half> half(FieldRule rule, Person person, CrmId crm) {
        return person.in(crm).map(Holding::halves).map(h -> h.get(rule.name()));
    }

    /**
     * What a half means; empty if that cannot be told: it was made under another mapping, or it is an owner, whose
     * address only the CRM knows.
     */
    public Optional<FieldValue> neutral(FieldRule rule, CrmId crm, Half half) {
        if (!half.mapping().equals(rule.fingerprint())) {
            return Optional.empty();
        }
        if (half.standIn() || half.value().isBlank()) {
            return Optional.of(FieldValue.BLANK);
        }
        try {
            return rule.places()
                    .get(crm)
                    .codec()
                    .bind(rule.type(), spec(rule, crm), schemas.getOrDefault(crm, UNASKED))
                    .read(half.value())
                    .match(Optional::of, none -> Optional.empty(), why -> Optional.empty());
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static FieldSpec spec(FieldRule rule, CrmId crm) {
        FieldName name =
                rule.places().get(crm).fields().values().stream().findFirst().orElse(rule.name());
        return new FieldSpec(
                name, rule.type(), name.text(), OptionalInt.empty(), OptionalInt.empty(), List.of(), Set.of());
    }

    /**
     * What a field says: the word of the side that owns it, else of the other.
     *
     * @return empty if the base has a value whose meaning cannot be told
     */
    private Optional<FieldValue> value(FieldRule rule, Person person) {
        CrmId favoured = rule.policy().source().orElse(rule.policy().favoured());
        List<CrmId> order = new ArrayList<>(rule.places().keySet());
        order.sort((a, b) -> Boolean.compare(b.equals(favoured), a.equals(favoured)));
        boolean held = false;
        for (CrmId crm : order) {
            Optional<Half> half = half(rule, person, crm);
            Optional<FieldValue> value = half.flatMap(h -> neutral(rule, crm, h));
            if (value.isPresent()) {
                return value;
            }
            held |= half.isPresent();
        }
        return held ? Optional.empty() : Optional.of(FieldValue.BLANK);
    }

    /** All fields whose meaning can be told. */
    public Fields fields(List<FieldRule> rules, Person person) {
        Map<FieldName, FieldValue> values = new LinkedHashMap<>();
        rules.forEach(rule -> value(rule, person).ifPresent(v -> values.put(rule.name(), v)));
        return new Fields(values);
    }
}
