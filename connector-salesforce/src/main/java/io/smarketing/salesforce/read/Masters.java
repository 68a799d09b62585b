package io.smarketing.salesforce.read;

import com.fasterxml.jackson.databind.JsonNode;
import io.smarketing.core.crm.record.RecordRef;
import io.smarketing.core.crm.record.RecordType;
import io.smarketing.http.Fan;
import io.smarketing.salesforce.rest.Found;
import io.smarketing.salesforce.rest.Rest;
import io.smarketing.salesforce.schema.PersonTypes;
import io.smarketing.salesforce.soql.Batches;
import io.smarketing.salesforce.soql.Soql;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** Finds what records have been merged into, where a query no longer finds them. */
public final class Masters {

    private final Rest rest;
    private final Fan fan;

    public Masters(Rest rest, Fan fan) {
        this.rest = rest;
        this.fan = fan;
    }

    /** The record into which each was merged; one that was only deleted is left out. */
    public Map<RecordRef, RecordRef> of(Collection<RecordRef> lost) {
        Map<RecordRef, RecordRef> masters = new HashMap<>();
        for (RecordType type : PersonTypes.ALL) {
            Map<String, RecordRef> byId = new HashMap<>();
            lost.stream().filter(r -> r.type().equals(type)).forEach(r -> byId.put(r.id(), r));
            List<Supplier<Found>> calls = new ArrayList<>();
            Batches.of(byId.keySet()).forEach(ids -> calls.add(() -> rest.queryAll(merged(type, ids))));
            for (Found found : fan.all(calls)) {
                for (JsonNode row : found.rows()) {
                    RecordRef loser = byId.get(row.path("Id").asText());
                    String master = row.path("MasterRecordId").asText("");
                    if (loser != null && !master.isEmpty()) {
                        masters.put(loser, new RecordRef(loser.crm(), type, master));
                    }
                }
            }
        }
        return masters;
    }

    private static String merged(RecordType type, List<String> ids) {
        return "SELECT Id, MasterRecordId FROM " + type + " WHERE " + Soql.in("Id", ids)
                + " AND MasterRecordId != null";
    }
}
