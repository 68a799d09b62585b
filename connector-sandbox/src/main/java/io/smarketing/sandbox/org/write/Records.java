package io.smarketing.sandbox.org.write;

import com.fasterxml.jackson.databind.JsonNode;
import io.smarketing.sandbox.kernel.Switches;
import io.smarketing.sandbox.org.data.Row;
import io.smarketing.sandbox.org.data.Store;
import io.smarketing.sandbox.org.error.OrgError;
import io.smarketing.sandbox.org.schema.Field;
import io.smarketing.sandbox.org.schema.FieldSecurity;
import io.smarketing.sandbox.org.schema.ObjectType;
import java.util.Optional;
import java.util.Set;

/** Creates and changes records the way the platform does: read, check, derive, stamp, keep, note in the history. */
public final class Records {

    private final Store store;
    private final Switches switches;
    private final Inputs inputs;
    private final Checks checks;
    private final Derived derived;
    private final Histories histories;

    public Records(Store store, FieldSecurity security, Switches switches) {
        this.store = store;
        this.switches = switches;
        this.inputs = new Inputs(security, new CellReader(security, switches), new ForeignKeys(store, security));
        this.checks = new Checks(store, switches);
        this.derived = new Derived(security, switches);
        this.histories = new Histories(store, security);
    }

    /** Creates a record from its sent values. */
    public Row create(ObjectType type, JsonNode row, Actor by) throws OrgError {
        return create(type, row, "", by);
    }

    /** Creates a record that is to bear an id of its own choosing; an empty one stands for a fresh one. */
    public Row create(ObjectType type, JsonNode row, String id, Actor by) throws OrgError {
        boolean platformOnly = type.fields().stream().noneMatch(Field::createable);
        if (platformOnly && by.door() != Actor.Door.FILE) {
            throw OrgError.bad(
                    "CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY", "entity type cannot be inserted: " + type.name());
        }
        Draft draft = Draft.fresh(type);
        Set<Field> sent = inputs.into(draft, row, true, by);
        owner(draft, by);
        check(draft, sent, by);
        draft.values()[ObjectType.ID] = id.isEmpty() ? store.freshId(type) : id;
        return keepNew(draft, by);
    }

    /** Changes a record by sent values; those not sent stay. */
    public void change(Row row, JsonNode values, Actor by) throws OrgError {
        if (row.deleted()) {
            throw OrgError.bad("ENTITY_IS_DELETED", "entity is deleted");
        }
        boolean converted = row.type().name().equals("Lead") && row.flag("IsConverted");
        if (converted && by.api() && !switches.on("edit-converted-leads")) {
            throw OrgError.bad("CANNOT_UPDATE_CONVERTED_LEAD", "cannot reference converted lead");
        }
        Draft draft = Draft.of(row);
        check(draft, inputs.into(draft, values, false, by), by);
        keep(row, draft, by);
    }

    private void check(Draft draft, Set<Field> sent, Actor by) throws OrgError {
        checks.lock(by);
        checks.required(draft);
        checks.links(draft, sent, by);
        checks.unique(draft, sent);
        checks.validationRules(draft);
        checks.duplicateRule(draft, sent, by);
    }

    /** Keeps a new record that the platform itself makes, with an id of its own. */
    Row keepNew(Draft draft, Actor by) {
        if (draft.values()[ObjectType.ID] == null) {
            draft.values()[ObjectType.ID] = store.freshId(draft.type());
        }
        derived.into(draft, Optional.empty(), by);
        by.signNew(draft.values());
        Row row = store.insert(draft.type(), draft.values());
        histories.note(row, Optional.empty(), by);
        if (row.type().name().equals("Opportunity") && !row.text("ContactId").isEmpty()) {
            addRole(row, row.text("ContactId"), by);
        }
        return row;
    }

    /** Keeps a changed record. */
    void keep(Row row, Draft draft, Actor by) {
        keep(row, draft, by, false);
    }

    /** Keeps a changed record; {@code silently} leaves its stamps as they were. */
    void keep(Row row, Draft draft, Actor by, boolean silently) {
        Optional<Draft> before = Optional.of(Draft.of(row));
        derived.into(draft, before, by);
        if (!silently) {
            by.sign(draft.values());
        }
        store.replace(row, draft.values());
        histories.note(row, before, by);
    }

    /** Makes a contact the primary one of an opportunity. */
    Row addRole(Row opportunity, String contactId, Actor by) {
        Draft role = Draft.fresh(store.schema().need("OpportunityContactRole"));
        role.set("OpportunityId", opportunity.id()).set("ContactId", contactId).set("IsPrimary", true);
        return keepNew(role, by);
    }

    private void owner(Draft draft, Actor by) {
        Optional<Field> field = draft.type().field("OwnerId");
        if (field.isEmpty()) {
            return;
        }
        if (draft.get(field.get()) == null) {
            draft.set(field.get(), by.userId());
        }
        if (by.assigns() && draft.type().name().equals("Lead")) {
            assigned().ifPresent(id -> draft.set(field.get(), id));
        }
    }

    /** Whom the active assignment rule names: {@code assignment-rule=<address of a user>}. */
    private Optional<String> assigned() {
        ObjectType users = store.schema().need("User");
        return switches.get("assignment-rule")
                .flatMap(email -> store.table(users).find(users.need("Email"), email).stream()
                        .findFirst())
                .map(Row::id);
    }
}
