package io.smarketing.sandbox.portal.search;

import io.smarketing.sandbox.portal.schema.Iso;
import io.smarketing.sandbox.portal.schema.Property;
import io.smarketing.sandbox.portal.schema.Schema;
import io.smarketing.sandbox.portal.schema.ValueType;
import io.smarketing.sandbox.portal.schema.Values;
import io.smarketing.sandbox.portal.store.StoredRecord;
import io.smarketing.sandbox.portal.wire.Failure;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Comparator;
import java.util.function.ToIntFunction;

/** How a property's values compare: numbers by value, times by time, texts without regard to case. */
record Scale(Property property) {

    /** Compares a record's value, which must not be blank, with the wanted one. */
    ToIntFunction<StoredRecord> against(String wanted) {
        if (property.slot() == Schema.MODIFIED) {
            long time = instant(wanted).toEpochMilli();
            return record -> Long.compare(record.updatedAt(), time);
        }
        if (property.slot() == Schema.ID) {
            long id = number(wanted).longValue();
            return record -> Long.compare(record.id(), id);
        }
        if (property.type() == ValueType.NUMBER) {
            BigDecimal number = number(wanted);
            return record -> new BigDecimal(record.at(property.slot())).compareTo(number);
        }
        Comparator<String> order = texts();
        String stored = stored(wanted);
        return record -> order.compare(record.at(property.slot()), stored);
    }

    /** The order of records by this property, blank ones last. */
    Comparator<StoredRecord> order() {
        if (property.slot() == Schema.MODIFIED) {
            return Comparator.comparingLong(StoredRecord::updatedAt);
        }
        if (property.slot() == Schema.ID) {
            return Comparator.comparingLong(StoredRecord::id);
        }
        int slot = property.slot();
        if (property.type() == ValueType.NUMBER) {
            return Comparator.comparing(
                    record -> record.at(slot).isEmpty() ? null : new BigDecimal(record.at(slot)),
                    Comparator.nullsLast(Comparator.naturalOrder()));
        }
        return Comparator.<StoredRecord, Boolean>comparing(
                        record -> record.at(slot).isEmpty())
                .thenComparing(record -> record.at(slot), texts());
    }

    private Comparator<String> texts() {
        boolean exact = property.type() == ValueType.ENUMERATION;
        return exact ? Comparator.naturalOrder() : String.CASE_INSENSITIVE_ORDER;
    }

    /** A wanted value in the form in which values of this type are kept, so that texts can be compared. */
    private String stored(String wanted) {
        return switch (property.type()) {
            case DATETIME -> Iso.of(instant(wanted));
            case DATE -> Iso.of(instant(wanted)).substring(0, 10);
            default -> wanted;
        };
    }

    private Instant instant(String text) {
        return Iso.read(text.strip())
                .orElseThrow(() -> Failure.invalid("Invalid time for " + property.name() + ": " + text));
    }

    private BigDecimal number(String text) {
        return Values.decimal(text.strip())
                .orElseThrow(() -> Failure.invalid("Invalid number for " + property.name() + ": " + text));
    }
}
