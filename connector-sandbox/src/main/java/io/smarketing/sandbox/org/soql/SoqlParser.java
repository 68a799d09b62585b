package io.smarketing.sandbox.org.soql;

import io.smarketing.sandbox.org.soql.SoqlQuery.ChildItem;
import io.smarketing.sandbox.org.soql.SoqlQuery.CountItem;
import io.smarketing.sandbox.org.soql.SoqlQuery.FieldItem;
import io.smarketing.sandbox.org.soql.SoqlQuery.FieldsItem;
import io.smarketing.sandbox.org.soql.SoqlQuery.Item;
import io.smarketing.sandbox.org.soql.SoqlQuery.Order;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;

/** Reads a query's text as a tree: everything but the conditions, which {@link ConditionParser} reads. */
public final class SoqlParser {

    private final Words words;

    SoqlParser(Words words) {
        this.words = words;
    }

    public static SoqlQuery parse(String text) throws MalformedQuery {
        Words words = new Words(Tokeniser.read(text));
        SoqlQuery query = new SoqlParser(words).query();
        words.end();
        return query;
    }

    SoqlQuery query() throws MalformedQuery {
        words.expect("SELECT");
        List<Item> select = new ArrayList<>();
        do {
            select.add(item());
        } while (words.take(","));
        words.expect("FROM");
        Token from = words.name();
        Optional<Condition> where =
                words.take("WHERE") ? Optional.of(new ConditionParser(words).condition()) : Optional.empty();
        List<Order> order = orderBy();
        OptionalInt limit = words.take("LIMIT") ? OptionalInt.of(words.count()) : OptionalInt.empty();
        int offset = words.take("OFFSET") ? words.count() : 0;
        return new SoqlQuery(select, from.text(), from.column(), where, order, limit, offset);
    }

    private Item item() throws MalformedQuery {
        if (words.take("(")) {
            SoqlQuery children = query();
            words.expect(")");
            return new ChildItem(children);
        }
        Token name = words.name();
        if (!words.take("(")) {
            return new FieldItem(FieldPath.of(name));
        }
        Item item = function(name);
        words.expect(")");
        return item;
    }

    private Item function(Token name) throws MalformedQuery {
        if (name.is("COUNT")) {
            return new CountItem();
        }
        if (name.is("FIELDS")) {
            return new FieldsItem(words.name().text().toUpperCase(Locale.ROOT));
        }
        throw new MalformedQuery("the sandbox does not know the function " + name.text());
    }

    private List<Order> orderBy() throws MalformedQuery {
        List<Order> keys = new ArrayList<>();
        if (!words.take("ORDER")) {
            return keys;
        }
        words.expect("BY");
        do {
            FieldPath path = FieldPath.of(words.name());
            boolean descending = words.take("DESC");
            if (!descending) {
                words.take("ASC");
            }
            keys.add(new Order(path, descending, nullsLast()));
        } while (words.take(","));
        return keys;
    }

    private boolean nullsLast() throws MalformedQuery {
        if (!words.take("NULLS")) {
            return false;
        }
        if (words.take("LAST")) {
            return true;
        }
        words.expect("FIRST");
        return false;
    }
}
