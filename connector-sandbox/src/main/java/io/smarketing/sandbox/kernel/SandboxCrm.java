package io.smarketing.sandbox.kernel;

import java.util.Map;

/**
 * A pretended CRM as a plain class: one request in, one answer out. It has no socket and no thread of its own;
 * it may be called from several threads at once.
 */
public interface SandboxCrm {

    /** Answers one request. Never throws for a bad request: it answers as the real CRM would. */
    Answer handle(Ask ask);

    /** The way in for data files and timelines, beside HTTP. */
    Insider insider();

    /** The switches that this CRM reads, each with one sentence on what it does; a name not among them is refused. */
    default Map<String, String> switches() {
        return Map.of();
    }
}
