package io.smarketing.sandbox.org.write;

import io.smarketing.sandbox.org.data.Row;
import io.smarketing.sandbox.org.data.Store;
import io.smarketing.sandbox.org.schema.Field;
import io.smarketing.sandbox.org.schema.FieldSecurity;
import io.smarketing.sandbox.org.schema.ObjectType;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The history that the platform keeps by itself: snapshots of opportunities, and tracked fields. */
final class Histories {

    private static final List<String> SNAPSHOT = List.of("StageName", "Amount", "CloseDate", "Probability");
    private static final List<String> COPIED =
            List.of("StageName", "Amount", "CloseDate", "Probability", "ExpectedRevenue", "ForecastCategory");

    /** Tracked as an admin would; {@code track-history=Lead.City} tracks more. */
    private static final Set<String> TRACKED = Set.of("Status", "OwnerId");

    private final Store store;
    private final FieldSecurity named;

    Histories(Store store, FieldSecurity named) {
        this.store = store;
        this.named = named;
    }

    /** Notes what a write changed; {@code before} is empty for a new record. */
    void note(Row row, Optional<Draft> before, Actor by) {
        if (row.type().name().equals("Opportunity")) {
            opportunity(row, before, by);
        }
        if (store.schema().type(object(row.type())).isPresent()) {
            before.ifPresent(b -> tracked(row, b, by));
        }
    }

    /** Where tracked fields are told; an opportunity's other history is that of its snapshots. */
    private static String object(ObjectType type) {
        return type.name() + (type.name().equals("Opportunity") ? "FieldHistory" : "History");
    }

    private void opportunity(Row row, Optional<Draft> before, Actor by) {
        boolean changed = before.isEmpty()
                || SNAPSHOT.stream()
                        .map(row.type()::need)
                        .anyMatch(f -> !Objects.equals(row.get(f), before.get().get(f)));
        if (!changed) {
            return;
        }
        Draft entry = Draft.fresh(store.schema().need("OpportunityHistory")).set("OpportunityId", row.id());
        COPIED.forEach(name -> entry.set(name, row.get(row.type().need(name))));
        keep(entry, by);
    }

    private void tracked(Row row, Draft before, Actor by) {
        for (Field field : row.type().fields()) {
            boolean tracked = TRACKED.contains(field.name()) || named.named("track-history", row.type(), field);
            if (tracked && !Objects.equals(row.get(field), before.get(field))) {
                String name = field.name().equals("OwnerId") ? "Owner" : field.name();
                entry(row, name, before.get(field), row.get(field), by);
            }
        }
        boolean lead = row.type().name().equals("Lead");
        if (lead && row.flag("IsConverted") && !Boolean.TRUE.equals(before.get("IsConverted"))) {
            entry(row, "leadConverted", null, null, by);
        }
    }

    private void entry(Row row, String field, @Nullable Object from, @Nullable Object to, Actor by) {
        Draft entry = Draft.fresh(store.schema().need(object(row.type())));
        entry.set(row.type().name() + "Id", row.id()).set("Field", field);
        entry.set("OldValue", from == null ? null : from.toString());
        entry.set("NewValue", to == null ? null : to.toString());
        keep(entry, by);
    }

    private void keep(Draft entry, Actor by) {
        entry.values()[ObjectType.ID] = store.freshId(entry.type());
        by.signNew(entry.values());
        store.insert(entry.type(), entry.values());
    }
}
