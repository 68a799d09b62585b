package io.smarketing.core.report;

import io.smarketing.core.crm.QuotaUse;
import io.smarketing.core.crm.failure.FailureKind;
import io.smarketing.core.crm.record.CrmId;
import io.smarketing.core.journal.JournalLine;
import io.smarketing.core.journal.JournalLine.Event;
import io.smarketing.core.lead.FieldName;
import io.smarketing.core.person.PersonId;
import io.smarketing.core.sync.Bookmark;
import io.smarketing.core.sync.Parked;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/** Questions that status and summaries ask of the books. */
public interface Overview {

    long people();

    /** People per stage reached. */
    Map<String, Long> byStage();

    /** Further records that belong to a person who has a principal one, per CRM. */
    Map<CrmId, Long> others();

    List<Bookmark> bookmarks();

    Map<FailureKind, Long> parkedByCause();

    /** The oldest parked rows, at most that many. */
    List<Parked> parked(int most);

    /** Runs over what is parked for that cause, oldest first, at most that many rows; one at a time, however many. */
    void parked(FailureKind cause, int most, Consumer<Parked> each);

    /** What happened to a person, the newest first, at most that many lines. */
    List<JournalLine> journal(PersonId person, int most);

    /**
     * How often a difference was seen and nothing was written, per field: {@link Event#DRIFT} and
     * {@link Event#LEFT_DIFFERENT}. An event that never happened is left out.
     */
    Map<Event, Map<FieldName, Long>> leftAlone();

    /** Runs over all people who have entered both stages: the time from the first to the second (may be negative). */
    void durations(String from, String to, BiConsumer<PersonId, Duration> each);

    /** The last known use of each CRM's calls. */
    Map<CrmId, QuotaUse> quotas();
}
