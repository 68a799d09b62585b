package io.smarketing.sandbox.portal.store;

import io.smarketing.sandbox.portal.schema.ObjectType;
import io.smarketing.sandbox.portal.schema.Property;
import io.smarketing.sandbox.portal.schema.Schema;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.function.LongSupplier;

/** All records of one type: live, archived, merged away. */
public final class Table {

    private final Schema schema;
    private final NavigableMap<Long, StoredRecord> live = new TreeMap<>();
    private final NavigableMap<Long, StoredRecord> archived = new TreeMap<>();
    private final Map<Long, Long> merged = new HashMap<>();
    private final UniqueValues unique;
    private final SearchView view;

    Table(Schema schema, LongSupplier wall, LongSupplier lagMs) {
        this.schema = schema;
        this.unique = new UniqueValues(schema);
        this.view = new SearchView(wall, lagMs);
    }

    public ObjectType type() {
        return schema.type();
    }

    public Schema schema() {
        return schema;
    }

    /** Records by id, ascending. */
    public NavigableMap<Long, StoredRecord> rows(boolean wantArchived) {
        return Collections.unmodifiableNavigableMap(wantArchived ? archived : live);
    }

    /** Live records as the search index shows them, by id ascending. */
    public Collection<StoredRecord> searchable() {
        return view.rows(live);
    }

    /** The live record of exactly that id. */
    public Optional<StoredRecord> exact(long id) {
        return Optional.ofNullable(live.get(id));
    }

    /** The live record that an id leads to, over any number of merges. */
    public Optional<StoredRecord> find(long id) {
        long at = id;
        while (merged.containsKey(at)) {
            at = merged.get(at);
        }
        return exact(at);
    }

    public boolean isMergedAway(long id) {
        return merged.containsKey(id);
    }

    public Optional<StoredRecord> findArchived(long id) {
        return Optional.ofNullable(archived.get(id));
    }

    /** The live record that holds a unique value. */
    public Optional<StoredRecord> holder(Property property, String value) {
        return record(unique.find(property.slot(), value));
    }

    /** The live record that has the address among its additional ones. */
    public Optional<StoredRecord> secondaryHolder(String address) {
        return record(unique.findSecondary(address));
    }

    /** True if a property tells one record from all others. */
    public static boolean identifies(Property property) {
        return UniqueValues.unique(property);
    }

    /** Takes in a new record or the next version of one. */
    public void put(StoredRecord record) {
        Optional<StoredRecord> before = exact(record.id());
        view.changing(record.id(), before);
        before.ifPresent(unique::remove);
        live.put(record.id(), record);
        unique.add(record);
    }

    /** Takes a record out for good, live or archived. */
    public void purge(long id) {
        archived.remove(id);
        exact(id).ifPresent(record -> {
            view.changing(id, Optional.of(record));
            unique.remove(record);
            live.remove(id);
        });
    }

    public void archive(long id, long at) {
        exact(id).ifPresent(record -> {
            purge(id);
            archived.put(id, record.archived(at));
        });
    }

    /** Brings an archived record back. */
    public void restore(long id, long at) {
        findArchived(id).ifPresent(record -> {
            archived.remove(id);
            put(record.restored(at));
        });
    }

    /** Shows among the archived ones a record that is no longer live. */
    public void showArchived(StoredRecord record, long at) {
        archived.put(record.id(), record.archived(at));
    }

    /** From now on the old id leads to the new one. */
    public void redirect(long oldId, long newId) {
        if (oldId != newId) {
            merged.put(oldId, newId);
        }
    }

    private Optional<StoredRecord> record(OptionalLong id) {
        return id.isPresent() ? exact(id.getAsLong()) : Optional.empty();
    }
}
