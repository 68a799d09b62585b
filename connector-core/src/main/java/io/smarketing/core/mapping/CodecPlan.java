package io.smarketing.core.mapping;

import io.smarketing.core.crm.Schema;
import io.smarketing.core.lead.FieldSpec;
import io.smarketing.core.lead.FieldType;

/** A codec as the configuration names it, before the CRM's field is known. */
public interface CodecPlan {

    /**
     * The codec between a neutral field of that type and a CRM's field.
     *
     * @throws IllegalArgumentException if the two types cannot be turned into one another; the message says why
     */
    ValueCodec bind(FieldType neutral, FieldSpec field, Schema schema);
}
