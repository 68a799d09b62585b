package io.smarketing.sandbox.portal.write;

import io.smarketing.sandbox.portal.schema.Iso;
import io.smarketing.sandbox.portal.schema.Property;
import io.smarketing.sandbox.portal.schema.Schema;
import io.smarketing.sandbox.portal.store.Edit;
import io.smarketing.sandbox.portal.store.Source;
import java.util.Set;

/** The dates that follow another property: since when a record has its owner, when a task was done. */
record Followers(Schema schema, Origin origin) {

    private static final String OWNED = "hubspot_owner_assigneddate";
    private static final String DONE = "hs_task_completion_date";

    /** A property is about to get this value; a date that was sent along stays as sent. */
    void follow(Edit edit, Property property, String value, Set<String> sent) {
        if (value.equals(edit.at(property.slot()))) {
            return;
        }
        if (property.name().equals("hubspot_owner_id") && !sent.contains(OWNED)) {
            date(edit, OWNED, !value.isEmpty());
        } else if (property.name().equals("hs_task_status") && !sent.contains(DONE)) {
            date(edit, DONE, value.equals("COMPLETED"));
        }
    }

    private void date(Edit edit, String name, boolean holds) {
        edit.set(schema.slot(name), holds ? Iso.of(origin.at()) : "", origin.at(), Source.CALCULATED);
    }
}
