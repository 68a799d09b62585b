package io.smarketing.sandbox.portal.desk;

import io.smarketing.sandbox.portal.store.Crm;
import io.smarketing.sandbox.portal.store.Source;
import io.smarketing.sandbox.portal.wire.Call;
import io.smarketing.sandbox.portal.write.Origin;
import io.smarketing.sandbox.portal.write.Writer;

/** What the endpoints share: the records, the one way to write them, how to find and how to show them. */
public record Desk(Crm crm, Writer writer) {

    public RecordJson json() {
        return new RecordJson(crm);
    }

    public Lookup lookup() {
        return new Lookup(crm);
    }

    /** Where a write that comes over the API is from. */
    public Origin origin(Call call) {
        return new Origin(Source.API, crm.now(), call.version().strict(), false);
    }
}
