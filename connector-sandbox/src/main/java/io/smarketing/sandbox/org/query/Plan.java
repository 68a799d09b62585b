package io.smarketing.sandbox.org.query;

import io.smarketing.sandbox.org.data.Row;
import io.smarketing.sandbox.org.schema.ObjectType;
import io.smarketing.sandbox.org.soql.SoqlQuery;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** A query whose names are resolved: which rows, in which order, how many, and what of them. */
record Plan(ObjectType type, SoqlQuery query, Predicate<Row> filter, Optional<Comparator<Row>> order, Shape shape) {

    /** Of the candidates those that are asked for; {@code sorted} says that they come in the right order. */
    List<Row> pick(Collection<Row> candidates, boolean deletedToo, boolean sorted) {
        Stream<Row> rows = candidates.stream()
                .filter(Row::visible)
                .filter(r -> deletedToo || !Boolean.TRUE.equals(r.view(ObjectType.IS_DELETED)))
                .filter(filter);
        if (!sorted && order.isPresent()) {
            rows = rows.sorted(order.get());
        }
        rows = rows.skip(query.offset());
        if (query.limit().isPresent()) {
            rows = rows.limit(query.limit().getAsInt());
        }
        return rows.toList();
    }
}
