package io.smarketing.sandbox.org;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smarketing.sandbox.kernel.Insider;
import io.smarketing.sandbox.org.data.Row;
import io.smarketing.sandbox.org.data.SalesforceId;
import io.smarketing.sandbox.org.data.Store;
import io.smarketing.sandbox.org.error.OrgError;
import io.smarketing.sandbox.org.schema.Field;
import io.smarketing.sandbox.org.schema.FieldType;
import io.smarketing.sandbox.org.schema.ObjectType;
import io.smarketing.sandbox.org.write.Actor;
import io.smarketing.sandbox.org.write.Deletion;
import io.smarketing.sandbox.org.write.LeadConversion;
import io.smarketing.sandbox.org.write.Records;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What people do inside the org: they load files, edit, convert, merge, delete. */
final class OrgInsider implements Insider {

    private static final Set<String> ACTIVITIES = Set.of("Task", "Event");

    /** How a file, and a timeline, name the person whom an activity is about. */
    private static final Set<String> PERSON = Set.of("Who.Email", "Email");

    private final Object lock;
    private final Store store;
    private final Records records;
    private final Deletion deletion;
    private final LeadConversion conversion;
    private final Staff staff;
    private final People people;

    OrgInsider(Object lock, Store store, Records records, Deletion deletion, LeadConversion conversion, Staff staff) {
        this.lock = lock;
        this.store = store;
        this.records = records;
        this.deletion = deletion;
        this.conversion = conversion;
        this.staff = staff;
        this.people = new People(store);
    }

    /** A change of the org that the org may refuse. */
    private interface Work<T> {
        T run() throws OrgError, BadRow;
    }

    @Override
    public Set<String> fields(String object) {
        synchronized (lock) {
            Set<String> names = new TreeSet<>();
            store.schema().type(object).ifPresent(t -> t.fields().forEach(f -> names.add(f.name())));
            return names;
        }
    }

    @Override
    public void addTextField(String object, String field) {
        synchronized (lock) {
            store.schema().type(object).ifPresent(t -> store.schema().addText(t, field));
        }
    }

    @Override
    public String create(String object, Map<String, String> values, Instant at) throws BadRow {
        return done(() -> {
            ObjectType type = type(object);
            Actor by = Actor.person(staff.person(), at, Actor.Door.FILE);
            ObjectNode row = JsonNodeFactory.instance.objectNode();
            for (Map.Entry<String, String> cell : values.entrySet()) {
                if (!cell.getValue().isBlank() && !isForeign(cell.getKey(), cell.getValue())) {
                    put(type, row, cell.getKey(), cell.getValue(), by);
                }
            }
            return records.create(type, row, ownId(type, values.getOrDefault("Id", "")), by)
                    .id();
        });
    }

    @Override
    public List<String> about(String object) {
        return ACTIVITIES.contains(object) ? List.of("Contact", "Lead") : List.of();
    }

    /** The address of an activity is that of the person whom it is about, as a contact if it is one. */
    private String person(String email) throws BadRow {
        return about("Task").stream()
                .flatMap(object -> find(object, email).stream())
                .findFirst()
                .orElseThrow(() -> new BadRow("Email: nobody has '" + email + "'"));
    }

    /** A row of an export keeps the id it had, so that other rows, and other systems, still find it. */
    private String ownId(ObjectType type, String told) throws BadRow {
        if (told.isBlank()) {
            return "";
        }
        String id = SalesforceId.normal(told.strip())
                .filter(i -> i.startsWith(type.prefix()))
                .orElseThrow(() -> new BadRow("Id: '" + told + "' is no id of a " + type.name()));
        if (store.row(id).isPresent()) {
            throw new BadRow("Id: there is a " + type.name() + " " + id + " already");
        }
        return id;
    }

    private void put(ObjectType type, ObjectNode row, String column, String value, Actor by) throws OrgError, BadRow {
        if (ACTIVITIES.contains(type.name()) && PERSON.contains(column)) {
            row.put("WhoId", person(value));
        } else if (column.contains(".")) {
            String[] path = column.split("\\.", 2);
            Field reference = type.parent(path[0])
                    .orElseThrow(() -> new BadRow(column + ": a " + type.name() + " has no " + path[0]));
            row.put(reference.name(), parent(reference, path[1], value, by));
        } else {
            row.put(column, value);
        }
    }

    /** The row's own id is kept apart, and a user who is not in the files is nobody here: it is the loading person. */
    private boolean isForeign(String column, String value) {
        return column.equals("Id")
                || Set.of("OwnerId", "CreatedById").contains(column)
                        && store.row(value).isEmpty();
    }

