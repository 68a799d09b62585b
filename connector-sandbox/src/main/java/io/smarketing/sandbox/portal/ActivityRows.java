package io.smarketing.sandbox.portal;

import io.smarketing.sandbox.kernel.Insider.BadRow;
import io.smarketing.sandbox.portal.desk.Lookup;
import io.smarketing.sandbox.portal.schema.ObjectType;
import io.smarketing.sandbox.portal.store.Crm;
import io.smarketing.sandbox.portal.store.End;
import io.smarketing.sandbox.portal.store.StoredRecord;
import io.smarketing.sandbox.portal.store.Table;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The rows of a file of activities: whose timeline each stands on is told by a column of its own. */
record ActivityRows(Crm crm, ObjectType type) {

    /** The column with the address or the id of the contact. */
    static final String CONTACT = "contact";

    /** The key of a timeline's row. */
    private static final String KEY = "email";

    /** Takes the contacts out of a row; none if it is no activity's. */
    Set<End> takePeople(Map<String, String> row) throws BadRow {
        if (!type.activity()) {
            return Set.of();
        }
        String key = Optional.ofNullable(row.remove(KEY)).orElse("");
        String contact = Optional.ofNullable(row.remove(CONTACT)).orElse(key);
        if (contact.isEmpty()) {
            return Set.of();
        }
        Table contacts = crm.table(ObjectType.CONTACTS);
        Optional<StoredRecord> found = Lookup.number(contact).flatMap(contacts::find);
        if (found.isEmpty()) {
            found = new Lookup(crm).find(contacts, KEY, contact);
        }
        return Set.of(new End(
                ObjectType.CONTACTS,
                found.orElseThrow(() -> new BadRow("There is no contact of that name"))
                        .id()));
    }
}
