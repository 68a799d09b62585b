package io.smarketing.sandbox.kernel;

import java.util.List;

/**
 * A pretended CRM as a plain class: one request in, one answer out. It has no socket and no thread of its own;
 * it may be called from several threads at once.
 */
public interface SandboxCrm {

    /** Answers one request. Never throws for a bad request: it answers as the real CRM would. */
    Answer handle(Ask ask);

    /** The way in for data files and timelines, beside HTTP. */
    Insider insider();

    /** What it has to tell of its own accord. */
    default Posts posts() {
        return Posts.NONE;
    }

    /** The switches that this CRM reads; the server refuses a name that is not among them, or among its own. */
    default List<Switch> switches() {
        return List.of();
    }
}
