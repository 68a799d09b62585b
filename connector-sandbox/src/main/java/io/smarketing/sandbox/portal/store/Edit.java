package io.smarketing.sandbox.portal.store;

import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The next version of a record in the making. */
public final class Edit {

    private final long id;
    private final long createdAt;
    private final Source origin;
    private final Map<Integer, String> values = new TreeMap<>();
    private final boolean fresh;
    private @Nullable Change last;
    private boolean changed;

    private Edit(long id, long createdAt, Source origin, boolean fresh) {
        this.id = id;
        this.createdAt = createdAt;
        this.origin = origin;
        this.fresh = fresh;
    }

    public static Edit fresh(long id, long createdAt, Source origin) {
        return new Edit(id, createdAt, origin, true);
    }

    public static Edit of(StoredRecord base) {
        return copy(base, base.id());
    }

    /** The next version under another id: what a merge makes. */
    public static Edit copy(StoredRecord base, long id) {
        Edit edit = new Edit(id, base.createdAt(), base.origin(), false);
        for (int slot : base.slots()) {
            edit.values.put(slot, base.at(slot));
        }
        edit.last = base.last();
        return edit;
    }

    /** The value as it stands in this version, empty if blank. */
    public String at(int slot) {
        return values.getOrDefault(slot, "");
    }

    /** Sets a value; one that is there already changes nothing. */
    public void set(int slot, String value, long at, Source source) {
        String before = values.get(slot);
        if (slot < 0 || value.equals(before == null ? "" : before)) {
            return;
        }
        if (before != null && !told(slot)) {
            last = new Change((short) slot, before, createdAt, origin, last);
        }
        if (!fresh || before != null || at != createdAt || !source.equals(origin)) {
            last = new Change((short) slot, value, at, source, last);
        }
        values.put(slot, value);
        changed = true;
    }

    /** True while the record does not exist yet. */
    public boolean isFresh() {
        return fresh;
    }

    /** True if a value differs from the version before. */
    public boolean changed() {
        return changed;
    }

    public StoredRecord done(long updatedAt) {
        short[] slots = new short[values.size()];
        String[] texts = new String[slots.length];
        int place = 0;
        for (Map.Entry<Integer, String> each : values.entrySet()) {
            slots[place] = each.getKey().shortValue();
            texts[place++] = each.getValue();
        }
        return new StoredRecord(this, updatedAt, slots, texts);
    }

    private boolean told(int slot) {
        for (Change each = last; each != null; each = each.earlier()) {
            if (each.slot() == slot) {
                return true;
            }
        }
        return false;
    }

    public long id() {
        return id;
    }

    long createdAt() {
        return createdAt;
    }

    Source origin() {
        return origin;
    }

    @Nullable
    Change last() {
        return last;
    }
}
