package io.smarketing.daemon.wiring;

import io.smarketing.core.crm.ChangeFeed;
import io.smarketing.core.crm.Crm;
import io.smarketing.core.crm.QuotaUse;
import io.smarketing.core.crm.RecordReader;
import io.smarketing.core.crm.RecordWriter;
import io.smarketing.core.crm.Schema;
import io.smarketing.core.crm.record.CrmId;
import java.util.concurrent.CancellationException;

/**
 * A CRM that tells no further changes once the end is wished: between two pages nothing is in flight, so that is where
 * the engine ends, by a {@link CancellationException}.
 */
record EndingCrm(Crm crm, Ending ending) implements Crm {

    @Override
    public ChangeFeed changes() {
        return cursor -> {
            if (ending.isWished()) {
                throw new CancellationException("the end is wished");
            }
            return crm.changes().read(cursor);
        };
    }

    @Override
    public Crm renewed() {
        return new EndingCrm(crm.renewed(), ending);
    }

    @Override
    public CrmId id() {
        return crm.id();
    }

    @Override
    public String account() {
        return crm.account();
    }

    @Override
    public RecordReader reader() {
        return crm.reader();
    }

    @Override
    public RecordWriter writer() {
        return crm.writer();
    }

    @Override
    public Schema schema() {
        return crm.schema();
    }

    @Override
    public QuotaUse quota() {
        return crm.quota();
    }

    @Override
    public void close() {
        crm.close();
    }
}
