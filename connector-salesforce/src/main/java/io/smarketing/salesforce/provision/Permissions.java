package io.smarketing.salesforce.provision;

import com.sforce.soap.metadata.PermissionSet;
import com.sforce.soap.metadata.PermissionSetFieldPermissions;
import com.sforce.soap.metadata.PermissionSetObjectPermissions;
import io.smarketing.core.crm.provision.Blueprint;
import io.smarketing.core.crm.provision.OwnField.Purpose;
import io.smarketing.core.crm.provision.Part;
import io.smarketing.core.crm.record.RecordType;
import io.smarketing.salesforce.provision.FieldStep.Place;
import io.smarketing.salesforce.schema.OrgTypes;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What one permission set has to grant.
 *
 * @param fields whether each field can be edited, or only read
 * @param objects whether records of each object can be created and edited, or only read
 */
record Permissions(
        String name, String label, String description, Map<String, Boolean> fields, Map<String, Boolean> objects) {

    /** For the user as whom the connector works. */
    static final String INTEGRATION_NAME = "Smarketing_Integration";

    /** For everybody who works on leads. */
    static final String REP_NAME = "Smarketing_Rep";

    Permissions {
        fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
        objects = Collections.unmodifiableMap(new LinkedHashMap<>(objects));
    }

    static List<Permissions> all(Blueprint blueprint) {
        return List.of(integration(blueprint), rep(blueprint));
    }

    private static Permissions integration(Blueprint blueprint) {
        Map<String, Boolean> fields = new LinkedHashMap<>();
        custom(blueprint).forEach(place -> fields.put(place.fullName(), true));
        Map<String, Boolean> objects = new LinkedHashMap<>();
        objects.put("Lead", true);
        objects.put("Contact", true);
        // of people they are read, kept in step they are written as well
        objects.put("Account", has(blueprint, OrgTypes.ACCOUNT));
        objects.put("Opportunity", has(blueprint, OrgTypes.OPPORTUNITY));
        return new Permissions(
                INTEGRATION_NAME,
                "Smarketing Integration",
                "What the Smarketing Connector's user needs: its own fields, and the records that it keeps in step.",
                fields,
                objects);
    }

    private static boolean has(Blueprint blueprint, RecordType type) {
        return blueprint.fields().stream().anyMatch(field -> field.places().containsKey(type));
    }

    /** The key is of no use to a person. */
    private static Permissions rep(Blueprint blueprint) {
        Map<String, Boolean> fields = new LinkedHashMap<>();
        custom(blueprint)
                .filter(place -> !place.field().is(Purpose.KEY))
                .forEach(place ->
                        fields.put(place.fullName(), place.field().purpose().isEditedByReps()));
        return new Permissions(
                REP_NAME,
                "Smarketing Rep",
                "Lets reps see where a lead stands, and tell what they think of it.",
                fields,
                Map.of());
    }

    private static Stream<Place> custom(Blueprint blueprint) {
        return Place.all(blueprint).stream().filter(Place::isCustom);
    }

    /** The same, of these fields only. */
    Permissions only(Set<String> existing) {
        Map<String, Boolean> some = new LinkedHashMap<>(fields);
        some.keySet().retainAll(existing);
        return new Permissions(name, label, description, some, objects);
    }

    /** How it stands with a permission set that is there. */
    Part against(PermissionSet there) {
        Map<String, Boolean> granted = granted(there);
        Map<String, Boolean> objectsThere = objects(there);
        List<String> lacking = Stream.concat(
                        fields.keySet().stream().filter(f -> !granted.containsKey(f)),
                        objects.keySet().stream().filter(o -> !objectsThere.containsKey(o)))
                .toList();
        if (!lacking.isEmpty()) {
            return Part.missing(PermissionStep.KIND, name, "access to " + OrgProvisioner.some(lacking));
        }
        List<String> weaker = Stream.concat(
                        fields.keySet().stream().filter(f -> fields.get(f) && !granted.get(f)),
                        objects.keySet().stream().filter(o -> objects.get(o) && !objectsThere.get(o)))
                .toList();
        return Part.there(
                PermissionStep.KIND,
                name,
                weaker.isEmpty()
                        ? Optional.empty()
                        : Optional.of("it lets nobody edit " + OrgProvisioner.some(weaker)
                                + ": tick 'Edit Access' there, and 'Create' for an object"));
    }

    PermissionSet metadata() {
        PermissionSet set = new PermissionSet();
        set.setFullName(name);
        set.setLabel(label);
        set.setDescription(description);
        set.setFieldPermissions(new PermissionSetFieldPermissions[0]);
        set.setObjectPermissions(new PermissionSetObjectPermissions[0]);
        return addedTo(set);
    }

    /** That permission set with what it lacks; what it grants already stays as it is. */
    PermissionSet addedTo(PermissionSet set) {
        Set<String> granted = granted(set).keySet();
        Set<String> objectsThere = objects(set).keySet();
        set.setFieldPermissions(Stream.concat(
                        Arrays.stream(set.getFieldPermissions()),
                        fields.keySet().stream()
                                .filter(f -> !granted.contains(f))
                                .map(this::field))
                .toArray(PermissionSetFieldPermissions[]::new));
        set.setObjectPermissions(Stream.concat(
                        Arrays.stream(set.getObjectPermissions()),
                        objects.keySet().stream()
                                .filter(o -> !objectsThere.contains(o))
                                .map(this::object))
                .toArray(PermissionSetObjectPermissions[]::new));
        return set;
    }

    private static Map<String, Boolean> granted(PermissionSet set) {
        return Arrays.stream(set.getFieldPermissions())
                .filter(PermissionSetFieldPermissions::getReadable)
                .collect(Collectors.toMap(
                        PermissionSetFieldPermissions::getField,
                        PermissionSetFieldPermissions::getEditable,
                        (a, b) -> a));
    }

    /** Whether records of each object can be created and edited, or only read. */
    private static Map<String, Boolean> objects(PermissionSet set) {
        return Arrays.stream(set.getObjectPermissions())
                .collect(Collectors.toMap(
                        PermissionSetObjectPermissions::getObject,
                        access -> access.getAllowCreate() && access.getAllowEdit(),
                        (a, b) -> a));
    }

    private PermissionSetFieldPermissions field(String field) {
        PermissionSetFieldPermissions access = new PermissionSetFieldPermissions();
        access.setField(field);
        access.setReadable(true);
        access.setEditable(fields.get(field));
        return access;
    }

    /** All records of the object, since nobody's lead may be left out; deleting is nobody's business here. */
    private PermissionSetObjectPermissions object(String object) {
        PermissionSetObjectPermissions access = new PermissionSetObjectPermissions();
        access.setObject(object);
        access.setAllowRead(true);
        access.setViewAllRecords(true);
        access.setAllowCreate(objects.get(object));
        access.setAllowEdit(objects.get(object));
        return access;
    }
}
