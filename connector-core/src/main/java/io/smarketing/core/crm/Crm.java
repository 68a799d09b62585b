package io.smarketing.core.crm;

import io.smarketing.core.crm.campaign.CampaignFeed;
import io.smarketing.core.crm.notice.Noticeboard;
import io.smarketing.core.crm.notice.TaskBoard;
import io.smarketing.core.crm.provision.Provisioner;
import io.smarketing.core.crm.push.Push;
import io.smarketing.core.crm.record.CrmId;
import io.smarketing.core.crm.record.Subject;
import java.util.List;
import java.util.Optional;

/** One subject in one open account. All its calls may throw a {@link io.smarketing.core.crm.failure.CrmException}. */
public interface Crm extends AutoCloseable {

    CrmId id();

    /** The account's own number or id, fixed for its life: part of our external ids, and proof of which account it is. */
    String account();

    /**
     * Another subject in the same account, with the same login, limits and counts.
     *
     * @throws IllegalArgumentException if no field of it is wanted
     */
    default Crm of(Subject subject) {
        if (subject == Subject.PEOPLE) {
            return this;
        }
        throw new IllegalArgumentException("no " + subject.word() + " are wanted of " + id());
    }

    ChangeFeed changes();

    RecordReader reader();

    RecordWriter writer();

    Schema schema();

    /** What people did about persons. */
    Activity activity();

    QuotaUse quota();

    /** What an admin should know of the account although we can work with it, a sentence each. */
    default List<String> warnings() {
        return List.of();
    }

    /**
     * The same account with its schema read anew: what the admin changed since it was opened. Login, limits and counts
     * go on. An account that always tells its schema as it is now is its own.
     */
    default Crm renewed() {
        return this;
    }

    /** Makes what we need in the account; empty if this kind of CRM is set up by hand. */
    default Optional<Provisioner> provisioner() {
        return Optional.empty();
    }

    /** How it calls us when something has happened; empty if it does not. */
    default Optional<Push> push() {
        return Optional.empty();
    }

    /** Where people can be told something about a record; empty if they cannot. */
    default Optional<Noticeboard> noticeboard() {
        return Optional.empty();
    }

    /** Where it holds tasks of teams; empty if it holds none. */
    default Optional<TaskBoard> tasks() {
        return Optional.empty();
    }

    /** What it tells of its campaigns; empty if that is nothing. */
    default Optional<CampaignFeed> campaigns() {
        return Optional.empty();
    }

    @Override
    void close();
}
