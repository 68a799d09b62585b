package io.smarketing.core.sync;

import io.smarketing.core.crm.failure.FailureKind;
import io.smarketing.core.crm.record.CrmId;
import io.smarketing.core.crm.record.RecordRef;
import io.smarketing.core.lead.FieldName;
import java.time.Instant;
import java.util.Optional;

/**
 * A row, or one field of it, that is put aside with its reason. At most one stands for the same record, target and
 * field.
 *
 * @param source the record whose change could not be carried over
 * @param target the CRM it was meant for
 * @param field the guilty field by the mapping's name; empty if the whole row is aside
 * @param sentence what is wrong and what to do, without personal values
 * @param attempt fingerprint of what was tried: the same is not tried again
 * @param at since when it is aside; of what is to be put aside, when it was tried
 */
public record Parked(
        RecordRef source,
        CrmId target,
        Optional<FieldName> field,
        FailureKind kind,
        String sentence,
        String attempt,
        Instant at) {

    /** What is the matter: where this stays the same it is one trouble, however often it is tried. */
    public Trouble trouble() {
        return new Trouble(source, target, field, kind);
    }

    /** What is aside, and for which cause. */
    public record Trouble(RecordRef source, CrmId target, Optional<FieldName> field, FailureKind kind) {}

    /** The same row, to be tried once more as it is. */
    public Parked untried() {
        return new Parked(source, target, field, kind, sentence, "", at);
    }
}
