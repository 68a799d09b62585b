package io.smarketing.sandbox.org.soql;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** A query as a tree. */
public record SoqlQuery(
        List<Item> select,
        String from,
        int fromColumn,
        Optional<Condition> where,
        List<Order> orderBy,
        OptionalInt limit,
        int offset) {

    public SoqlQuery {
        select = List.copyOf(select);
        orderBy = List.copyOf(orderBy);
    }

    /** True if only the number of rows is asked: {@code SELECT COUNT()}. */
    public boolean countsOnly() {
        return select.size() == 1 && select.get(0) instanceof CountItem;
    }

    /** One thing selected. */
    public sealed interface Item {}

    /** A field of the row or of a parent of it. */
    public record FieldItem(FieldPath path) implements Item {}

    /** {@code FIELDS(ALL)}, {@code FIELDS(STANDARD)} or {@code FIELDS(CUSTOM)}. */
    public record FieldsItem(String which) implements Item {}

    /** {@code COUNT()}. */
    public record CountItem() implements Item {}

    /** The children of the row, by another query whose {@code from} is the relationship. */
    public record ChildItem(SoqlQuery query) implements Item {}

    /** One key of the order. */
    public record Order(FieldPath path, boolean descending, boolean nullsLast) {}
}
