package io.smarketing.sandbox.org.soql;

import java.util.List;

/** What the rows of a query must meet. */
public sealed interface Condition {

    /** All of them. */
    record And(List<Condition> parts) implements Condition {
        public And {
            parts = List.copyOf(parts);
        }
    }

    /** At least one of them. */
    record Or(List<Condition> parts) implements Condition {
        public Or {
            parts = List.copyOf(parts);
        }
    }

    /** Not this one. */
    record Not(Condition part) implements Condition {}

    /** A field compared with one value. */
    record Compare(FieldPath path, Operator operator, Literal value) implements Condition {}

    /** A field that is, or is not, one of several values. */
    record In(FieldPath path, boolean negated, List<Literal> values) implements Condition {
        public In {
            values = List.copyOf(values);
        }
    }

    /** A field that is, or is not, among the values of another query. */
    record SemiJoin(FieldPath path, boolean negated, SoqlQuery query) implements Condition {}

    /** How a field is compared with a value. */
    enum Operator {
        EQUAL,
        UNEQUAL,
        LESS,
        AT_MOST,
        MORE,
        AT_LEAST,
        LIKE
    }
}
