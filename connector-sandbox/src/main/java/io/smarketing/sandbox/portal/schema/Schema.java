package io.smarketing.sandbox.portal.schema;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The properties and groups of one object type. */
public final class Schema {

    /** Slot of {@code hs_object_id} in every record. */
    public static final int ID = 0;

    /** Slot of the property that bears the time of the last change. */
    public static final int MODIFIED = 1;

    /** Slot of the property that bears the time of creation. */
    public static final int CREATED = 2;

    private final ObjectType type;
    private final Map<String, Property> live = new TreeMap<>();
    private final Map<String, Property> archived = new TreeMap<>();
    private final Map<String, Group> groups = new TreeMap<>();
    private final List<Property> bySlot = new ArrayList<>();

    Schema(ObjectType type) {
        this.type = type;
    }

    public ObjectType type() {
        return type;
    }

    public Optional<Property> find(String name) {
        return Optional.ofNullable(live.get(name));
    }

    public Optional<Property> findArchived(String name) {
        return Optional.ofNullable(archived.get(name));
    }

    /** The slot of a live property, or -1. */
    public int slot(String name) {
        Property property = live.get(name);
        return property == null ? -1 : property.slot();
    }

    /** The property of a slot, live or archived. */
    public Property at(int slot) {
        return bySlot.get(slot);
    }

    public Collection<Property> all(boolean wantArchived) {
        return wantArchived ? archived.values() : live.values();
    }

    /** The slot that the next new property must take; a name that is archived takes its old one back. */
    public int slotFor(String name) {
        Property old = archived.get(name);
        return old == null ? bySlot.size() : old.slot();
    }

    /** Adds a property, or replaces the one of its name. */
    public void put(Property property) {
        archived.remove(property.name());
        live.put(property.name(), property);
        if (property.slot() == bySlot.size()) {
            bySlot.add(property);
        } else {
            bySlot.set(property.slot(), property);
        }
    }

    /** Archives a property; its values stay until the name is created again. */
    public void archive(Property property) {
        live.remove(property.name());
        archived.put(property.name(), property);
    }

    public Optional<Group> group(String name) {
        return Optional.ofNullable(groups.get(name));
    }

    public Collection<Group> groups() {
        return groups.values();
    }

    public void put(Group group) {
        groups.put(group.name(), group);
    }

    public void remove(Group group) {
        groups.remove(group.name());
    }
}
