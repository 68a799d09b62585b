package io.smarketing.sandbox.data;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What loading a data folder came to.
 *
 * @param rows loaded rows by file, such as {@code hubspot/contacts.csv}
 * @param badRows lines and files that were left out, each with its reason
 * @param customColumns the custom columns about people, which both CRMs hold now
 * @param timelineRows rows of the timeline that can be replayed
 * @param start what the record clock showed at first; every loaded row is stamped with it
 */
public record Loaded(
        Map<String, Integer> rows,
        List<BadRow> badRows,
        List<CustomColumn> customColumns,
        int timelineRows,
        Instant start) {

    public Loaded {
        rows = java.util.Collections.unmodifiableMap(new TreeMap<>(rows));
        badRows = List.copyOf(badRows);
        customColumns = List.copyOf(customColumns);
    }
}
