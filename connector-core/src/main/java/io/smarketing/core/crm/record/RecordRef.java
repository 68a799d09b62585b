package io.smarketing.core.crm.record;

import java.util.Comparator;

/** Where a record is: which CRM, which type, which id (in the CRM's normal form). Sorts by all three. */
public record RecordRef(CrmId crm, RecordType type, String id) implements Comparable<RecordRef> {

    private static final Comparator<RecordRef> ORDER =
            Comparator.comparing(RecordRef::crm).thenComparing(RecordRef::type).thenComparing(RecordRef::id);

    public RecordRef {
        if (id.isBlank()) {
            throw new IllegalArgumentException("a record reference has no id");
        }
    }

    @Override
    public int compareTo(RecordRef other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return crm + " " + type + " " + id;
    }
}
