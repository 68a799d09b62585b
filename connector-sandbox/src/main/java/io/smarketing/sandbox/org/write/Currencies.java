package io.smarketing.sandbox.org.write;

import io.smarketing.sandbox.kernel.Switches;
import io.smarketing.sandbox.org.data.Row;
import io.smarketing.sandbox.org.data.Store;
import io.smarketing.sandbox.org.schema.Field;
import io.smarketing.sandbox.org.schema.ObjectType;
import java.util.ArrayList;
import java.util.List;

/**
 * The org's currencies: one, or those of the switch {@code multi-currency}, of which the first is its own. From then on
 * each record tells its currency; as on the platform, there is no way back.
 */
public final class Currencies {

    private static final String FIELD = "CurrencyIsoCode";
    private static final List<String> OBJECTS = List.of("Account", "Campaign", "Contact", "Lead", "Opportunity");

    private final Store store;
    private final Switches switches;

    public Currencies(Store store, Switches switches) {
        this.store = store;
        this.switches = switches;
    }

    /** Gives all objects that hold amounts the field, and all records the org's own currency, once there are several. */
    public void settle() {
        if (!isMany() || store.schema().need(OBJECTS.get(0)).field(FIELD).isPresent()) {
            return;
        }
        String codes =
                String.join("|", switches.get("multi-currency").orElseThrow().split("\\s*,\\s*"));
        for (String object : OBJECTS) {
            ObjectType type = store.schema().need(object);
            store.schema().add(type, FIELD + " picklist(3) restricted defaultfirst = " + codes);
            Field field = type.need(FIELD);
            for (Row row : new ArrayList<>(store.table(type).all())) {
                Object[] values = row.copy();
                values[field.slot()] = own();
                store.replace(row, values);
            }
        }
        store.keep();
    }

    /** True if the org has several. */
    public boolean isMany() {
        return switches.get("multi-currency").isPresent();
    }

    /** The org's own. */
    public String own() {
        return switches.get("multi-currency")
                .map(codes -> codes.split(",")[0].strip())
                .orElse("USD");
    }
}
