package io.smarketing.salesforce.feed;

import com.fasterxml.jackson.databind.JsonNode;
import io.smarketing.core.crm.Change;
import io.smarketing.core.crm.Change.Became;
import io.smarketing.http.Fan;
import io.smarketing.salesforce.read.RecordRow;
import io.smarketing.salesforce.read.Records;
import io.smarketing.salesforce.rest.Found;
import io.smarketing.salesforce.rest.Rest;
import io.smarketing.salesforce.schema.OrgTypes;
import io.smarketing.salesforce.soql.Batches;
import io.smarketing.salesforce.soql.Soql;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Supplier;

/**
 * Finds the leads that were converted into contacts which have changed: whether a conversion moves the lead's own stamp,
 * no reliable source tells. A contact is asked about once for each stamp it bears, so that an idle round costs nothing.
 */
final class Conversions {

    private static final int REMEMBERED = 10_000;

    /** Stamps are whole seconds: within one, a contact may change again without bearing another. */
    private static final Duration RIPE = Duration.ofSeconds(2);

    private final Rest rest;
    private final Records records;
    private final Fan fan;
    private final Map<String, Instant> asked = new LinkedHashMap<>();

    Conversions(Rest rest, Records records, Fan fan) {
        this.rest = rest;
        this.records = records;
        this.fan = fan;
    }

    /**
     * What leads have become.
     *
     * @param contacts contacts that have changed
     * @param touched further contacts, by id, of which another object says that they have changed
     * @param readAt the org's time at which they were read
     */
    List<Change> into(Collection<RecordRow> contacts, Collection<String> touched, Instant readAt) {
        TreeSet<String> ids = new TreeSet<>(touched);
        synchronized (asked) {
            contacts.stream()
                    .filter(c -> !c.stamp().equals(asked.get(c.ref().id())))
                    .forEach(c -> ids.add(c.ref().id()));
        }
        if (ids.isEmpty() || !records.reads(OrgTypes.LEAD)) {
            return List.of();
        }
        List<Supplier<Found>> calls = Batches.of(ids).stream()
                .<Supplier<Found>>map(batch -> () -> rest.query(leads(batch)))
                .toList();
        List<Change> became = fan.all(calls).stream()
                .flatMap(found -> found.rows().stream())
                .map(this::became)
                .toList();
        remember(contacts, readAt);
        return became;
    }

    private static String leads(List<String> contacts) {
        return "SELECT Id, ConvertedContactId FROM Lead WHERE IsConverted = true AND "
                + Soql.in("ConvertedContactId", contacts);
    }

    private Change became(JsonNode row) {
        return new Became(
                records.ref(OrgTypes.LEAD, row.path("Id").asText()),
                records.ref(OrgTypes.CONTACT, row.path("ConvertedContactId").asText()));
    }

    private void remember(Collection<RecordRow> contacts, Instant readAt) {
        synchronized (asked) {
            for (RecordRow contact : contacts) {
                if (!contact.stamp().plus(RIPE).isAfter(readAt)) {
                    asked.remove(contact.ref().id());
                    asked.put(contact.ref().id(), contact.stamp());
                }
            }
            asked.keySet()
                    .removeAll(asked.keySet().stream()
                            .limit(Math.max(0, asked.size() - REMEMBERED))
                            .toList());
        }
    }
}
