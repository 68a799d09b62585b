package io.smarketing.core.crm;

import java.util.List;

/**
 * Writes rows in batches. Rows may be of mixed types and kinds; no record, key or e-mail stands twice in one call.
 * Returns when all are answered. A failure of a whole call leaves its rows {@link WriteOutcome.Unknown} if it may have
 * taken place; if it cannot have (no connection, throttled, forbidden), a
 * {@link io.smarketing.core.crm.failure.CrmException} is thrown only if no row of any call was written.
 */
public interface RecordWriter {

    /** One outcome per command, in the same order. */
    List<WriteOutcome> write(List<? extends WriteCommand> commands);
}
