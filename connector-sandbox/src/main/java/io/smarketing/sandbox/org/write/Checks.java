package io.smarketing.sandbox.org.write;

import io.smarketing.sandbox.kernel.Switches;
import io.smarketing.sandbox.org.data.Row;
import io.smarketing.sandbox.org.data.Store;
import io.smarketing.sandbox.org.error.Fault;
import io.smarketing.sandbox.org.error.OrgError;
import io.smarketing.sandbox.org.schema.Field;
import io.smarketing.sandbox.org.schema.FieldType;
import io.smarketing.sandbox.org.schema.ObjectType;
import io.smarketing.sandbox.org.schema.Trait;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What the platform insists on before it keeps a record: required fields, links, unique values, an admin's rules. */
final class Checks {

    private final Store store;
    private final Switches switches;

    Checks(Store store, Switches switches) {
        this.store = store;
        this.switches = switches;
    }

    /** Refuses a record whose required fields are blank. */
    void required(Draft draft) throws OrgError {
        List<String> missing = draft.type().fields().stream()
                .filter(f -> f.is(Trait.REQUIRED) && draft.get(f) == null)
                .map(Field::name)
                .toList();
        if (!missing.isEmpty()) {
            String message = "Required fields are missing: [" + String.join(", ", missing) + "]";
            throw new OrgError(400, List.of(new Fault("REQUIRED_FIELD_MISSING", message, missing)));
        }
    }

    /** Refuses a link to a record that is not there, is deleted, or is of the wrong object. */
    void links(Draft draft, Set<Field> sent, Actor by) throws OrgError {
        for (Field field : sent) {
            Object id = draft.get(field);
            if (field.type() == FieldType.REFERENCE && id != null) {
                Row target = target(field, id.toString());
                if (field.name().equals("OwnerId") && by.door() != Actor.Door.FILE) {
                    active(target, draft.type(), field);
                }
            }
        }
    }

    private Row target(Field field, String id) throws OrgError {
        Optional<ObjectType> target = store.schema().ofId(id);
        if (target.isEmpty() || !field.link().targets().contains(target.get().name())) {
            throw OrgError.bad(
                    "FIELD_INTEGRITY_EXCEPTION", field.label() + ": id value of incorrect type: " + id, field.name());
        }
        Row row = store.row(id)
                .orElseThrow(() ->
                        OrgError.bad("INVALID_CROSS_REFERENCE_KEY", "invalid cross reference id: " + id, field.name()));
        if (row.deleted()) {
            throw OrgError.bad("ENTITY_IS_DELETED", "entity is deleted", field.name());
        }
        return row;
    }

    private static void active(Row owner, ObjectType type, Field field) throws OrgError {
        if (owner.type().name().equals("User") && !owner.flag("IsActive")) {
            throw OrgError.bad(
                    "INACTIVE_OWNER_OR_USER",
                    "operation performed with inactive user [" + owner.id() + "] as owner of " + type.name(),
                    field.name());
        }
    }

    /** Refuses a value that must be unique and that another living record holds. */
    void unique(Draft draft, Set<Field> sent) throws OrgError {
        for (Field field : sent) {
            Object value = draft.get(field);
            if (!field.is(Trait.UNIQUE) || value == null) {
                continue;
            }
            String self = String.valueOf(draft.values()[ObjectType.ID]);
            Optional<Row> other = store.table(draft.type()).find(field, value).stream()
                    .filter(r -> !r.deleted() && !r.id().equals(self))
                    .findFirst();
            if (other.isPresent()) {
                throw OrgError.bad(
                        "DUPLICATE_VALUE",
                        "duplicate value found: " + field.name() + " duplicates value on record with id: "
                                + other.get().id());
            }
        }
    }

    /** The admin's validation rules: {@code validation-rule=Lead.City=Atlantis} refuses that value, {@code =At*} all that begin so. */
    void validationRules(Draft draft) throws OrgError {
        String[] rule = switches.get("validation-rule").orElse("").split("[.=]", 3);
        if (rule.length < 3 || !rule[0].equalsIgnoreCase(draft.type().name())) {
            return;
        }
        Optional<Field> field = draft.type().field(rule[1]);
        String value = field.map(draft::get).map(Object::toString).orElse("");
        if (field.isPresent() && isMeant(rule[2], value)) {
            throw OrgError.bad(
                    "FIELD_CUSTOM_VALIDATION_EXCEPTION",
                    field.get().label() + " must not be '" + rule[2] + "'",
                    field.get().name());
        }
    }

    private static boolean isMeant(String rule, String value) {
        return rule.endsWith("*")
                ? !value.isEmpty() && value.startsWith(rule.substring(0, rule.length() - 1))
                : rule.equals(value);
    }

    /** The admin's duplicate rule on e-mail: {@code duplicate-rule=block}, or {@code alert}, which can be overridden. */
    void duplicateRule(Draft draft, Set<Field> sent, Actor by) throws OrgError {
        String rule = switches.get("duplicate-rule").orElse("");
        boolean overridden = rule.equals("alert") && by.allowsDuplicates();
        boolean person = Set.of("Lead", "Contact").contains(draft.type().name());
        if (rule.isEmpty() || overridden || !by.api() || !person) {
            return;
        }
        Object email = sent.contains(draft.type().need("Email")) ? draft.get("Email") : null;
        List<String> holders =
                email == null ? List.of() : holders(email, String.valueOf(draft.values()[ObjectType.ID]));
        if (!holders.isEmpty()) {
            Fault fault = new Fault("DUPLICATES_DETECTED", "Use one of these records?", List.of(), holders);
            throw new OrgError(400, List.of(fault));
        }
    }

    private List<String> holders(Object email, String self) {
        List<Row> rows = new ArrayList<>();
        for (String type : List.of("Lead", "Contact")) {
            rows.addAll(store.table(type).find(store.schema().need(type).need("Email"), email));
        }
        return rows.stream()
                .filter(r -> !r.deleted() && !r.id().equals(self))
                .filter(r -> !r.type().name().equals("Lead") || !r.flag("IsConverted"))
                .map(Row::id)
                .toList();
    }

    /** Somebody else holds the next rows: {@code lock-rows=3} refuses three writes over the API. */
    void lock(Actor by) throws OrgError {
        int left = by.api() ? Integer.parseInt(switches.get("lock-rows").orElse("0")) : 0;
        if (left > 0) {
            switches.set("lock-rows", left == 1 ? "off" : String.valueOf(left - 1));
            throw OrgError.bad("UNABLE_TO_LOCK_ROW", "unable to obtain exclusive access to this record");
        }
    }
}
