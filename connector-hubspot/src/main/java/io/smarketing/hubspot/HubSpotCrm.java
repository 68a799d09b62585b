package io.smarketing.hubspot;

import io.smarketing.core.crm.Activity;
import io.smarketing.core.crm.ChangeFeed;
import io.smarketing.core.crm.Crm;
import io.smarketing.core.crm.QuotaUse;
import io.smarketing.core.crm.RecordReader;
import io.smarketing.core.crm.RecordWriter;
import io.smarketing.core.crm.Schema;
import io.smarketing.core.crm.provision.Provisioner;
import io.smarketing.core.crm.push.Push;
import io.smarketing.core.crm.record.CrmId;
import io.smarketing.hubspot.auth.Entrance;
import io.smarketing.hubspot.schema.Portal;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** One open HubSpot portal. */
record HubSpotCrm(
        CrmId id,
        ChangeFeed changes,
        RecordReader reader,
        RecordWriter writer,
        Activity activity,
        Setup setup,
        Supplier<QuotaUse> use,
        Supplier<Crm> again)
        implements Crm {

    /** How we came in, what the portal looks like, who makes what we need in it, and how it calls us. */
    record Setup(Entrance entrance, Portal portal, Provisioner provisioner, Optional<Push> push) {}

    @Override
    public Optional<Push> push() {
        return setup.push();
    }

    @Override
    public Optional<Provisioner> provisioner() {
        return Optional.of(setup.provisioner());
    }

    @Override
    public String account() {
        return setup.entrance().portal();
    }

    @Override
    public Schema schema() {
        return setup.portal().schema();
    }

    @Override
    public QuotaUse quota() {
        return use.get();
    }

    @Override
    public List<String> warnings() {
        return Stream.concat(setup.entrance().warnings().stream(), setup.portal().warnings().stream())
                .toList();
    }

    @Override
    public Crm renewed() {
        return again.get();
    }

    /** Holds nothing: connections are pooled and close by themselves. */
    @Override
    public void close() {}
}
