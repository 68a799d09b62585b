package io.smarketing.core.sync.loop;

import io.smarketing.core.crm.failure.FailureKind;
import io.smarketing.core.crm.record.CrmId;
import io.smarketing.core.crm.record.RecordRef;
import io.smarketing.core.sync.Route;
import io.smarketing.core.sync.write.Deliveries;
import io.smarketing.core.sync.write.Tally;
import java.time.Duration;
import java.util.Set;

/** Watches the sync and cannot interfere. */
public interface SyncListener extends Deliveries {

    /** Hears nothing. */
    SyncListener NONE = new SyncListener() {};

    /** A survey has seen so many records of a CRM so far. */
    default void surveyed(CrmId crm, long records) {}

    /** A page has been read: so many changes are about to be worked. */
    default void listed(Route route, int changes) {}

    @Override
    default void delivered(Route route, Duration lag) {}

    /** A page has been worked through. */
    default void worked(Route route, Reading reading, Tally tally) {}

    /** People were erased, since one of their records was deleted for privacy: these are all records they had. */
    default void erased(Set<RecordRef> records) {}

    /** A CRM has told us nothing of its campaigns, and is asked later: told once, and once more if it is for good. */
    default void noCampaigns(CrmId crm, String why) {}

    /** What one or both CRMs had hinted at has been followed, between two rounds. */
    default void followed(Tally tally) {}

    /** A round over both routes has ended. */
    default void round(int number, Tally tally) {}

    /** A call has failed; whether we wait or give up is told next. */
    default void failed(FailureKind kind) {}

    /** A CRM asks us to wait. */
    default void waiting(Duration wait, String why) {}
}
