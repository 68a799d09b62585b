package io.smarketing.sandbox.portal;

import io.smarketing.sandbox.kernel.Insider;
import io.smarketing.sandbox.portal.desk.Lookup;
import io.smarketing.sandbox.portal.schema.Look;
import io.smarketing.sandbox.portal.schema.ObjectType;
import io.smarketing.sandbox.portal.schema.Property;
import io.smarketing.sandbox.portal.schema.Schema;
import io.smarketing.sandbox.portal.schema.ValueType;
import io.smarketing.sandbox.portal.store.Crm;
import io.smarketing.sandbox.portal.store.End;
import io.smarketing.sandbox.portal.store.Source;
import io.smarketing.sandbox.portal.store.StoredRecord;
import io.smarketing.sandbox.portal.store.Table;
import io.smarketing.sandbox.portal.wire.Failure;
import io.smarketing.sandbox.portal.wire.Json;
import io.smarketing.sandbox.portal.write.Announcements;
import io.smarketing.sandbox.portal.write.Merges;
import io.smarketing.sandbox.portal.write.Origin;
import io.smarketing.sandbox.portal.write.Writer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** The people inside the portal: they load files, edit records at the screen, merge and delete them. */
final class Backstage implements Insider {

    private static final Pattern NO_NAME = Pattern.compile("[^a-z0-9_]");

    private final Object lock;
    private final Crm crm;
    private final Writer writer;
    private final OwnerRows owners;
    private final Announcements announcements;

    /** @param lock what requests are answered under, so that people and requests take turns */
    Backstage(Object lock, Crm crm, Writer writer) {
        this.lock = lock;
        this.crm = crm;
        this.writer = writer;
        this.owners = new OwnerRows(crm);
        this.announcements = new Announcements(crm);
    }

    @Override
    public Set<String> fields(String object) {
        synchronized (lock) {
            if (OwnerRows.named(object)) {
                return OwnerRows.FIELDS;
            }
            if (CampaignRows.named(object)) {
                return CampaignRows.FIELDS;
            }
            Set<String> names = new TreeSet<>();
            ObjectType.find(object).ifPresent(type -> {
                crm.schema(type).all(false).forEach(property -> names.add(property.name()));
                names.addAll(new LinkColumns(crm, type).names());
            });
            return names;
        }
    }

    @Override
    public void addTextField(String object, String field) {
        synchronized (lock) {
            Optional<ObjectType> type = ObjectType.find(object);
            if (type.isEmpty()) {
                return;
            }
            Schema schema = crm.schema(type.get());
            String name = propertyName(field);
            if (schema.find(name).isEmpty()) {
                Look look = new Look(field, schema.type().singular() + "information", "text", "", -1);
                Instant now = crm.clock().instant();
                schema.put(new Property(
                        schema.slotFor(name), name, look, ValueType.STRING, List.of(), Set.of(), now, now));
            }
        }
    }

    @Override
    public String create(String object, Map<String, String> values, Instant at) throws BadRow {
        synchronized (lock) {
            if (OwnerRows.named(object)) {
                return owners.add(values, at);
            }
            if (CampaignRows.named(object)) {
                return new CampaignRows(crm).add(values, at);
            }
            Table table = table(object);
            Map<String, String> sent = new LinkedHashMap<>();
            values.forEach((field, value) -> {
                if (!value.isEmpty()) {
                    sent.put(propertyName(field), value);
                }
            });
            try {
                LinkColumns columns = new LinkColumns(crm, table.type());
                Set<End> linked = columns.take(sent);
                long id = idOf(table, sent);
                writer.commit(writer.create(table, id, sent, origin(at)));
                crm.taken(id);
                columns.link(id, linked);
                return Long.toString(id);
            } catch (Failure failure) {
                throw new BadRow(sentence(failure));
            }
        }
    }

    @Override
    public List<String> find(String object, String key) {
        synchronized (lock) {
            if (OwnerRows.named(object)) {
                return crm.owners().byEmail(key).stream()
                        .map(o -> Long.toString(o.id()))
                        .toList();
            }
            Optional<ObjectType> type = ObjectType.find(object);
            if (type.isEmpty()) {
                return List.of();
            }
            Table table = crm.table(type.get());
            if (type.get() == ObjectType.CONTACTS) {
                return new Lookup(crm)
                        .find(table, "email", key).stream()
                                .map(r -> Long.toString(r.id()))
                                .toList();
            }
            if (type.get() == ObjectType.COMPANIES) {
                return LinkColumns.companies(crm, key).stream()
                        .map(r -> Long.toString(r.id()))
                        .toList();
            }
            int slot = table.schema()
                    .slot(type.get().shown().isEmpty() ? "" : type.get().shown().get(0));
            return table.rows(false).values().stream()
                    .filter(record -> record.at(slot).equalsIgnoreCase(key.strip()))
                    .map(record -> Long.toString(record.id()))
                    .toList();
        }
    }

