package io.smarketing.core.sync.loop;

import io.smarketing.core.crm.record.CrmId;
import io.smarketing.core.sync.Route;
import io.smarketing.core.sync.write.Tally;
import java.time.Duration;

/** Watches the sync and cannot interfere. */
public interface SyncListener {

    /** Hears nothing. */
    SyncListener NONE = new SyncListener() {};

    /** A survey has seen so many records of a CRM so far. */
    default void surveyed(CrmId crm, long records) {}

    /** A page has been worked through. */
    default void worked(Route route, boolean listing, Tally tally) {}

    /** A round over both routes has ended. */
    default void round(int number, Tally tally) {}

    /** A CRM asks us to wait. */
    default void waiting(Duration wait, String why) {}
}
