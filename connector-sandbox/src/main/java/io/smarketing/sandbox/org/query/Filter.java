package io.smarketing.sandbox.org.query;

import io.smarketing.sandbox.org.data.Row;
import io.smarketing.sandbox.org.error.OrgError;
import io.smarketing.sandbox.org.schema.Field;
import io.smarketing.sandbox.org.schema.FieldType;
import io.smarketing.sandbox.org.schema.ObjectType;
import io.smarketing.sandbox.org.schema.Trait;
import io.smarketing.sandbox.org.soql.Condition;
import io.smarketing.sandbox.org.soql.Condition.Operator;
import io.smarketing.sandbox.org.soql.FieldPath;
import io.smarketing.sandbox.org.soql.Literal;
import io.smarketing.sandbox.org.soql.MalformedQuery;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Turns a condition into a test on rows. */
final class Filter {

    private final Names names;
    private final ObjectType type;
    private final QueryEngine engine;

    Filter(Names names, ObjectType type, QueryEngine engine) {
        this.names = names;
        this.type = type;
        this.engine = engine;
    }

    Predicate<Row> of(Condition condition) throws OrgError {
        if (condition instanceof Condition.And and) {
            List<Predicate<Row>> parts = all(and.parts());
            return row -> parts.stream().allMatch(p -> p.test(row));
        }
        if (condition instanceof Condition.Or or) {
            List<Predicate<Row>> parts = all(or.parts());
            return row -> parts.stream().anyMatch(p -> p.test(row));
        }
        if (condition instanceof Condition.Not not) {
            return of(not.part()).negate();
        }
        if (condition instanceof Condition.Compare compare) {
            return compare.operator() == Operator.LIKE ? like(compare) : compare(compare);
        }
        if (condition instanceof Condition.In in) {
            return in(in);
        }
        Condition.SemiJoin join = (Condition.SemiJoin) condition;
        return among(column(join.path()), engine.values(join.query()), join.negated());
    }

    private List<Predicate<Row>> all(List<Condition> conditions) throws OrgError {
        List<Predicate<Row>> parts = new ArrayList<>();
        for (Condition condition : conditions) {
            parts.add(of(condition));
        }
        return parts;
    }

    private Column column(FieldPath path) throws OrgError {
        Column column = Column.of(names, type, path);
        Field field = column.field();
        if (field.is(Trait.UNFILTERABLE)
                || field.type() == FieldType.TEXTAREA && field.size().length() > 255) {
            throw OrgError.bad("INVALID_FIELD", "field '" + field.name() + "' can not be filtered in a query call");
        }
        return column;
    }

    private Predicate<Row> compare(Condition.Compare compare) throws OrgError {
        Column column = column(compare.path());
        Optional<Object> constant = Constants.of(column.field(), compare.value());
        Operator operator = compare.operator();
        if (constant.isEmpty()) {
            boolean equal = operator == Operator.EQUAL;
            boolean known = equal || operator == Operator.UNEQUAL;
            return row -> known && (column.value(row) == null) == equal;
        }
        Object wanted = constant.get();
        FieldType kind = column.field().type();
        return row -> holds(operator, kind, column.value(row), wanted);
    }

    /** A blank is unequal to every value, and neither less nor more. */
    private static boolean holds(Operator operator, FieldType kind, @Nullable Object value, Object wanted) {
        if (value == null) {
            return operator == Operator.UNEQUAL;
        }
        int order = Column.compare(kind, value, wanted);
        return switch (operator) {
            case EQUAL, LIKE -> order == 0;
            case UNEQUAL -> order != 0;
            case LESS -> order < 0;
            case AT_MOST -> order <= 0;
            case MORE -> order > 0;
            case AT_LEAST -> order >= 0;
        };
    }

    private Predicate<Row> like(Condition.Compare compare) throws OrgError {
        Column column = column(compare.path());
        if (!column.field().type().isText() || compare.value().kind() != Literal.Kind.STRING) {
            throw OrgError.bad(
                    "INVALID_QUERY_FILTER_OPERATOR",
                    "invalid operator on " + column.field().type().word() + " field");
        }
        try {
            Predicate<String> holds = compare.value().quoted().like();
            return row -> column.value(row) instanceof String text && holds.test(text);
        } catch (MalformedQuery e) {
            throw OrgError.bad("MALFORMED_QUERY", String.valueOf(e.getMessage()));
        }
    }

    private Predicate<Row> in(Condition.In in) throws OrgError {
        Column column = column(in.path());
        Set<Object> wanted = new HashSet<>();
        boolean blank = false;
        for (Literal literal : in.values()) {
            Optional<Object> value = Constants.of(column.field(), literal);
            value.map(v -> folded(column, v)).ifPresent(wanted::add);
            blank |= value.isEmpty();
        }
        Predicate<Row> among = among(column, wanted, false);
        boolean blankToo = blank;
        Predicate<Row> either = row -> blankToo && column.value(row) == null || among.test(row);
        return in.negated() ? either.negate() : either;
    }

    private static Predicate<Row> among(Column column, Set<Object> wanted, boolean negated) {
        return row -> {
            Object value = column.value(row);
            return (value != null && wanted.contains(folded(column, value))) != negated;
        };
    }

    private static Object folded(Column column, Object value) {
        if (value instanceof Number number && !(value instanceof Long)) {
            return number.doubleValue();
        }
        return column.field().type().isText() ? value.toString().toLowerCase(Locale.ROOT) : value;
    }
}
