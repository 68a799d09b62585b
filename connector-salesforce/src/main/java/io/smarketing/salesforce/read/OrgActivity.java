package io.smarketing.salesforce.read;

import io.smarketing.core.crm.Activity;
import io.smarketing.core.crm.record.Edit;
import io.smarketing.core.crm.record.RecordRef;
import io.smarketing.core.crm.record.Touch;
import io.smarketing.core.lead.FieldName;
import io.smarketing.http.Fan;
import io.smarketing.salesforce.rest.Rest;
import io.smarketing.salesforce.schema.OrgSchema;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** What people of the org did about contacts and leads. */
public final class OrgActivity implements Activity {

    private final Touches touches;
    private final LastEdits edits;

    /** @param ourselves our own user's id */
    public OrgActivity(Rest rest, Fan fan, OrgSchema schema, Records records, FieldHistory history, String ourselves) {
        this.touches = new Touches(rest, fan, schema, records, ourselves);
        this.edits = new LastEdits(rest, fan, schema, history, ourselves);
    }

    @Override
    public Map<RecordRef, List<Touch>> touches(Map<RecordRef, Instant> since) {
        return touches.of(since);
    }

    @Override
    public Map<RecordRef, Edit> lastEdits(Map<RecordRef, FieldName> fields) {
        return edits.of(fields);
    }
}
