package io.smarketing.core.crm;

import java.time.Instant;
import java.util.List;

/**
 * Up to about 1,000 people touched.
 *
 * @param changes in no promised order; a {@link Change.Became} never in a later page than its new record
 * @param next where to read on, once this page has been worked through
 * @param listing true while the page belongs to the full listing from {@link Cursor#START}
 * @param caughtUp true if nothing is known to come after this page now; what changed while a listing ran may come with
 *     the read after its end
 * @param readAt the CRM's time at the start of the read of this page
 */
public record ChangePage(List<Change> changes, Cursor next, boolean listing, boolean caughtUp, Instant readAt) {

    public ChangePage {
        changes = List.copyOf(changes);
    }
}
