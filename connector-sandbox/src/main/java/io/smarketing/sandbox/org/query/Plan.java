package io.smarketing.sandbox.org.query;

import io.smarketing.sandbox.org.data.Row;
import io.smarketing.sandbox.org.schema.ObjectType;
import io.smarketing.sandbox.org.soql.SoqlQuery;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** A query whose names are resolved: which rows, in which order, how many, and what of them. */
record Plan(ObjectType type, SoqlQuery query, Predicate<Row> filter, Optional<Comparator<Row>> order, Shape shape) {

    /** Of the candidates those that are asked for; {@code sorted} says that they come in the right order. */
    List<Row> pick(Collection<Row> candidates, boolean deletedToo, boolean sorted) {
        int offset = query.offset();
        long most = (long) offset + query.limit().orElse(Integer.MAX_VALUE);
        boolean enough = sorted || order.isEmpty();
        List<Row> rows = new ArrayList<>();
        // A plain loop, because a stream asks a view of a tree for its size first, and counting it costs a full walk.
        for (Row row : candidates) {
            if (enough && rows.size() >= most) {
                break;
            }
            if (asked(row, deletedToo)) {
                rows.add(row);
            }
        }
        if (!enough) {
            rows.sort(order.get());
        }
        int from = Math.min(offset, rows.size());
        return rows.subList(from, (int) Math.max(from, Math.min(most, rows.size())));
    }

    private boolean asked(Row row, boolean deletedToo) {
        return row.visible()
                && (deletedToo || !Boolean.TRUE.equals(row.view(ObjectType.IS_DELETED)))
                && filter.test(row);
    }
}
