package io.smarketing.testkit.crm;

import io.smarketing.core.crm.Schema;
import io.smarketing.core.crm.record.RecordType;
import io.smarketing.core.lead.Email;
import io.smarketing.core.lead.FieldName;
import io.smarketing.core.lead.FieldSpec;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/** What the fake CRM looks like: its types as they are now, its owners and queues. */
final class FakeSchema implements Schema {

    private final Function<RecordType, Map<FieldName, FieldSpec>> types;
    private final Map<String, Email> owners = new TreeMap<>();
    private final Map<String, String> queues = new TreeMap<>();

    FakeSchema(Function<RecordType, Map<FieldName, FieldSpec>> types) {
        this.types = types;
    }

    void owner(String ownerId, Email email) {
        owners.put(ownerId, email);
    }

    void queue(String queueId, String name) {
        queues.put(name, queueId);
    }

    @Override
    public Map<FieldName, FieldSpec> fields(RecordType type) {
        return types.apply(type);
    }

    @Override
    public Optional<Email> ownerEmail(String ownerId) {
        return Optional.ofNullable(owners.get(ownerId));
    }

    @Override
    public Optional<String> ownerId(Email email) {
        return owners.entrySet().stream()
                .filter(e -> e.getValue().equals(email))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    @Override
    public Optional<String> queueId(RecordType type, String name) {
        return Optional.ofNullable(queues.get(name));
    }
}
