package io.smarketing.sandbox.org.query;

import io.smarketing.sandbox.org.data.Row;
import io.smarketing.sandbox.org.data.Store;
import io.smarketing.sandbox.org.data.Table;
import io.smarketing.sandbox.org.error.OrgError;
import io.smarketing.sandbox.org.schema.FieldSecurity;
import io.smarketing.sandbox.org.schema.ObjectType;
import io.smarketing.sandbox.org.soql.Condition;
import io.smarketing.sandbox.org.soql.MalformedQuery;
import io.smarketing.sandbox.org.soql.SoqlParser;
import io.smarketing.sandbox.org.soql.SoqlQuery;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** Answers SOQL: parses, resolves, finds the rows. */
public final class QueryEngine {

    private static final int OFFSET_MOST = 2000;

    private final Store store;
    private final Names names;

    public QueryEngine(Store store, FieldSecurity security) {
        this.store = store;
        this.names = new Names(store, security);
    }

    /**
     * Runs a query.
     *
     * @param deletedToo true to find rows in the recycle bin as well
     */
    public Found run(String soql, boolean deletedToo) throws OrgError {
        try {
            SoqlQuery query = SoqlParser.parse(soql);
            Plan plan = plan(names.type(query.from()), query);
            return new Found(find(plan, deletedToo), query.countsOnly(), plan);
        } catch (MalformedQuery e) {
            throw OrgError.bad("MALFORMED_QUERY", String.valueOf(e.getMessage()));
        }
    }

    /** The values of the one field that an inner query selects; text in lower case. */
    Set<Object> values(SoqlQuery query) throws OrgError {
        if (query.select().size() != 1 || !(query.select().get(0) instanceof SoqlQuery.FieldItem item)) {
            throw OrgError.bad("MALFORMED_QUERY", "a semi join sub-select can only select one field");
        }
        ObjectType type = names.type(query.from());
        Column column = Column.of(names, type, item.path());
        Set<Object> values = new HashSet<>();
        for (Row row : find(plan(type, query), false)) {
            Object value = column.value(row);
            if (value != null) {
                boolean text = column.field().type().isText();
                values.add(text ? value.toString().toLowerCase(Locale.ROOT) : value);
            }
        }
        return values;
    }

    Plan plan(ObjectType type, SoqlQuery query) throws OrgError {
        if (query.offset() > OFFSET_MOST) {
            throw OrgError.bad("NUMBER_OUTSIDE_VALID_RANGE", "Maximum SOQL offset allowed is " + OFFSET_MOST);
        }
        Optional<Condition> where = query.where();
        Predicate<Row> filter = where.isPresent() ? new Filter(names, type, this).of(where.get()) : row -> true;
        return new Plan(type, query, filter, order(type, query), Shape.of(names, type, query, this));
    }

    private Optional<Comparator<Row>> order(ObjectType type, SoqlQuery query) throws OrgError {
        Optional<Comparator<Row>> order = Optional.empty();
        for (SoqlQuery.Order key : query.orderBy()) {
            Comparator<Row> next = Column.of(names, type, key.path()).order(key.descending(), key.nullsLast());
            order = Optional.of(order.map(o -> o.thenComparing(next)).orElse(next));
        }
        return order;
    }

    private List<Row> find(Plan plan, boolean deletedToo) throws OrgError {
        Table table = store.table(plan.type());
        Access access = Access.to(table, plan.query());
        List<Row> unsettled = store.unsettled(plan.type());
        if (unsettled.isEmpty()) {
            return plan.pick(access.rows(), deletedToo, access.inOrderOf(plan.query()));
        }
        Collection<Row> candidates = new LinkedHashSet<>(access.rows());
        candidates.addAll(unsettled);
        return plan.pick(candidates, deletedToo, false);
    }
}
