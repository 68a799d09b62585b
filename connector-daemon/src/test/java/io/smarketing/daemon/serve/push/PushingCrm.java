package io.smarketing.daemon.serve.push;

import io.smarketing.core.crm.Activity;
import io.smarketing.core.crm.ChangeFeed;
import io.smarketing.core.crm.Crm;
import io.smarketing.core.crm.QuotaUse;
import io.smarketing.core.crm.RecordReader;
import io.smarketing.core.crm.RecordWriter;
import io.smarketing.core.crm.Schema;
import io.smarketing.core.crm.push.Push;
import io.smarketing.core.crm.record.CrmId;
import java.util.Optional;

/** A CRM that tells, and cannot be asked. */
record PushingCrm(CrmId id, Push told) implements Crm {

    @Override
    public Optional<Push> push() {
        return Optional.of(told);
    }

    @Override
    public String account() {
        return "1";
    }

    @Override
    public ChangeFeed changes() {
        throw new UnsupportedOperationException();
    }

    @Override
    public RecordReader reader() {
        throw new UnsupportedOperationException();
    }

    @Override
    public RecordWriter writer() {
        throw new UnsupportedOperationException();
    }

    @Override
    public Schema schema() {
        throw new UnsupportedOperationException();
    }

    @Override
    public Activity activity() {
        return Activity.NONE;
    }

    @Override
    public QuotaUse quota() {
        throw new UnsupportedOperationException();
    }

    @Override
    public void close() {}
}
