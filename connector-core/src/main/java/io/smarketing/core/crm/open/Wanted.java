package io.smarketing.core.crm.open;

import io.smarketing.core.crm.record.RecordType;
import io.smarketing.core.lead.FieldName;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What is wanted of a CRM.
 *
 * @param types which fields are to be read, for each record type of the mapped subjects; the adapter adds what it needs
 *     itself
 * @param assigns true if the CRM's own rules are to choose who gets a new record; they never touch one that exists
 */
public record Wanted(Map<RecordType, Type> types, boolean assigns) {

    public Wanted {
        types = Map.copyOf(types);
    }

    /** With new records assigned by the CRM's own rules. */
    public Wanted(Map<RecordType, Type> types) {
        this(types, true);
    }

    /** What is wanted of a type; an IllegalArgumentException if it is not wanted at all. */
    public Type of(RecordType type) {
        return Optional.ofNullable(types.get(type))
                .orElseThrow(() -> new IllegalArgumentException("no field of " + type + " is mapped"));
    }

    /**
     * What is wanted of one record type.
     *
     * @param key the field that holds our external id
     * @param stage the field that holds the stage, if the CRM has one
     * @param fields all others, in order
     */
    public record Type(FieldName key, Optional<FieldName> stage, Set<FieldName> fields) {

        public Type {
            fields = Collections.unmodifiableSet(new LinkedHashSet<>(fields));
        }

        /** Key, stage and fields together. */
        public Set<FieldName> all() {
            Set<FieldName> all = new LinkedHashSet<>(fields);
            all.add(key);
            stage.ifPresent(all::add);
            return all;
        }
    }
}
