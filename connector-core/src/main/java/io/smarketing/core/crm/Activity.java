package io.smarketing.core.crm;

import io.smarketing.core.crm.record.Edit;
import io.smarketing.core.crm.record.RecordRef;
import io.smarketing.core.crm.record.Touch;
import io.smarketing.core.lead.FieldName;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** What people did about a person in a CRM, asked in batches and only where it decides. An empty question costs no call. */
public interface Activity {

    /** A CRM that keeps no account of what people do. */
    Activity NONE = new Activity() {
        @Override
        public Map<RecordRef, List<Touch>> touches(Map<RecordRef, Instant> since) {
            return Map.of();
        }

        @Override
        public Map<RecordRef, Edit> lastEdits(Map<RecordRef, FieldName> fields) {
            return Map.of();
        }
    };

    /**
     * The touches of each record by humans at or after that time, in order: calls, e-mails, meetings and tasks done. What
     * our own user or an automation did never counts. A record without one is left out.
     */
    Map<RecordRef, List<Touch>> touches(Map<RecordRef, Instant> since);

    /**
     * Who last edited this field of each record and when: from the field's history if it is kept, else the record's last
     * edit. Edits of our own user never count; a record without another is left out.
     */
    Map<RecordRef, Edit> lastEdits(Map<RecordRef, FieldName> fields);
}
