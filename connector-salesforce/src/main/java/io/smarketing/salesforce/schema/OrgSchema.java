package io.smarketing.salesforce.schema;

import io.smarketing.core.crm.Schema;
import io.smarketing.core.crm.record.RecordType;
import io.smarketing.core.lead.Email;
import io.smarketing.core.lead.FieldName;
import io.smarketing.core.lead.FieldSpec;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** What the org looks like: the fields of its records, its users and queues, and which related objects we may see. */
public final class OrgSchema implements Schema {

    private final Map<RecordType, Description> types;
    private final Users users;
    private final Queues queues;
    private final PermissionSets permissionSets;
    private final OrgZone zone;

    OrgSchema(
            Map<RecordType, Description> types,
            Users users,
            Queues queues,
            PermissionSets permissionSets,
            OrgZone zone) {
        this.types = Map.copyOf(types);
        this.users = users;
        this.queues = queues;
        this.permissionSets = permissionSets;
        this.zone = zone;
    }

    @Override
    public Map<FieldName, FieldSpec> fields(RecordType type) {
        return of(type).fields();
    }

    /** Most digits that the field takes before the point; empty if it is none for numbers. */
    public OptionalInt wholeDigits(RecordType type, FieldName field) {
        NumberRoom room = of(type).numbers().get(field);
        return room == null ? OptionalInt.empty() : OptionalInt.of(room.wholeDigits());
    }

    /** True if we may see records of that object that belong to records of the type. */
    public boolean hasChild(RecordType type, String object) {
        return of(type).children().contains(object);
    }

    private Description of(RecordType type) {
        return types.getOrDefault(type, Description.NONE);
    }

    @Override
    public Optional<Email> ownerEmail(String ownerId) {
        return users.email(ownerId);
    }

    @Override
    public Optional<String> ownerId(Email email) {
        return users.id(email);
    }

    @Override
    public ZoneId zone() {
        return zone.zone();
    }

    @Override
    public Optional<String> queueId(RecordType type, String name) {
        return queues.id(type, name);
    }

    @Override
    public String remedy(RecordType type, FieldName field) {
        return permissionSets.remedy(type, field);
    }
}
