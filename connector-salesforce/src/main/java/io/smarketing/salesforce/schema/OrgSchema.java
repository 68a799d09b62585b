package io.smarketing.salesforce.schema;

import io.smarketing.core.crm.Schema;
import io.smarketing.core.crm.record.RecordType;
import io.smarketing.core.lead.Email;
import io.smarketing.core.lead.FieldName;
import io.smarketing.core.lead.FieldSpec;
import java.util.Map;
import java.util.Optional;

/** What the org looks like: the fields of its records, its users and queues, and which related objects we may see. */
public final class OrgSchema implements Schema {

    private final Map<RecordType, Description> types;
    private final Users users;
    private final Queues queues;
    private final PermissionSets permissionSets;

    public OrgSchema(Map<RecordType, Description> types, Users users, Queues queues, PermissionSets permissionSets) {
        this.types = Map.copyOf(types);
        this.users = users;
        this.queues = queues;
        this.permissionSets = permissionSets;
    }

    @Override
    public Map<FieldName, FieldSpec> fields(RecordType type) {
        return types.getOrDefault(type, Description.NONE).fields();
    }

    /** True if we may see records of that object that belong to records of the type. */
    public boolean hasChild(RecordType type, String object) {
        return types.getOrDefault(type, Description.NONE).children().contains(object);
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
    public Optional<String> queueId(RecordType type, String name) {
        return queues.id(type, name);
    }

    @Override
    public String remedy(RecordType type, FieldName field) {
        return permissionSets.remedy(type, field);
    }
}
