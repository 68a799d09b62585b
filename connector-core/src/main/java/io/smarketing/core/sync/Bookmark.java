package io.smarketing.core.sync;

import io.smarketing.core.crm.Cursor;
import io.smarketing.core.crm.record.CrmId;
import java.time.Instant;
import java.util.Optional;

/**
 * How far one CRM has been read: a stored fact, so that a restart goes on where it stopped.
 *
 * @param survey where the survey (keys, e-mails and references only) of this CRM goes on
 * @param surveyed the survey has seen the whole CRM once
 * @param pass where the pass that settles goes on
 * @param loaded the first load of this CRM's records has been worked through
 * @param lastRound the CRM's time of the last page worked, if any
 */
public record Bookmark(
        CrmId crm, Cursor survey, boolean surveyed, Cursor pass, boolean loaded, Optional<Instant> lastRound) {

    /** Nothing read yet. */
    public static Bookmark fresh(CrmId crm) {
        return new Bookmark(crm, Cursor.START, false, Cursor.START, false, Optional.empty());
    }
}
