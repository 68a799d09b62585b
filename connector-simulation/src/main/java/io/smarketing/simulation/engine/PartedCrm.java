package io.smarketing.simulation.engine;

import io.smarketing.core.crm.Activity;
import io.smarketing.core.crm.ChangeFeed;
import io.smarketing.core.crm.Crm;
import io.smarketing.core.crm.QuotaUse;
import io.smarketing.core.crm.RecordReader;
import io.smarketing.core.crm.RecordWriter;
import io.smarketing.core.crm.Schema;
import io.smarketing.core.crm.campaign.CampaignFeed;
import io.smarketing.core.crm.notice.Noticeboard;
import io.smarketing.core.crm.notice.TaskBoard;
import io.smarketing.core.crm.push.Push;
import io.smarketing.core.crm.record.CrmId;
import java.util.Optional;

/** A CRM as it is, but for those of its parts that others take the place of. */
public record PartedCrm(Crm real, ChangeFeed changes, RecordReader reader, RecordWriter writer) implements Crm {

    @Override
    public CrmId id() {
        return real.id();
    }

    @Override
    public String account() {
        return real.account();
    }

    @Override
    public Schema schema() {
        return real.schema();
    }

    @Override
    public Activity activity() {
        return real.activity();
    }

    @Override
    public QuotaUse quota() {
        return real.quota();
    }

    @Override
    public Optional<Push> push() {
        return real.push();
    }

    @Override
    public Optional<Noticeboard> noticeboard() {
        return real.noticeboard();
    }

    @Override
    public Optional<TaskBoard> tasks() {
        return real.tasks();
    }

    @Override
    public Optional<CampaignFeed> campaigns() {
        return real.campaigns();
    }

    @Override
    public void close() {
        real.close();
    }
}
