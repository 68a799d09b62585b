package io.smarketing.hubspot;

import io.smarketing.core.crm.Activity;
import io.smarketing.core.crm.ChangeFeed;
import io.smarketing.core.crm.Crm;
import io.smarketing.core.crm.QuotaUse;
import io.smarketing.core.crm.RecordReader;
import io.smarketing.core.crm.RecordWriter;
import io.smarketing.core.crm.Schema;
import io.smarketing.core.crm.record.CrmId;
import io.smarketing.hubspot.schema.Portal;
import java.util.function.Supplier;

/** One open HubSpot portal. */
record HubSpotCrm(
        CrmId id,
        Portal portal,
        ChangeFeed changes,
        RecordReader reader,
        RecordWriter writer,
        Activity activity,
        Supplier<QuotaUse> use)
        implements Crm {

    @Override
    public String account() {
        return portal.number();
    }

    @Override
    public Schema schema() {
        return portal.schema();
    }

    @Override
    public QuotaUse quota() {
        return use.get();
    }

    /** Holds nothing: connections are pooled and close by themselves. */
    @Override
    public void close() {}
}
