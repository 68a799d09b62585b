package io.smarketing.core.merge;

import io.smarketing.core.crm.record.CrmId;
import io.smarketing.core.lead.FieldValue;
import java.util.Optional;

/**
 * What one CRM shows of one field while it is settled.
 *
 * @param now the value it holds, in its own normal form
 * @param neutral what that means; a stand-in of ours means blank
 * @param half its half of the base, if there is one under the present mapping
 * @param incoming the other side's value in this CRM's normal form; empty if it cannot be written here
 * @param required the CRM does not take a blank
 */
public record FieldSide(
        CrmId crm,
        FieldValue now,
        FieldValue neutral,
        Optional<Half> half,
        Optional<FieldValue> incoming,
        boolean required) {

    /** True if the value differs from this CRM's own half, and not only in the letters of a stand-in. */
    boolean changed() {
        return half.map(h -> !h.value().equals(now) && !h.standsInAs(now)).orElse(false);
    }

    /** True if writing the other's value here would change nothing. */
    boolean wouldStay() {
        return incoming.map(now::equals).orElse(false);
    }

    /** This side's half as read now: a stand-in stays one while it is unedited. */
    Half asRead(String mapping) {
        Half before = half.orElse(Half.settled(now, mapping));
        return new Half(now, false, before.standsInAs(now), mapping, before.bounce());
    }
}
