package io.smarketing.sandbox.org.soql;

import io.smarketing.sandbox.org.soql.Condition.And;
import io.smarketing.sandbox.org.soql.Condition.Compare;
import io.smarketing.sandbox.org.soql.Condition.In;
import io.smarketing.sandbox.org.soql.Condition.Not;
import io.smarketing.sandbox.org.soql.Condition.Operator;
import io.smarketing.sandbox.org.soql.Condition.Or;
import io.smarketing.sandbox.org.soql.Condition.SemiJoin;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Reads what stands behind WHERE. */
final class ConditionParser {

    private static final Map<String, Operator> OPERATORS = Map.of(
            "=", Operator.EQUAL,
            "!=", Operator.UNEQUAL,
            "<>", Operator.UNEQUAL,
            "<", Operator.LESS,
            "<=", Operator.AT_MOST,
            ">", Operator.MORE,
            ">=", Operator.AT_LEAST,
            "LIKE", Operator.LIKE);

    private final Words words;

    ConditionParser(Words words) {
        this.words = words;
    }

    /** One or more conditions joined by AND or by OR: mixing them needs parentheses. */
    Condition condition() throws MalformedQuery {
        List<Condition> parts = new ArrayList<>();
        parts.add(single());
        String joint = words.peek().is("OR") ? "OR" : "AND";
        while (words.take(joint)) {
            parts.add(single());
        }
        if (words.peek().is("OR") || words.peek().is("AND")) {
            throw MalformedQuery.unexpected(words.peek());
        }
        if (parts.size() == 1) {
            return parts.get(0);
        }
        return joint.equals("OR") ? new Or(parts) : new And(parts);
    }

    private Condition single() throws MalformedQuery {
        if (words.take("NOT")) {
            return new Not(single());
        }
        if (words.take("(")) {
            Condition inner = condition();
            words.expect(")");
            return inner;
        }
        FieldPath path = FieldPath.of(words.name());
        if (words.peek().is("NOT") && words.peekSecond().is("IN")) {
            words.next();
            words.next();
            return in(path, true);
        }
        if (words.take("IN")) {
            return in(path, false);
        }
        Token token = words.next();
        Operator operator = OPERATORS.get(token.text().toUpperCase(Locale.ROOT));
        if (operator == null || token.kind() == Token.Kind.STRING) {
            throw MalformedQuery.unexpected(token);
        }
        return new Compare(path, operator, literal());
    }

    private Condition in(FieldPath path, boolean negated) throws MalformedQuery {
        words.expect("(");
        if (words.peek().is("SELECT")) {
            SoqlQuery query = new SoqlParser(words).query();
            words.expect(")");
            return new SemiJoin(path, negated, query);
        }
        List<Literal> values = new ArrayList<>();
        do {
            values.add(literal());
        } while (words.take(","));
        words.expect(")");
        return new In(path, negated, values);
    }

    private Literal literal() throws MalformedQuery {
        Token token = words.next();
        return switch (token.kind()) {
            case STRING -> string(token);
            case NUMBER -> new Literal(Literal.Kind.NUMBER, token.text());
            case DATE -> new Literal(Literal.Kind.DATE, token.text());
            case DATETIME -> new Literal(Literal.Kind.DATETIME, token.text());
            case NAME -> named(token);
            default -> throw MalformedQuery.unexpected(token);
        };
    }

    /** Bad escapes are told when the query is read, not when a row is compared. */
    private static Literal string(Token token) throws MalformedQuery {
        Literal literal = new Literal(Literal.Kind.STRING, token.text());
        literal.quoted().check();
        return literal;
    }

    private static Literal named(Token token) throws MalformedQuery {
        return switch (token.text().toUpperCase(Locale.ROOT)) {
            case "TRUE", "FALSE" -> new Literal(Literal.Kind.BOOLEAN, token.text());
            case "NULL" -> new Literal(Literal.Kind.NULL, "");
            default -> throw MalformedQuery.unexpected(token);
        };
    }
}
