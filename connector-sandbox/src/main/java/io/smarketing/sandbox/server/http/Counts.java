package io.smarketing.sandbox.server.http;

import io.smarketing.sandbox.kernel.Answer;
import java.util.concurrent.atomic.AtomicLong;

/** How many requests one CRM has answered, and how. */
public final class Counts {

    private final AtomicLong calls = new AtomicLong();
    private final AtomicLong refusedForRate = new AtomicLong();
    private final AtomicLong faulty = new AtomicLong();

    void answered(Answer answer) {
        calls.incrementAndGet();
        boolean quota = answer.status() == 403 && answer.body().contains("REQUEST_LIMIT_EXCEEDED");
        if (answer.status() == 429 || quota) {
            refusedForRate.incrementAndGet();
        }
    }

    void faulty() {
        faulty.incrementAndGet();
    }

    /** Requests that the CRM itself answered. */
    public long calls() {
        return calls.get();
    }

    /** Those of them that it refused because there were too many. */
    public long refusedForRate() {
        return refusedForRate.get();
    }

    /** Requests that a fault answered in the CRM's place. */
    public long answeredByFault() {
        return faulty.get();
    }
}
