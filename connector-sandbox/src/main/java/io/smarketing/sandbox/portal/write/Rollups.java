package io.smarketing.sandbox.portal.write;

import io.smarketing.sandbox.portal.schema.Iso;
import io.smarketing.sandbox.portal.schema.ObjectType;
import io.smarketing.sandbox.portal.schema.Schema;
import io.smarketing.sandbox.portal.store.Crm;
import io.smarketing.sandbox.portal.store.Edit;
import io.smarketing.sandbox.portal.store.End;
import io.smarketing.sandbox.portal.store.Source;
import io.smarketing.sandbox.portal.store.StoredRecord;
import io.smarketing.sandbox.portal.store.Table;
import io.smarketing.sandbox.portal.wire.Quirks;
import java.util.Set;

/**
 * What a contact tells of the activities on its timeline: when somebody last reached out, when anything last happened,
 * how often. Each new or changed activity brings them up to date, which changes the contact.
 */
record Rollups(Crm crm) {

    private static final Set<ObjectType> CONTACTING =
            Set.of(ObjectType.CALLS, ObjectType.EMAILS, ObjectType.MEETINGS, ObjectType.COMMUNICATIONS);

    /** Two records were linked, or are no longer. */
    void linked(End one, End other) {
        if (one.type().activity() && other.type() == ObjectType.CONTACTS) {
            bring(other);
        } else if (other.type().activity() && one.type() == ObjectType.CONTACTS) {
            bring(one);
        } else {
            new LinkCounts(crm).linked(one, other);
        }
    }

    /** A record was made or changed. */
    void changed(End activity) {
        if (activity.type().activity()) {
            crm.links().of(activity, ObjectType.CONTACTS).keySet().forEach(this::bring);
        }
    }

    private void bring(End contact) {
        Table table = crm.table(ObjectType.CONTACTS);
        if (crm.quirks().unlessOff(Quirks.ACTIVITY_TOUCHES)) {
            table.exact(contact.id()).ifPresent(record -> bring(table, record, contact));
        }
    }

    private void bring(Table table, StoredRecord record, End contact) {
        Schema schema = table.schema();
        String contacted = record.at(schema.slot("notes_last_contacted"));
        String updated = record.at(schema.slot("notes_last_updated"));
        int times = 0;
        for (ObjectType type : ObjectType.values()) {
            if (type.activity()) {
                for (End end : crm.links().of(contact, type).keySet()) {
                    String at = at(crm.table(type), end.id());
                    updated = later(updated, at);
                    if (CONTACTING.contains(type)) {
                        contacted = later(contacted, at);
                        times++;
                    }
                }
            }
        }
        Edit edit = Edit.of(record);
        set(edit, schema, "notes_last_updated", updated);
        set(edit, schema, "notes_last_contacted", contacted);
        set(edit, schema, "hs_last_sales_activity_timestamp", contacted);
        set(edit, schema, "num_contacted_notes", times == 0 ? "" : Integer.toString(times));
        if (edit.changed()) {
            table.put(edit.done(Math.max(crm.now(), record.updatedAt() + 1)));
        }
    }

    private void set(Edit edit, Schema schema, String name, String value) {
        if (!value.isEmpty()) {
            edit.set(schema.slot(name), value, crm.now(), Source.CALCULATED);
        }
    }

    /** When it happened; what a task is due for says nothing of that. */
    private static String at(Table table, long id) {
        Schema schema = table.schema();
        return table.exact(id)
                .map(record -> {
                    boolean task = table.type() == ObjectType.TASKS;
                    String at = record.at(schema.slot(task ? "hs_task_completion_date" : "hs_timestamp"));
                    return at.isEmpty() ? Iso.of(record.createdAt()) : at;
                })
                .orElse("");
    }

    /** Stamps are texts whose order is that of time. */
    private static String later(String one, String other) {
        return one.compareTo(other) >= 0 ? one : other;
    }
}
