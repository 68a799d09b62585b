package io.smarketing.sandbox.portal;

import io.smarketing.sandbox.kernel.Insider.BadRow;
import io.smarketing.sandbox.portal.desk.Lookup;
import io.smarketing.sandbox.portal.store.Crm;
import io.smarketing.sandbox.portal.store.Owner;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The rows of an owners file. */
record OwnerRows(Crm crm) {

    static final Set<String> FIELDS = Set.of("id", "email", "firstName", "lastName", "userId");

    static boolean named(String object) {
        return object.equalsIgnoreCase("owners") || object.equalsIgnoreCase("owner");
    }

    String add(Map<String, String> values, Instant at) throws BadRow {
        String email = values.getOrDefault("email", "").strip().toLowerCase(Locale.ROOT);
        if (email.isEmpty()) {
            throw new BadRow("An owner needs an email");
        }
        if (crm.owners().byEmail(email).isPresent()) {
            throw new BadRow("An owner with this email is there already");
        }
        long id = number(values, "id");
        Owner owner = new Owner(
                id,
                email,
                values.getOrDefault("firstName", ""),
                values.getOrDefault("lastName", ""),
                number(values, "userId"),
                at.toEpochMilli(),
                false);
        if (crm.owners().find(id).isPresent()) {
            throw new BadRow("Owner id " + id + " occurs twice");
        }
        crm.owners().add(owner);
        return Long.toString(id);
    }

    private long number(Map<String, String> values, String column) throws BadRow {
        String text = values.getOrDefault(column, "");
        if (text.isEmpty()) {
            return crm.nextId();
        }
        return Lookup.number(text).orElseThrow(() -> new BadRow(column + " '" + text + "' is not a number"));
    }
}
