package io.smarketing.sandbox.portal.write;

import io.smarketing.sandbox.portal.hook.Happening;
import io.smarketing.sandbox.portal.hook.Happening.Doer;
import io.smarketing.sandbox.portal.schema.ObjectType;
import io.smarketing.sandbox.portal.schema.Property;
import io.smarketing.sandbox.portal.schema.Schema;
import io.smarketing.sandbox.portal.store.Crm;
import io.smarketing.sandbox.portal.store.End;
import io.smarketing.sandbox.portal.store.Source;
import io.smarketing.sandbox.portal.store.StoredRecord;
import io.smarketing.sandbox.portal.store.Table;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Tells the portal's news of what is done to contacts, companies and deals. */
public record Announcements(Crm crm) {

    private static final Set<ObjectType> TOLD = EnumSet.of(ObjectType.CONTACTS, ObjectType.COMPANIES, ObjectType.DEALS);

    /** A record was made or changed by somebody; what the portal calculates itself is not told. */
    void written(Table table, Optional<StoredRecord> before, StoredRecord after) {
        if (!isTold(table)) {
            return;
        }
        if (before.isEmpty()) {
            tell(
                    of(table.type(), "creation"),
                    after.id(),
                    after.createdAt(),
                    after.origin(),
                    Map.of("changeFlag", "NEW"));
            return;
        }
        Schema schema = table.schema();
        for (Property property : schema.all(false)) {
            int slot = property.slot();
            boolean changed = slot != Schema.MODIFIED
                    && !after.at(slot).equals(before.get().at(slot));
            if (changed) {
                tell(
                        of(table.type(), "propertyChange"),
                        after.id(),
                        after.updatedAt(),
                        after.history(slot).get(0).source(),
                        Map.of("propertyName", property.name(), "propertyValue", after.at(slot), "isSensitive", false));
            }
        }
    }

    public void archived(Table table, long id, Source source) {
        if (isTold(table)) {
            tell(of(table.type(), "deletion"), id, crm.now(), source, Map.of("changeFlag", "DELETED"));
        }
    }

    public void restored(Table table, long id) {
        if (isTold(table)) {
            tell(of(table.type(), "restore"), id, crm.now(), Source.PERSON, Map.of());
        }
    }

    /** A person's wish to be forgotten was carried out. */
    public void purged(Table table, long id) {
        if (isTold(table)) {
            tell(of(table.type(), "privacyDeletion"), id, crm.now(), Source.PERSON, Map.of());
        }
    }

    void merged(Table table, StoredRecord primary, StoredRecord loser, StoredRecord merged) {
        if (isTold(table)) {
            tell(
                    of(table.type(), "merge"),
                    primary.id(),
                    crm.now(),
                    Source.PERSON,
                    Map.of(
                            "primaryObjectId", primary.id(),
                            "mergedObjectIds", List.of(loser.id()),
                            "newObjectId", merged.id(),
                            "numberOfPropertiesMoved", loser.slots().length));
        }
    }

    /** Told from both ends, each by its own. */
    void linked(End from, End to) {
        if (crm.news().isWanted() && TOLD.contains(from.type()) && TOLD.contains(to.type())) {
            boolean ofContact = to.type() == ObjectType.CONTACTS;
            link(ofContact ? to : from, ofContact ? from : to);
        }
    }

    private void link(End from, End to) {
        for (boolean forward : new boolean[] {true, false}) {
            End one = forward ? from : to;
            End other = forward ? to : from;
            tell(
                    of(from.type(), "associationChange"),
                    from.id(),
                    crm.now(),
                    Source.API,
                    Map.of(
                            "associationType",
                            word(one) + "_TO_" + word(other),
                            "fromObjectId",
                            one.id(),
                            "toObjectId",
                            other.id(),
                            "associationRemoved",
                            !crm.links().linked(from, to),
                            "isPrimaryAssociation",
                            false));
        }
    }

    private static String word(End end) {
        return end.type().singular().toUpperCase(Locale.ROOT);
    }

    private boolean isTold(Table table) {
        return TOLD.contains(table.type()) && crm.news().isWanted();
    }

    private static String of(ObjectType type, String what) {
        return type.singular() + "." + what;
    }

    private void tell(String type, long id, long at, Source source, Map<String, Object> more) {
        crm.news().tell(new Happening(type, id, at, new Doer(source.type(), source.id()), more));
    }
}
