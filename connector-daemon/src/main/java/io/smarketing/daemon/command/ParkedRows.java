package io.smarketing.daemon.command;

import io.smarketing.core.sync.Parked;
import java.io.PrintWriter;
import java.util.List;
import java.util.Map;

/**
 * What is put aside, for a person to put right.
 *
 * @param oldest the oldest rows
 * @param causes all rows, by cause
 */
public record ParkedRows(List<Parked> oldest, Map<String, Long> causes) {

    /** So many rows are listed; who mends them finds more of the same. */
    public static final int MOST_LISTED = 20;

    public ParkedRows {
        oldest = List.copyOf(oldest);
        causes = Map.copyOf(causes);
    }

    public void print(PrintWriter out) {
        for (Parked row : oldest) {
            out.println("    " + row.source() + ": " + row.sentence());
        }
        long more = causes.values().stream().mapToLong(Long::longValue).sum() - oldest.size();
        if (!oldest.isEmpty() && more > 0) {
            out.printf("    ... and %,d more%n", more);
        }
    }
}
