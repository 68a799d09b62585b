package io.smarketing.sandbox.org;

import io.smarketing.sandbox.org.data.Row;
import io.smarketing.sandbox.org.data.SalesforceId;
import io.smarketing.sandbox.org.data.Store;
import io.smarketing.sandbox.org.schema.Field;
import io.smarketing.sandbox.org.schema.ObjectType;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Finds records by what a person would call them: an e-mail address, a name or an id. */
final class People {

    private final Store store;

    People(Store store) {
        this.store = store;
    }

    /** Living records of the object that go by that key; unconverted ones first, then the oldest. */
    List<Row> find(ObjectType type, String key) {
        return found(type, key.strip())
                .filter(r -> !r.deleted())
                .distinct()
                .sorted(Comparator.comparing(People::converted)
                        .thenComparing(People::created)
                        .thenComparing(Row::id))
                .toList();
    }

    private static boolean converted(Row row) {
        return row.type().field("IsConverted").isPresent() && row.flag("IsConverted");
    }

    private static long created(Row row) {
        return row.get(row.type().need("CreatedDate")) instanceof Long seconds ? seconds : 0;
    }

    private Stream<Row> found(ObjectType type, String key) {
        if (SalesforceId.normal(key).isPresent() && store.row(key).isPresent()) {
            return store.row(key).filter(r -> r.type() == type).stream();
        }
        return switch (type.name()) {
            case "User" -> Stream.concat(by(type, "Username", key), by(type, "Email", key));
            case "Opportunity" -> opportunities(key);
            case "Task", "Event" -> activities(type, key);
            case "Lead", "Contact" -> by(type, "Email", key);
            default -> byName(type, key);
        };
    }

    private Stream<Row> opportunities(String email) {
        ObjectType roles = store.schema().need("OpportunityContactRole");
        return by(store.schema().need("Contact"), "Email", email)
                .filter(c -> !c.deleted())
                .flatMap(c -> store.table(roles).find(roles.need("ContactId"), c.id()).stream())
                .filter(role -> !role.deleted())
                .flatMap(role -> store.row(role.text("OpportunityId")).stream());
    }

    private Stream<Row> activities(ObjectType type, String email) {
        List<Row> people = new ArrayList<>();
        by(store.schema().need("Lead"), "Email", email).forEach(people::add);
        by(store.schema().need("Contact"), "Email", email).forEach(people::add);
        return people.stream().flatMap(p -> store.table(type).find(type.need("WhoId"), p.id()).stream());
    }

    private Stream<Row> byName(ObjectType type, String key) {
        return Stream.of("Name", "MasterLabel")
                .filter(name -> type.field(name).isPresent())
                .flatMap(name -> by(type, name, key));
    }

    /** Rows whose field holds that text, in any case. */
    Stream<Row> by(ObjectType type, String fieldName, String text) {
        Field field = type.need(fieldName);
        if (field.indexed()) {
            return store.table(type).find(field, text).stream();
        }
        return store.table(type).all().stream().filter(r -> r.text(fieldName).equalsIgnoreCase(text));
    }
}
