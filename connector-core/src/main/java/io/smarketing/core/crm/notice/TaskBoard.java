package io.smarketing.core.crm.notice;

import java.time.Instant;
import java.util.Optional;

/** Where a CRM holds tasks of teams. All its calls may throw a {@link io.smarketing.core.crm.failure.CrmException}. */
public interface TaskBoard {

    /** The id of a task that we made; empty if it is not found, which need not mean that it is not there yet. */
    Optional<String> find(TeamTask task, Instant madeSince);

    /** Makes it, and gives its id. To make one again is to ask for it twice. */
    String make(TeamTask task);

    /** Brings it to what it is now; nothing is done about one that somebody has deleted. */
    void update(String id, TeamTask task);
}
