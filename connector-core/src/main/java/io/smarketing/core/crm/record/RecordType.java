package io.smarketing.core.crm.record;

/** A kind of record, by the CRM's own word for it (a contact, a lead). */
public record RecordType(String name) implements Comparable<RecordType> {

    public RecordType {
        if (name.isBlank()) {
            throw new IllegalArgumentException("a record type has no name");
        }
    }

    @Override
    public int compareTo(RecordType other) {
        return name.compareTo(other.name);
    }

    @Override
    public String toString() {
        return name;
    }
}
