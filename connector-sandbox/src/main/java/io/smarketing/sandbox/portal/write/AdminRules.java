package io.smarketing.sandbox.portal.write;

import io.smarketing.sandbox.portal.schema.Schema;
import io.smarketing.sandbox.portal.store.Crm;
import io.smarketing.sandbox.portal.store.Edit;
import io.smarketing.sandbox.portal.wire.Failure;
import io.smarketing.sandbox.portal.wire.Quirks;
import java.util.List;

/** What the portal's admin requires of contacts; enforced from version 2026-09 on. */
record AdminRules(Crm crm) {

    void check(Schema schema, Edit edit) {
        if (edit.isFresh()) {
            for (String name : crm.quirks().list(Quirks.REQUIRED_PROPERTY)) {
                demand(schema, edit, name, "MISSING_REQUIRED_PROPERTY");
            }
        }
        for (String rule : crm.quirks().list(Quirks.CONDITIONAL_PROPERTY)) {
            String[] part = rule.split("[=:]");
            if (part.length == 3 && value(schema, edit, part[0]).equals(part[1])) {
                demand(schema, edit, part[2], "MISSING_CONDITIONAL_REQUIRED_PROPERTY");
            }
        }
    }

    private static void demand(Schema schema, Edit edit, String name, String code) {
        if (value(schema, edit, name).isEmpty()) {
            String sentence = "A value is required for the property " + name;
            throw Failure.invalid(sentence).error(sentence, code, "propertyName", List.of(name));
        }
    }

    private static String value(Schema schema, Edit edit, String name) {
        return edit.at(schema.slot(name));
    }
}
