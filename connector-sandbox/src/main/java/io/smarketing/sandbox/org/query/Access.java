package io.smarketing.sandbox.org.query;

import io.smarketing.sandbox.org.data.Row;
import io.smarketing.sandbox.org.data.Table;
import io.smarketing.sandbox.org.error.OrgError;
import io.smarketing.sandbox.org.schema.Field;
import io.smarketing.sandbox.org.schema.ObjectType;
import io.smarketing.sandbox.org.soql.Condition;
import io.smarketing.sandbox.org.soql.Condition.Operator;
import io.smarketing.sandbox.org.soql.FieldPath;
import io.smarketing.sandbox.org.soql.Literal;
import io.smarketing.sandbox.org.soql.SoqlQuery;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The cheapest way to rows that may meet a condition: by an index, from a stamp on, from an id on, or all. */
record Access(Collection<Row> rows, Sorted sorted) {

    /** In which order the rows come. */
    enum Sorted {
        BY_ID,
        BY_STAMP,
        NOT
    }

    static Access to(Table table, SoqlQuery query) throws OrgError {
        Optional<Set<Row>> found =
                query.where().isPresent() ? byIndex(table, query.where().get()) : Optional.empty();
        if (found.isPresent()) {
            return new Access(found.get(), Sorted.NOT);
        }
        Field stamp = table.type().field("SystemModstamp").orElse(table.type().need("Id"));
        Optional<Comparable<?>> since = query.where().flatMap(c -> bound(stamp, c));
        if (since.orElse("") instanceof Long seconds) {
            return new Access(table.fromStamp(seconds), Sorted.BY_STAMP);
        }
        Optional<Comparable<?>> from =
                query.where().flatMap(c -> bound(table.type().need("Id"), c));
        if (from.isPresent()) {
            return new Access(table.fromId(from.get().toString()), Sorted.BY_ID);
        }
        boolean stampFirst = ordersBy(query, 0, "SystemModstamp") && stamp.slot() == ObjectType.SYSTEM_MODSTAMP;
        return stampFirst
                ? new Access(table.fromStamp(Long.MIN_VALUE), Sorted.BY_STAMP)
                : new Access(table.all(), Sorted.BY_ID);
    }

    /** True if the rows come as the query orders them. */
    boolean inOrderOf(SoqlQuery query) {
        return switch (sorted) {
            case NOT -> query.orderBy().isEmpty();
            case BY_ID -> query.orderBy().isEmpty() || query.orderBy().size() == 1 && ordersBy(query, 0, "Id");
            case BY_STAMP ->
                query.orderBy().isEmpty()
                        || ordersBy(query, 0, "SystemModstamp")
                                && (query.orderBy().size() == 1
                                        || query.orderBy().size() == 2 && ordersBy(query, 1, "Id"));
        };
    }

    private static boolean ordersBy(SoqlQuery query, int key, String field) {
        if (query.orderBy().size() <= key) {
            return false;
        }
        SoqlQuery.Order order = query.orderBy().get(key);
        return !order.descending() && own(order.path(), field);
    }

    private static boolean own(FieldPath path, String field) {
        return path.parents().isEmpty() && path.field().equalsIgnoreCase(field);
    }

    /** The rows that indexes give: for one part of an AND, or for every part of an OR. */
    private static Optional<Set<Row>> byIndex(Table table, Condition condition) throws OrgError {
        if (condition instanceof Condition.And and) {
            for (Condition part : and.parts()) {
                Optional<Set<Row>> found = byIndex(table, part);
                if (found.isPresent()) {
                    return found;
                }
            }
            return Optional.empty();
        }
        if (condition instanceof Condition.Or or) {
            Set<Row> rows = new LinkedHashSet<>();
            for (Condition part : or.parts()) {
                Optional<Set<Row>> found = byIndex(table, part);
                if (found.isEmpty()) {
                    return found;
                }
                rows.addAll(found.get());
            }
            return Optional.of(rows);
        }
        return byValues(table, condition);
    }

    private static Optional<Set<Row>> byValues(Table table, Condition condition) throws OrgError {
        FieldPath path;
        List<Literal> values;
        if (condition instanceof Condition.Compare c && c.operator() == Operator.EQUAL) {
            path = c.path();
            values = List.of(c.value());
        } else if (condition instanceof Condition.In in && !in.negated()) {
            path = in.path();
            values = in.values();
        } else {
            return Optional.empty();
        }
        Optional<Field> field = table.type().field(path.field()).filter(Field::indexed);
        if (!path.parents().isEmpty() || field.isEmpty()) {
            return Optional.empty();
        }
        Set<Row> rows = new LinkedHashSet<>();
        for (Literal literal : values) {
            Optional<Object> value = Constants.of(field.get(), literal);
            if (value.isEmpty()) {
                return Optional.empty();
            }
            rows.addAll(table.find(field.get(), value.get()));
        }
        return Optional.of(rows);
    }

    /** The least value of the field that rows meeting the condition can have, if it tells one. */
    private static Optional<Comparable<?>> bound(Field field, Condition condition) {
        if (condition instanceof Condition.Compare c) {
            boolean below = c.operator() == Operator.MORE
                    || c.operator() == Operator.AT_LEAST
                    || c.operator() == Operator.EQUAL;
            return below && own(c.path(), field.name()) ? constant(field, c.value()) : Optional.empty();
        }
        if (condition instanceof Condition.And and) {
            return and.parts().stream()
                    .map(p -> bound(field, p))
                    .flatMap(Optional::stream)
                    .findFirst();
        }
        if (condition instanceof Condition.Or or) {
            List<Comparable<?>> bounds = new ArrayList<>();
            or.parts().forEach(p -> bound(field, p).ifPresent(bounds::add));
            return bounds.size() == or.parts().size() ? bounds.stream().min(Access::ascending) : Optional.empty();
        }
        return Optional.empty();
    }

    private static int ascending(Comparable<?> a, Comparable<?> b) {
        return a instanceof Long x && b instanceof Long y
                ? Long.compare(x, y)
                : a.toString().compareTo(b.toString());
    }

    private static Optional<Comparable<?>> constant(Field field, Literal literal) {
        try {
            return Constants.of(field, literal).map(v -> (Comparable<?>) v);
        } catch (OrgError e) {
            return Optional.empty();
        }
    }
}
