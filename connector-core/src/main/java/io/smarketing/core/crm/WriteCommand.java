package io.smarketing.core.crm;

import io.smarketing.core.crm.record.RecordRef;
import io.smarketing.core.crm.record.RecordType;
import io.smarketing.core.lead.Fields;

/** One row to write: fields under the CRM's API names in the CRM's normal form; a blank value clears the field. */
public sealed interface WriteCommand {

    Fields fields();

    Lane lane();

    /** The same command with other fields. */
    WriteCommand with(Fields fields);

    /**
     * Makes a record, as an upsert on our external id, so that a repeat makes no second one.
     *
     * @param key the external id; the adapter puts it into the key field of the type
     */
    record Create(RecordType type, String key, Fields fields, Lane lane) implements WriteCommand {

        @Override
        public Create with(Fields now) {
            return new Create(type, key, now, lane);
        }
    }

    /** Writes to one record by its id. */
    record Update(RecordRef ref, Fields fields, Lane lane) implements WriteCommand {

        @Override
        public Update with(Fields now) {
            return new Update(ref, now, lane);
        }
    }

    /**
     * Deletes one record by its id: it is {@link WriteOutcome.Written} once it is deleted, {@link WriteOutcome.Gone} if
     * it was before, and stays if it has {@link WriteOutcome.Moved become another}.
     */
    record Delete(RecordRef ref, Lane lane) implements WriteCommand {

        @Override
        public Fields fields() {
            return Fields.NONE;
        }

        /** It has none. */
        @Override
        public Delete with(Fields now) {
            return this;
        }
    }
}
