package io.smarketing.sandbox.portal.write;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smarketing.sandbox.portal.store.StoredRecord;
import io.smarketing.sandbox.portal.store.Table;
import java.util.List;
import java.util.Set;

/** A write that has passed every rule and waits to be committed. */
public record Draft(
        Table table,
        StoredRecord after,
        boolean isNew,
        Set<String> written,
        List<ObjectNode> warnings,
        List<StageDates.Due> due) {

    public Draft {
        written = Set.copyOf(written);
        warnings = List.copyOf(warnings);
        due = List.copyOf(due);
    }
}
