package io.smarketing.hubspot;

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
import io.smarketing.core.crm.provision.Provisioner;
import io.smarketing.core.crm.push.Push;
import io.smarketing.core.crm.record.CrmId;
import io.smarketing.core.crm.record.Subject;
import io.smarketing.hubspot.api.ObjectType;
import io.smarketing.hubspot.notice.TeamTasks;
import io.smarketing.hubspot.notice.Timelines;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** One object type of an open HubSpot portal. */
record HubSpotCrm(
        Account.Reading reading,
        ObjectType type,
        ChangeFeed changes,
        RecordReader reader,
        RecordWriter writer,
        Activity activity,
        Optional<CampaignFeed> campaigns,
        Provisioner maker)
        implements Crm {

    @Override
    public CrmId id() {
        return reading.account().id();
    }

    /** Webhooks tell of contacts. */
    @Override
    public Optional<Push> push() {
        return type == ObjectType.CONTACT ? reading.account().door().push() : Optional.empty();
    }

    /** People read what stands on a contact's timeline. */
    @Override
    public Optional<Noticeboard> noticeboard() {
        return type == ObjectType.CONTACT
                ? Optional.of(
                        new Timelines(reading.account().api(), reading.portal().schema()))
                : Optional.empty();
    }

    @Override
    public Optional<TaskBoard> tasks() {
        return Optional.of(
                new TeamTasks(reading.account().api(), reading.portal().schema()));
    }

    @Override
    public Optional<Provisioner> provisioner() {
        return Optional.of(maker);
    }

    @Override
    public String account() {
        return reading.account().door().entrance().portal();
    }

    @Override
    public Crm of(Subject subject) {
        return subject == type.subject() ? this : reading.of(ObjectType.of(subject));
    }

    @Override
    public Schema schema() {
        return reading.portal().schema();
    }

    @Override
    public QuotaUse quota() {
        return reading.account().door().pacer().use();
    }

    @Override
    public List<String> warnings() {
        return Stream.concat(
                        reading.account().door().entrance().warnings().stream(), reading.portal().warnings().stream())
                .toList();
    }

    @Override
    public Crm renewed() {
        return reading.account().read(type);
    }

    /** Holds nothing: connections are pooled and close by themselves. */
    @Override
    public void close() {}
}
