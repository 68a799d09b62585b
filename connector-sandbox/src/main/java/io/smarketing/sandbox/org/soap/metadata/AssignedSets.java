package io.smarketing.sandbox.org.soap.metadata;

import io.smarketing.sandbox.org.data.Store;
import io.smarketing.sandbox.org.schema.Field;
import io.smarketing.sandbox.org.schema.Grants;
import io.smarketing.sandbox.org.schema.ObjectType;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What the permission sets grant that are assigned to the user as whom the API acts. */
public final class AssignedSets implements Grants {

    private final Store store;
    private final Map<String, Held> sets = new HashMap<>();
    private String user = "";

    public AssignedSets(Store store) {
        this.store = store;
    }

    /** The fields of a set, as {@code Object.Field}. */
    private record Held(Set<String> readable, Set<String> editable) {}

    /** From now on this user's sets count. */
    public void of(String userId) {
        user = userId;
    }

    /** What a set grants from now on. */
    void hold(String name, Set<String> readable, Set<String> editable) {
        sets.put(name, new Held(readable, editable));
    }

    @Override
    public boolean reads(ObjectType type, Field field) {
        return grants(type, field, false);
    }

    @Override
    public boolean edits(ObjectType type, Field field) {
        return grants(type, field, true);
    }

    private boolean grants(ObjectType type, Field field, boolean edit) {
        ObjectType assignments = store.schema().need("PermissionSetAssignment");
        String fullName = type.name() + "." + field.name();
        return store.table(assignments).find(assignments.need("AssigneeId"), user).stream()
                .flatMap(a -> store.row(a.text("PermissionSetId")).stream())
                .flatMap(set -> Optional.ofNullable(sets.get(set.text("Name"))).stream())
                .anyMatch(held -> (edit ? held.editable() : held.readable()).contains(fullName));
    }
}
