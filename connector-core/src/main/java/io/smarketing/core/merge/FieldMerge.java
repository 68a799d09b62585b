package io.smarketing.core.merge;

import io.smarketing.core.crm.record.CrmId;
import io.smarketing.core.lead.FieldValue;
import java.util.Map;
import java.util.Optional;

/**
 * One field settled.
 *
 * @param halves halves that move now, whatever is written
 * @param write what is to be written, if anything
 */
public record FieldMerge(Verdict verdict, Map<CrmId, Half> halves, Optional<Write> write) {

    static FieldMerge of(Verdict verdict, Map<CrmId, Half> halves) {
        return new FieldMerge(verdict, halves, Optional.empty());
    }

    /**
     * A value to write.
     *
     * @param to the CRM that gets it
     * @param onWritten the halves that move once, and only if, that CRM has answered
     */
    public record Write(CrmId to, FieldValue value, Map<CrmId, Half> onWritten) {}
}
