package io.smarketing.sandbox.org.query;

import io.smarketing.sandbox.org.data.Row;
import java.util.List;

/** The rows that a query found, and what of them is to be written. */
public record Found(List<Row> rows, boolean countOnly, Plan plan) {

    public Found {
        rows = List.copyOf(rows);
    }
}
