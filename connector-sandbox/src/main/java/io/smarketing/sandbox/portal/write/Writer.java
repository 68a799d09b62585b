package io.smarketing.sandbox.portal.write;

import io.smarketing.sandbox.portal.schema.ObjectType;
import io.smarketing.sandbox.portal.schema.Property;
import io.smarketing.sandbox.portal.schema.Schema;
import io.smarketing.sandbox.portal.store.Crm;
import io.smarketing.sandbox.portal.store.Edit;
import io.smarketing.sandbox.portal.store.End;
import io.smarketing.sandbox.portal.store.StoredRecord;
import io.smarketing.sandbox.portal.store.Table;
import io.smarketing.sandbox.portal.wire.Failure;
import io.smarketing.sandbox.portal.wire.Quirks;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The one way in which records come to be and change: drafted against every rule first, committed afterwards. */
public final class Writer {

    private final Crm crm;
    private final StageDates stageDates;
    private final Checks checks;
    private final StageRule stages;
    private final AdminRules rules;
    private final Rollups rollups;
    private final Announcements announcements;

    public Writer(Crm crm, StageDates stageDates) {
        this.crm = crm;
        this.stageDates = stageDates;
        this.checks = new Checks(crm);
        this.stages = new StageRule(crm);
        this.rules = new AdminRules(crm);
        this.rollups = new Rollups(crm);
        this.announcements = new Announcements(crm);
        crm.links().watch((from, to) -> {
            rollups.linked(from, to);
            announcements.linked(from, to);
        });
    }

    public Draft create(Table table, Map<String, String> sent, Origin origin) {
        return create(table, crm.nextId(), sent, origin);
    }

    public Draft create(Table table, long id, Map<String, String> sent, Origin origin) {
        Edit edit = Edit.fresh(id, origin.at(), origin.source());
        Map<String, String> all = new LinkedHashMap<>(sent);
        String first = crm.quirks().text(Quirks.FIRST_STAGE, "");
        if (!first.isEmpty() && table.type() == ObjectType.CONTACTS) {
            all.putIfAbsent(StageRule.NAME, first);
        }
        Draft draft = draft(table, edit, all, origin);
        requireSome(table, edit);
        return draft;
    }

    public Draft change(Table table, StoredRecord record, Map<String, String> sent, Origin origin) {
        return draft(table, Edit.of(record), sent, origin);
    }

    public StoredRecord commit(Draft draft) {
        StoredRecord after = draft.after();
        Optional<StoredRecord> before = draft.table().exact(after.id());
        if (before.filter(same -> same == after).isEmpty()) {
            draft.table().put(after);
            announcements.written(draft.table(), before, after);
        }
        draft.due().forEach(stageDates::add);
        rollups.changed(new End(draft.table().type(), after.id()));
        return after;
    }

    private Draft draft(Table table, Edit edit, Map<String, String> sent, Origin origin) {
        Schema schema = table.schema();
        Checked checked = checks.check(schema, sent, edit, origin);
        Followers followers = new Followers(schema, origin);
        checked.values().forEach((property, value) -> {
            claim(table, edit.id(), property, value);
            followers.follow(edit, property, value, sent.keySet());
            if (!property.name().equals(StageRule.NAME)) {
                edit.set(property.slot(), value, origin.at(), origin.source());
            }
        });
        String wanted = schema.find(StageRule.NAME).map(checked.values()::get).orElse(null);
        List<StageDates.Due> due = wanted == null ? List.of() : stages.apply(schema, edit, wanted, origin);
        if (origin.strict() && table.type() == ObjectType.CONTACTS) {
            rules.check(schema, edit);
        }
        StoredRecord after = next(table, edit, origin);
        return new Draft(table, after, edit.isFresh(), sent.keySet(), checked.warnings(), due);
    }

    private StoredRecord next(Table table, Edit edit, Origin origin) {
        Optional<StoredRecord> before = table.exact(edit.id());
        if (before.isEmpty()) {
            return edit.done(origin.at());
        }
        if (!edit.changed() && !crm.quirks().on(Quirks.SAME_VALUE_TOUCHES)) {
            return before.get();
        }
        long last = before.get().updatedAt();
        // a person's edit of an earlier time still moves the stamp: no edit may hide behind the one before it
        return edit.done(origin.inside() ? Math.max(origin.at(), last + 1) : Math.max(origin.at(), last));
    }

    private void claim(Table table, long id, Property property, String value) {
        if (value.isEmpty() || !Table.identifies(property)) {
            return;
        }
        boolean email = property.name().equals("email");
        if (email && crm.blockedEmails().contains(value)) {
            throw Failure.invalid("This address was deleted for privacy reasons and cannot be added again.");
        }
        Optional<StoredRecord> holder = table.holder(property, value);
        if (holder.isEmpty() && email) {
            holder = table.secondaryHolder(value);
        }
        holder.filter(other -> other.id() != id).ifPresent(other -> {
            throw taken(table, property, other.id());
        });
    }

    private Failure taken(Table table, Property property, long other) {
        String name = table.type().singular();
        String kind = Character.toUpperCase(name.charAt(0)) + name.substring(1);
        if (!property.name().equals("email") && crm.quirks().is(Quirks.UNIQUE_CONFLICT, "400")) {
            return Checks.refusal(
                    property.name(), "CONFLICTING_UNIQUE_VALUE", kind + " " + other + " already has that value");
        }
        return Failure.conflict(kind + " already exists. Existing ID: " + other);
    }

    private static void requireSome(Table table, Edit edit) {
        switch (table.type()) {
            case CONTACTS -> any(table, edit, "email", "firstname", "lastname");
            case COMPANIES -> any(table, edit, "name", "domain");
            case DEALS -> {
                any(table, edit, "dealname");
                any(table, edit, "dealstage");
            }
            case NOTES, TASKS, CALLS, MEETINGS -> any(table, edit, "hs_timestamp");
            case EMAILS -> {
                any(table, edit, "hs_timestamp");
                any(table, edit, "hs_email_direction");
            }
            case COMMUNICATIONS -> any(table, edit, "hs_communication_channel_type");
        }
    }

    private static void any(Table table, Edit edit, String... names) {
        for (String name : names) {
            if (!edit.at(table.schema().slot(name)).isEmpty()) {
                return;
            }
        }
        throw Failure.invalid("Cannot create a " + table.type().singular() + ": a value is required for "
                + String.join(" or ", names));
    }
}
