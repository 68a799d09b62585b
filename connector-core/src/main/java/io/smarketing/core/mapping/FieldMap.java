package io.smarketing.core.mapping;

import io.smarketing.core.crm.record.CrmId;
import io.smarketing.core.crm.record.CrmRecord;
import io.smarketing.core.lead.FieldName;
import io.smarketing.core.lead.FieldValue;
import io.smarketing.core.lead.Fields;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The two-way dictionary for one record type of one CRM, bound to that CRM's schema. */
public record FieldMap(CrmId crm, OwnFields own, Map<FieldName, FieldPlace> places) {

    public FieldMap {
        places = Collections.unmodifiableMap(new LinkedHashMap<>(places));
    }

    /** The place of a neutral field; empty if it has none on this type. */
    public Optional<FieldPlace> place(FieldName neutral) {
        return Optional.ofNullable(places.get(neutral));
    }

    /** The neutral field that says what this one counts, such as an amount's currency; empty if none that is mapped does. */
    public Optional<FieldName> unit(FieldName neutral) {
        return place(neutral)
                .flatMap(p -> p.spec().unit())
                .flatMap(unit -> places.keySet().stream()
                        .filter(f -> places.get(f).spec().name().equals(unit))
                        .findFirst());
    }

    /** The record in neutral words. */
    public Reading read(CrmRecord record) {
        Map<FieldName, FieldValue> read = new LinkedHashMap<>();
        Map<FieldName, String> unreadable = new LinkedHashMap<>();
        for (Map.Entry<FieldName, FieldPlace> entry : places.entrySet()) {
            FieldPlace place = entry.getValue();
            record.fields()
                    .get(place.spec().name())
                    .ifPresent(held -> place.codec()
                            .read(held)
                            .match(
                                    value -> read.put(entry.getKey(), value),
                                    none -> null,
                                    why -> unreadable.put(
                                            entry.getKey(),
                                            "The value of " + crm + " " + own.type() + "."
                                                    + place.spec().name() + " " + why + ".")));
        }
        return new Reading(new Fields(read), unreadable);
    }

    /**
     * A record in neutral words; a field that is not applicable is in neither.
     *
     * @param unreadable a sentence for each field whose value could not be read
     */
    public record Reading(Fields fields, Map<FieldName, String> unreadable) {}
}
