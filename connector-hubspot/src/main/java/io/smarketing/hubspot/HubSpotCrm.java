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

/** One open HubSpot portal. */
record HubSpotCrm(
        Connection connection,
        Portal portal,
        ChangeFeed changes,
        RecordReader reader,
        RecordWriter writer,
        Activity activity)
        implements Crm {

    @Override
    public CrmId id() {
        return connection.id();
    }

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
        return connection.pacer().use();
    }

    @Override
    public Crm renewed() {
        return connection.open();
    }

    /** Holds nothing: connections are pooled and close by themselves. */
    @Override
    public void close() {}
}
