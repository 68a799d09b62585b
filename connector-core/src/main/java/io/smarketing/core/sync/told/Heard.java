package io.smarketing.core.sync.told;

import io.smarketing.core.crm.record.Edit;
import io.smarketing.core.crm.record.Touch;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * What a CRM answered about one record when it was asked for more than the record tells.
 *
 * @param stages when stages were entered, from the CRM's history
 * @param touch the first human touch of this handoff
 * @param verdict who gave sales' verdict, and when
 */
public record Heard(Map<String, Instant> stages, Optional<Touch> touch, Optional<Edit> verdict) {

    /** Nothing was asked, or nothing is known. */
    public static final Heard NOTHING = new Heard(Map.of(), Optional.empty(), Optional.empty());

    public Heard {
        stages = Map.copyOf(stages);
    }
}
