package io.smarketing.core.crm.notice;

import java.time.Instant;
import java.util.List;
import java.util.Set;

/** Where a CRM lets us tell people something: the timelines of its records. */
public interface Noticeboard {

    /**
     * Posts notices of different events, in batches. To post one again is to tell it twice: where it is not known what came
     * of one, it is looked for first.
     *
     * @return what came of each, in the same order; a failed call is the failure of its notices
     */
    List<Receipt> post(List<Notice> notices);

    /**
     * The events of those that stand there, by the records themselves and not by a search index.
     *
     * @param since none of them was sent before, by the CRM's time
     */
    Set<String> standing(List<Notice> notices, Instant since);
}
