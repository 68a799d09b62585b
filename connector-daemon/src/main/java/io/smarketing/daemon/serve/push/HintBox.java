package io.smarketing.daemon.serve.push;

import io.smarketing.core.crm.record.CrmId;
import io.smarketing.core.crm.record.RecordRef;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Hints that wait to be followed, many as one. It is no store: the feed shows what is lost with it, and what there is no
 * room for.
 */
public final class HintBox {

    /** As many as a page of a feed. */
    private static final int MOST = 1_000;

    private final Map<CrmId, Set<RecordRef>> waiting = new HashMap<>();
    private Runnable heard = () -> {};

    /** What is done at once when a hint comes. */
    public synchronized void heardBy(Runnable now) {
        heard = now;
    }

    /** From any thread. */
    public synchronized void add(CrmId crm, Collection<RecordRef> records) {
        Set<RecordRef> known = waiting.computeIfAbsent(crm, c -> new TreeSet<>());
        records.stream().limit(Math.max(0, MOST - known.size())).forEach(known::add);
        heard.run();
    }

    /** All that wait, by the CRM that gave them; they wait no more. */
    public synchronized Map<CrmId, Set<RecordRef>> take() {
        Map<CrmId, Set<RecordRef>> all = Map.copyOf(waiting);
        waiting.clear();
        return all;
    }
}
