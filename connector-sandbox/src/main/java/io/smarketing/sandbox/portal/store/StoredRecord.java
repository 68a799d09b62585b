package io.smarketing.sandbox.portal.store;

import io.smarketing.sandbox.portal.schema.Iso;
import io.smarketing.sandbox.portal.schema.Schema;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One version of a record; a change makes another one. Values stand in slots, and only those that were ever set take
 * room; of the history only what differs from "set when the record was created" is kept, so that 200,000 fit.
 */
public final class StoredRecord {

    private static final long LIVE = Long.MIN_VALUE;

    private final long id;
    private final long createdAt;
    private final long updatedAt;
    private final long archivedAt;
    private final Source origin;
    private final short[] slots;
    private final String[] values;
    private final @Nullable Change last;

    StoredRecord(Edit edit, long updatedAt, short[] slots, String[] values) {
        this.id = edit.id();
        this.createdAt = edit.createdAt();
        this.updatedAt = updatedAt;
        this.archivedAt = LIVE;
        this.origin = edit.origin();
        this.slots = slots;
        this.values = values;
        this.last = edit.last();
    }

    private StoredRecord(StoredRecord live, long updatedAt, long archivedAt) {
        this.id = live.id;
        this.createdAt = live.createdAt;
        this.updatedAt = updatedAt;
        this.archivedAt = archivedAt;
        this.origin = live.origin;
        this.slots = live.slots;
        this.values = live.values;
        this.last = live.last;
    }

    /** This record put away; its time of change stays as it was. */
    StoredRecord archived(long at) {
        return new StoredRecord(this, updatedAt, at);
    }

    /** This archived record brought back, which counts as a change. */
    StoredRecord restored(long at) {
        return new StoredRecord(this, Math.max(at, updatedAt + 1), LIVE);
    }

    public long id() {
        return id;
    }

    public long createdAt() {
        return createdAt;
    }

    public long updatedAt() {
        return updatedAt;
    }

    public boolean isArchived() {
        return archivedAt != LIVE;
    }

    public long archivedAt() {
        return archivedAt;
    }

    public Source origin() {
        return origin;
    }

    /** The value of a slot, empty if it is blank. */
    public String at(int slot) {
        if (slot == Schema.ID) {
            return Long.toString(id);
        }
        if (slot == Schema.MODIFIED) {
            return Iso.of(updatedAt);
        }
        int place = slot < 0 ? -1 : Arrays.binarySearch(slots, (short) slot);
        if (place >= 0) {
            return values[place];
        }
        return slot == Schema.CREATED ? Iso.of(createdAt) : "";
    }

    /** True if the slot was set once, even if it is blank now. */
    public boolean knows(int slot) {
        return slot >= 0 && (slot <= Schema.CREATED || Arrays.binarySearch(slots, (short) slot) >= 0);
    }

    /** The slots that were ever set. */
    public int[] slots() {
        int[] all = new int[slots.length];
        for (int i = 0; i < all.length; i++) {
            all[i] = slots[i];
        }
        return all;
    }

    /** What the slot held, newest first. */
    public List<Change> history(int slot) {
        List<Change> told = new ArrayList<>();
        for (Change each = last; each != null; each = each.earlier()) {
            if (each.slot() == slot) {
                told.add(each);
            }
        }
        if (told.isEmpty() && knows(slot)) {
            long at = slot == Schema.MODIFIED ? updatedAt : createdAt;
            told.add(new Change((short) slot, at(slot), at, origin, null));
        }
        return told;
    }

    @Nullable
    Change last() {
        return last;
    }
}