    @Override
    public void act(Deed deed) throws BadRow {
        synchronized (lock) {
            if (OwnerRows.named(deed.object()) && deed.action().equals("delete")) {
                crm.owners().archive(Lookup.number(deed.id()).orElse(0L));
                return;
            }
            Table table = table(deed.object());
            if (deed.action().equals("restore")) {
                restore(table, deed);
                return;
            }
            StoredRecord record = Lookup.number(deed.id())
                    .flatMap(table::find)
                    .orElseThrow(() -> new BadRow("There is no " + table.type().singular() + " " + deed.id()));
            try {
                act(deed, table, record);
            } catch (Failure failure) {
                throw new BadRow(sentence(failure));
            }
        }
    }

    private void act(Deed deed, Table table, StoredRecord record) throws BadRow {
        switch (deed.action().toLowerCase(Locale.ROOT)) {
            case "set" -> set(deed, table, record);
            case "merge" -> {
                List<String> losers = find(deed.object(), deed.value());
                StoredRecord loser = losers.stream()
                        .flatMap(id -> Lookup.number(id).flatMap(table::find).stream())
                        .findFirst()
                        .orElseThrow(() -> new BadRow("There is no record to merge with that key"));
                new Merges(crm).merge(table, record, loser, deed.at().toEpochMilli());
            }
            case "delete" -> {
                table.archive(record.id(), deed.at().toEpochMilli());
                announcements.archived(table, record.id(), Source.PERSON);
            }
            default -> throw new BadRow("'" + deed.action() + "' is not something people do in HubSpot");
        }
    }

    private void set(Deed deed, Table table, StoredRecord record) throws BadRow {
        String name = propertyName(deed.field());
        LinkColumns columns = new LinkColumns(crm, table.type());
        if (columns.names().contains(name)) {
            columns.set(record.id(), name, deed.value());
            return;
        }
        writer.commit(writer.change(table, record, Map.of(name, deed.value()), origin(deed.at())));
    }

    /** Nobody can bring back a record whose address another one has by now, nor one that was merged away. */
    private void restore(Table table, Deed deed) throws BadRow {
        StoredRecord record = Lookup.number(deed.id())
                .flatMap(table::findArchived)
                .filter(r -> !table.isMergedAway(r.id()))
                .orElseThrow(() -> new BadRow("There is no archived record " + deed.id()));
        Optional<Property> email = table.schema().find("email");
        if (email.isPresent()
                && table.holder(email.get(), record.at(email.get().slot())).isPresent()) {
            throw new BadRow("Another record has the e-mail address of " + deed.id() + " by now");
        }
        table.restore(record.id(), deed.at().toEpochMilli());
        announcements.restored(table, record.id());
    }

    @Override
    public int count(String object) {
        synchronized (lock) {
            return OwnerRows.named(object)
                    ? crm.owners().all(false).size()
                    : ObjectType.find(object)
                            .map(type -> crm.table(type).rows(false).size())
                            .orElse(0);
        }
    }

    @Override
    public List<String> ids(String object) {
        synchronized (lock) {
            return ObjectType.find(object).stream()
                    .flatMap(type -> crm.table(type).rows(false).keySet().stream())
                    .map(id -> Long.toString(id))
                    .toList();
        }
    }

    @Override
    public Optional<String> peek(String object, String id, String field) {
        synchronized (lock) {
            return ObjectType.find(object)
                    .map(crm::table)
                    .flatMap(table -> Lookup.number(id)
                            .flatMap(table::find)
                            .flatMap(record -> peek(table, record, propertyName(field))));
        }
    }

    private Optional<String> peek(Table table, StoredRecord record, String name) {
        LinkColumns columns = new LinkColumns(crm, table.type());
        return columns.names().contains(name)
                ? Optional.of(columns.held(record.id(), name))
                : table.schema().find(name).map(property -> record.at(property.slot()));
    }

    /** Exports bring the record's own id along; a row without one gets the next. */
    private long idOf(Table table, Map<String, String> sent) throws BadRow {
        String told = sent.getOrDefault("hs_object_id", "");
        if (told.isEmpty()) {
            return crm.nextId();
        }
        long id = Lookup.number(told).orElseThrow(() -> new BadRow("hs_object_id '" + told + "' is not a number"));
        if (table.find(id).isPresent()) {
            throw new BadRow("hs_object_id " + id + " occurs twice");
        }
        return id;
    }

    private Table table(String object) throws BadRow {
        return crm.table(
                ObjectType.find(object).orElseThrow(() -> new BadRow("HubSpot has no object '" + object + "' here")));
    }

    private static Origin origin(Instant at) {
        return new Origin(Source.PERSON, at.toEpochMilli(), false, true);
    }

    /** What a person should read: each property at fault with its reason. */
    private static String sentence(Failure failure) {
        List<String> parts = new ArrayList<>();
        failure.body()
                .path("errors")
                .forEach(error -> parts.add(
                        error.path("context").path("propertyName").path(0).asText() + ": "
                                + Json.text(error, "message")));
        return parts.isEmpty() ? String.valueOf(failure.getMessage()) : String.join("; ", parts);
    }

    /** The column's name as a property's: those are lower case. */
    private static String propertyName(String field) {
        return NO_NAME.matcher(field.strip().toLowerCase(Locale.ROOT)).replaceAll("_");
    }
}
