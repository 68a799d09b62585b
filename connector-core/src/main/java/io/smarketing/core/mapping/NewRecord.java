package io.smarketing.core.mapping;

import io.smarketing.core.lead.FieldType;
import io.smarketing.core.lead.Fields;

/**
 * What a CRM's new records are made by.
 *
 * @param map the dictionary of their type
 * @param ruled true if the CRM's own rules may give one to somebody else than we say
 * @param queue the owner field with the queue that gets them; nothing if no queue does
 */
public record NewRecord(FieldMap map, boolean ruled, Fields queue) {

    /** True if the field is the owner, and who that is the source does not decide: what we read of it then is news. */
    public boolean isGivenBeside(FieldPlace place) {
        return place.spec().type() == FieldType.OWNER && (ruled || !queue.isEmpty());
    }
}
