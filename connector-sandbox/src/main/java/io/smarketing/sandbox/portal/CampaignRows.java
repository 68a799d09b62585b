package io.smarketing.sandbox.portal;

import io.smarketing.sandbox.kernel.Insider.BadRow;
import io.smarketing.sandbox.portal.desk.Lookup;
import io.smarketing.sandbox.portal.schema.ObjectType;
import io.smarketing.sandbox.portal.store.Campaigns.Campaign;
import io.smarketing.sandbox.portal.store.Crm;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** The rows of a campaigns file: a campaign's properties, and the addresses of the contacts that it has influenced. */
record CampaignRows(Crm crm) {

    private static final String ID = "id";
    private static final String INFLUENCED = "influenced_contacts";
    private static final String REVENUE = "revenue_amount";

    static final Set<String> FIELDS = Set.of(
            ID,
            "hs_name",
            "hs_start_date",
            "hs_end_date",
            "hs_campaign_status",
            "hs_currency_code",
            "hs_budget_items_sum_amount",
            "hs_spend_items_sum_amount",
            REVENUE,
            INFLUENCED);

    static boolean named(String object) {
        return object.equalsIgnoreCase("campaigns");
    }

    /** A row that brings the id of a campaign that is there takes its place. */
    String add(Map<String, String> values, Instant at) throws BadRow {
        Map<String, String> properties = new LinkedHashMap<>(values);
        properties.remove(INFLUENCED);
        String told = values.getOrDefault(ID, "");
        String id =
                told.isEmpty() ? new UUID(crm.random().nextLong(), crm.random().nextLong()).toString() : told;
        properties.remove(ID);
        if (properties.getOrDefault("hs_name", "").isBlank()) {
            throw new BadRow("A campaign needs a hs_name");
        }
        Set<Long> influenced = new LinkedHashSet<>();
        for (String email : values.getOrDefault(INFLUENCED, "").split(";")) {
            if (!email.isBlank()) {
                influenced.add(new Lookup(crm)
                        .find(crm.table(ObjectType.CONTACTS), "email", email.strip())
                        .orElseThrow(() -> new BadRow(INFLUENCED + " names nobody who is there"))
                        .id());
            }
        }
        crm.campaigns().put(new Campaign(id, properties, influenced, at.toEpochMilli(), at.toEpochMilli()));
        return id;
    }
}
