package io.smarketing.hubspot;

import io.smarketing.core.crm.Activity;
import io.smarketing.core.crm.ChangeFeed;
import io.smarketing.core.crm.Crm;
import io.smarketing.core.crm.QuotaUse;
import io.smarketing.core.crm.RecordReader;
import io.smarketing.core.crm.RecordWriter;
import io.smarketing.core.crm.Schema;
import io.smarketing.core.crm.record.CrmId;
import java.util.function.Supplier;

/** One open HubSpot portal. */
record HubSpotCrm(
        CrmId id,
        String account,
        ChangeFeed changes,
        RecordReader reader,
        RecordWriter writer,
        Schema schema,
        Supplier<QuotaUse> use,
        Supplier<Crm> again)
        implements Crm {

    @Override
    public Activity activity() {
        return Activity.NONE;
    }

    @Override
    public QuotaUse quota() {
        return use.get();
    }

    @Override
    public Crm renewed() {
        return again.get();
    }

    /** Holds nothing: connections are pooled and close by themselves. */
    @Override
    public void close() {}
}
