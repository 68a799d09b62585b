package io.smarketing.sandbox.org.write;

import io.smarketing.sandbox.kernel.Switches;
import io.smarketing.sandbox.org.data.Row;
import io.smarketing.sandbox.org.data.Store;
import io.smarketing.sandbox.org.error.Fault;
import io.smarketing.sandbox.org.error.OrgError;
import io.smarketing.sandbox.org.schema.Field;
import io.smarketing.sandbox.org.schema.ObjectType;
import io.smarketing.sandbox.org.schema.Schema;
import io.smarketing.sandbox.org.schema.Trait;
import java.util.List;
import java.util.Set;

/** How records leave and come back: the recycle bin, and merges, whose losers go there too. */
public final class Deletion {

    private static final Set<String> MERGEABLE = Set.of("Lead", "Contact", "Account");

    private final Store store;
    private final Records records;
    private final Switches switches;

    public Deletion(Store store, Records records, Switches switches) {
        this.store = store;
        this.records = records;
        this.switches = switches;
    }

    /** Puts a record and what hangs on it into the recycle bin. */
    public void delete(Row row, Actor by) throws OrgError {
        if (row.type().field("IsDeleted").isEmpty()) {
            throw OrgError.bad("INSUFFICIENT_ACCESS_OR_READONLY", row.type().name() + " cannot be deleted");
        }
        if (row.deleted()) {
            throw new OrgError(404, List.of(Fault.of("ENTITY_IS_DELETED", "entity is deleted")));
        }
        bin(row, true, by, false);
    }

    /** Takes a record out of the recycle bin, with what went there together with it. */
    public void restore(Row row, Actor by) throws OrgError {
        if (!row.deleted()) {
            throw OrgError.bad("UNDELETE_FAILED", "entity is not in the recycle bin");
        }
        bin(row, false, by, switches.on("undelete-keeps-stamp"));
    }

    /** Takes a record out of the recycle bin for good, with what went there together with it. */
    public void destroy(Row row) throws OrgError {
        if (!row.deleted()) {
            throw OrgError.bad("DELETE_FAILED", "entity is not in the recycle bin");
        }
        for (Schema.Child child : store.schema().children(row.type())) {
            if (child.field().is(Trait.CASCADES)) {
                for (Row each : store.table(child.type()).find(child.field(), row.id())) {
                    if (each.deleted()) {
                        destroy(each);
                    }
                }
            }
        }
        if (!switches.on("purge-ends-delete-log")) {
            store.remember(row);
        }
        store.erase(row);
    }

    private void bin(Row row, boolean deleted, Actor by, boolean silently) {
        for (Schema.Child child : store.schema().children(row.type())) {
            if (child.field().is(Trait.CASCADES)) {
                for (Row each : store.table(child.type()).find(child.field(), row.id())) {
                    if (each.deleted() != deleted) {
                        bin(each, deleted, by, switches.on("cascade-keeps-stamp"));
                    }
                }
            }
        }
        Draft draft = Draft.of(row);
        draft.values()[ObjectType.IS_DELETED] = deleted;
        records.keep(row, draft, by, silently);
    }

    /** Merges two records of one object: the loser goes to the recycle bin, what hung on it moves to the winner. */
    public void merge(Row winner, Row loser, Actor by) throws OrgError {
        if (!MERGEABLE.contains(winner.type().name()) || winner.type() != loser.type()) {
            throw OrgError.bad(
                    "INVALID_TYPE_FOR_OPERATION",
                    "cannot merge " + winner.type().name());
        }
        if (winner == loser || winner.deleted() || loser.deleted()) {
            throw OrgError.bad("INVALID_CROSS_REFERENCE_KEY", "the records to merge must be two, and not deleted");
        }
        for (Schema.Child child : store.schema().children(loser.type())) {
            if (child.field().indexed()) {
                move(child, loser, winner, by);
            }
        }
        Draft gone = Draft.of(loser).set("MasterRecordId", winner.id());
        gone.values()[ObjectType.IS_DELETED] = true;
        records.keep(loser, gone, by);
        records.keep(winner, Draft.of(winner), by);
    }

    /** Hangs every living child of one record on another. */
    void move(Schema.Child child, Row from, Row to, Actor by) {
        Field field = child.field();
        for (Row row : store.table(child.type()).find(field, from.id())) {
            if (!row.deleted()) {
                records.keep(row, Draft.of(row).set(field, to.id()), by);
            }
        }
    }
}
