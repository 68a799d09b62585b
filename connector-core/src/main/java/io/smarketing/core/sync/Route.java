package io.smarketing.core.sync;

import io.smarketing.core.crm.record.CrmId;

/** One direction: changes of {@code from} are settled with {@code to}. */
public record Route(CrmId from, CrmId to) {

    @Override
    public String toString() {
        return from + " to " + to;
    }
}