    /** The record that a column such as {@code Owner.Email} names; an account is made if it is not there. */
    private String parent(Field reference, String fieldName, String value, Actor by) throws OrgError, BadRow {
        for (String target : reference.link().targets()) {
            ObjectType type = store.schema().need(target);
            if (type.field(fieldName).isPresent()) {
                Optional<Row> found = people.by(type, fieldName, value.strip())
                        .filter(r -> !r.deleted())
                        .findFirst();
                if (found.isPresent()) {
                    return found.get().id();
                }
            }
        }
        if (reference.link().targets().contains("Account") && fieldName.equals("Name")) {
            ObjectNode account = JsonNodeFactory.instance.objectNode().put("Name", value);
            return records.create(store.schema().need("Account"), account, by).id();
        }
        String wanted = String.join(" or ", reference.link().targets());
        throw new BadRow(reference.link().relationship() + "." + fieldName + ": no " + wanted + " has '" + value + "'");
    }

    @Override
    public List<String> find(String object, String key) {
        synchronized (lock) {
            return store.schema().type(object).map(t -> people.find(t, key)).orElse(List.of()).stream()
                    .map(Row::id)
                    .toList();
        }
    }

    @Override
    public void act(Deed deed) throws BadRow {
        done(() -> {
            ObjectType type = type(deed.object());
            Row row = store.row(deed.id())
                    .filter(r -> r.type() == type)
                    .orElseThrow(() -> new BadRow("there is no " + deed.object() + " " + deed.id()));
            Actor by = Actor.person(staff.person(), deed.at(), Actor.Door.SCREEN);
            switch (deed.action()) {
                case "set" -> set(row, deed, by);
                case "convert" -> convert(row, by);
                case "merge" -> deletion.merge(row, loser(row, deed), by);
                case "delete" -> deletion.delete(row, by);
                case "undelete" -> deletion.restore(row, by);
                case "destroy" -> deletion.destroy(row);
                default ->
                    throw new BadRow("'" + deed.action()
                            + "' is no action: write set, convert, merge, delete, undelete or destroy");
            }
            return row.id();
        });
    }

    /** An edit of a lead that has been converted is made on its contact, where the person now is. */
    private void set(Row row, Deed deed, Actor by) throws OrgError, BadRow {
        Row target = row;
        if (row.type().name().equals("Lead") && row.flag("IsConverted")) {
            target = store.row(row.text("ConvertedContactId")).orElse(row);
            boolean there = deed.field().contains(".")
                    || target.type().field(deed.field()).isPresent();
            if (!there || target == row) {
                throw new BadRow(deed.field() + ": the lead is converted, and a Contact has no such field");
            }
        }
        ObjectNode values = JsonNodeFactory.instance.objectNode();
        put(target.type(), values, deed.field(), deed.value(), by);
        records.change(target, values, by);
    }

    private void convert(Row row, Actor by) throws OrgError, BadRow {
        if (!row.type().name().equals("Lead")) {
            throw new BadRow("only a Lead is converted, not a " + row.type().name());
        }
        conversion.convert(row, LeadConversion.Wish.ANY, by);
    }

    private Row loser(Row winner, Deed deed) throws BadRow {
        return people.find(winner.type(), deed.value()).stream()
                .filter(r -> r != winner)
                .findFirst()
                .orElseThrow(
                        () -> new BadRow("merge: no other " + winner.type().name() + " has '" + deed.value() + "'"));
    }

    @Override
    public int count(String object) {
        synchronized (lock) {
            return store.schema().type(object).map(t -> store.table(t).live()).orElse(0);
        }
    }

    @Override
    public List<String> ids(String object) {
        synchronized (lock) {
            return store.schema().type(object).stream()
                    .flatMap(type -> store.table(type).all().stream())
                    .filter(row -> !row.deleted())
                    .map(Row::id)
                    .toList();
        }
    }

    @Override
    public Optional<String> peek(String object, String id, String field) {
        synchronized (lock) {
            return store.row(id)
                    .filter(r -> !r.deleted() && r.type().name().equalsIgnoreCase(object))
                    .flatMap(r -> r.type().field(field).map(f -> text(r, f)));
        }
    }

    private static String text(Row row, Field field) {
        Object value = row.get(field);
        if (field.type() == FieldType.DATETIME && value instanceof Long seconds) {
            return Instant.ofEpochSecond(seconds).toString();
        }
        return value == null ? "" : value.toString();
    }

    private ObjectType type(String object) throws BadRow {
        return store.schema()
                .type(object)
                .orElseThrow(() -> new BadRow("'" + object + "' is no object of a Salesforce org"));
    }

    private <T> T done(Work<T> work) throws BadRow {
        synchronized (lock) {
            store.settle();
            boolean kept = false;
            try {
                T result = work.run();
                kept = true;
                return result;
            } catch (OrgError e) {
                throw new BadRow(e.faults().stream()
                        .map(f -> (f.fields().isEmpty() ? "" : String.join(", ", f.fields()) + ": ") + f.message())
                        .collect(Collectors.joining("; ")));
            } finally {
                if (!kept) {
                    store.rollback(0);
                }
                store.keep();
            }
        }
    }
}
