package io.smarketing.sandbox.portal.write;

import io.smarketing.sandbox.portal.schema.LinkType;
import io.smarketing.sandbox.portal.schema.ObjectType;
import io.smarketing.sandbox.portal.store.Crm;
import io.smarketing.sandbox.portal.store.Edit;
import io.smarketing.sandbox.portal.store.End;
import io.smarketing.sandbox.portal.store.Source;
import io.smarketing.sandbox.portal.wire.Quirks;
import java.util.Map;

/** What contacts and deals tell of the records they are linked to: their primary company, and how many there are. */
record LinkCounts(Crm crm) {

    private static final Map<ObjectType, String> PRIMARY = Map.of(
            ObjectType.CONTACTS, "associatedcompanyid",
            ObjectType.DEALS, "hs_primary_associated_company");

    private static final Map<ObjectType, String> COUNT = Map.of(
            ObjectType.CONTACTS, "num_associated_deals",
            ObjectType.DEALS, "num_associated_contacts");

    /** Two records were linked, or are no longer: each end that tells of it changes. */
    void linked(End one, End other) {
        if (crm.quirks().unlessOff(Quirks.LINK_TOUCHES)) {
            bring(one, other.type());
            bring(other, one.type());
        }
    }

    private void bring(End end, ObjectType other) {
        if (PRIMARY.containsKey(end.type()) && other == ObjectType.COMPANIES) {
            set(end, PRIMARY.getOrDefault(end.type(), ""), primary(end));
        } else if (COUNT.containsKey(end.type()) && COUNT.containsKey(other)) {
            int many = crm.links().of(end, other).size();
            set(end, COUNT.getOrDefault(end.type(), ""), many == 0 ? "" : Integer.toString(many));
        }
    }

    private String primary(End end) {
        return crm.links().of(end, ObjectType.COMPANIES).entrySet().stream()
                .filter(link -> link.getValue().stream().anyMatch(LinkType::primary))
                .map(link -> Long.toString(link.getKey().id()))
                .findFirst()
                .orElse("");
    }

    private void set(End end, String property, String value) {
        crm.table(end.type()).exact(end.id()).ifPresent(record -> {
            Edit edit = Edit.of(record);
            edit.set(crm.schema(end.type()).slot(property), value, crm.now(), Source.CALCULATED);
            if (edit.changed()) {
                crm.table(end.type()).put(edit.done(Math.max(crm.now(), record.updatedAt() + 1)));
            }
        });
    }
}
