package io.smarketing.sandbox.portal.write;

import io.smarketing.sandbox.portal.schema.ObjectType;
import io.smarketing.sandbox.portal.schema.Schema;
import io.smarketing.sandbox.portal.store.Crm;
import io.smarketing.sandbox.portal.store.Edit;
import io.smarketing.sandbox.portal.store.End;
import io.smarketing.sandbox.portal.store.Source;
import io.smarketing.sandbox.portal.store.StoredRecord;
import io.smarketing.sandbox.portal.store.Table;
import io.smarketing.sandbox.portal.wire.Failure;
import io.smarketing.sandbox.portal.wire.Quirks;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The merging of two records into one, which for contacts and companies is a new record with a new id. */
public record Merges(Crm crm) {

    private static final int MOST = 250;

    public StoredRecord merge(Table table, StoredRecord primary, StoredRecord loser, long at) {
        if (primary.id() == loser.id()) {
            throw Failure.invalid("Cannot merge a record into itself");
        }
        Schema schema = table.schema();
        Set<String> former = words(primary, schema.slot("hs_merged_object_ids"));
        former.addAll(words(loser, schema.slot("hs_merged_object_ids")));
        former.addAll(List.of(Long.toString(primary.id()), Long.toString(loser.id())));
        if (former.size() > MOST) {
            throw Failure.of(414, "VALIDATION_ERROR", "The merged record would have more than 250 identities");
        }
        long id = newId(table.type()) ? crm.nextId() : primary.id();
        former.remove(Long.toString(id));
        Edit edit = Edit.copy(primary, id);
        fill(edit, loser, at);
        further(edit, schema, primary, loser, at);
        edit.set(schema.slot("hs_merged_object_ids"), String.join(";", former), at, Source.CALCULATED);
        stampVids(edit, schema, primary, loser, at);
        table.purge(loser.id());
        table.purge(primary.id());
        StoredRecord merged = edit.done(at);
        table.put(merged);
        for (StoredRecord old : List.of(primary, loser)) {
            table.redirect(old.id(), id);
            if (old.id() != id) {
                crm.links().move(new End(table.type(), old.id()), new End(table.type(), id));
                if (crm.quirks().on(Quirks.MERGE_ARCHIVES)) {
                    table.showArchived(old, at);
                }
            }
        }
        new Announcements(crm).merged(table, primary, loser, merged);
        return merged;
    }

    private boolean newId(ObjectType type) {
        String fallback = type == ObjectType.DEALS ? "winner" : "new";
        return crm.quirks().text(Quirks.MERGE_ID, fallback).equals("new");
    }

    private static void fill(Edit edit, StoredRecord loser, long at) {
        for (int slot : loser.slots()) {
            if (edit.at(slot).isEmpty() && slot != Schema.CREATED) {
                edit.set(slot, loser.at(slot), at, Source.MERGE);
            }
        }
    }

    /** What the loser was known by stays with the winner as a further one. */
    private static void further(Edit edit, Schema schema, StoredRecord primary, StoredRecord loser, long at) {
        boolean company = schema.type() == ObjectType.COMPANIES;
        int own = schema.slot(company ? "domain" : "email");
        int additional = schema.slot(company ? "hs_additional_domains" : "hs_additional_emails");
        Set<String> more = words(primary, additional);
        more.addAll(words(loser, additional));
        more.addAll(words(loser, own));
        more.remove(edit.at(own));
        edit.set(additional, String.join(";", more), at, Source.MERGE);
    }

    private static void stampVids(Edit edit, Schema schema, StoredRecord primary, StoredRecord loser, long at) {
        int slot = schema.slot("hs_calculated_merged_vids");
        Set<String> vids = words(primary, slot);
        vids.addAll(words(loser, slot));
        vids.add(primary.id() + ":" + at);
        vids.add(loser.id() + ":" + at);
        edit.set(slot, String.join(";", vids), at, Source.CALCULATED);
    }

    private static Set<String> words(StoredRecord record, int slot) {
        Set<String> words = new LinkedHashSet<>();
        for (String word : record.at(slot).split(";")) {
            if (!word.isEmpty()) {
                words.add(word);
            }
        }
        return words;
    }
}
