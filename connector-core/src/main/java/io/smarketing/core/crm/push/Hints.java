package io.smarketing.core.crm.push;

import io.smarketing.core.crm.record.RecordRef;
import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;

/**
 * What one call of a CRM hints at. A hint is never the truth: the records are read afresh, and one that is lost, late or
 * told twice does no harm, since the feed shows the same. Only the privacy deletions no feed shows.
 *
 * @param news whether anything happened that we have not done ourselves
 * @param touched records that were touched, as far as they are named
 * @param erased records that were deleted for their person's privacy
 */
public record Hints(boolean news, Set<RecordRef> touched, Set<RecordRef> erased) {

    public Hints {
        touched = Collections.unmodifiableSet(new TreeSet<>(touched));
        erased = Collections.unmodifiableSet(new TreeSet<>(erased));
    }
}
