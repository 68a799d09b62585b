package io.smarketing.core.merge;

import io.smarketing.core.lead.FieldValue;
import java.util.Optional;

/**
 * One CRM's half of the base of one field: the value that CRM held, in its own normal form, when both were last in
 * step.
 *
 * @param pending we sent this value and the answer held none: the next read settles what it became
 * @param standIn the value is a default of ours, written on create: while it stands unedited it reads as blank
 * @param mapping fingerprint of the field's mapping when the half was made; under another mapping it is no base. Of a stage
 *     field: why what it shows counts for nothing, if so
 * @param bounce how often our value was found undone, if it was
 */
public record Half(FieldValue value, boolean pending, boolean standIn, String mapping, Optional<Bounce> bounce) {

    /** True if that stands in for a value still, in whatever letters a trigger of the CRM has put it. */
    public boolean standsInAs(FieldValue now) {
        return standIn && value.text().equalsIgnoreCase(now.text());
    }

    /** A half that is settled: the CRM was read with this value. */
    public static Half settled(FieldValue value, String mapping) {
        return new Half(value, false, false, mapping, Optional.empty());
    }

    /** A half for a value that was sent and not yet read back. */
    public static Half pending(FieldValue value, String mapping) {
        return new Half(value, true, false, mapping, Optional.empty());
    }
}
