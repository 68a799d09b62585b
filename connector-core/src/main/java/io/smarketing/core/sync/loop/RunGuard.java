package io.smarketing.core.sync.loop;

import io.smarketing.core.person.PersonBook;
import io.smarketing.core.sync.loop.BlastRadius.Limits;
import java.util.HashMap;
import java.util.Map;

/** What one run may do: the same limits for each subject, counted by itself. */
public final class RunGuard {

    private final Limits limits;
    private final Map<PersonBook, BlastRadius> subjects = new HashMap<>();

    public RunGuard(Limits limits) {
        this.limits = limits;
    }

    /** The guard of the subject with that book. */
    public BlastRadius of(PersonBook book) {
        return subjects.computeIfAbsent(book, b -> new BlastRadius(limits, b::known));
    }
}
