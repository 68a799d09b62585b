package io.smarketing.salesforce.read;

import com.fasterxml.jackson.databind.JsonNode;
import io.smarketing.core.crm.Schema;
import io.smarketing.core.crm.record.RecordRef;
import io.smarketing.core.crm.record.Touch;
import io.smarketing.core.crm.record.Touch.Kind;
import io.smarketing.core.lead.Email;
import io.smarketing.http.Fan;
import io.smarketing.salesforce.rest.Found;
import io.smarketing.salesforce.rest.Rest;
import io.smarketing.salesforce.schema.OrgTypes;
import io.smarketing.salesforce.soql.Batches;
import io.smarketing.salesforce.soql.Soql;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Finds what people did about persons: tasks that are done, calls and e-mails logged, meetings that have begun, leads that
 * were taken out of a queue or moved on in their status. What our own user, an automation or a portal's guest has done is
 * no touch.
 */
final class Touches {

    /** Where an org tells what was done to a lead, if it keeps track of it. */
    static final String HISTORY = "LeadHistory";

    private static final String QUEUE = "00G";

    private final Rest rest;
    private final Fan fan;
    private final Schema schema;
    private final Records records;
    private final String human;

    /** @param ourselves our own user's id */
    Touches(Rest rest, Fan fan, Schema schema, Records records, String ourselves) {
        this.rest = rest;
        this.fan = fan;
        this.schema = schema;
        this.records = records;
        this.human = " AND CreatedBy.UserType = 'Standard' AND CreatedById != " + Soql.text(ourselves) + " AND ";
    }

    /** Of each record, in order. */
    Map<RecordRef, List<Touch>> of(Map<RecordRef, Instant> since) {
        Map<String, RecordRef> byId = new HashMap<>();
        since.keySet().stream().filter(ref -> records.reads(ref.type())).forEach(ref -> byId.put(ref.id(), ref));
        Optional<Instant> earliest = since.values().stream().min(Instant::compareTo);
        List<Supplier<Found>> calls = new ArrayList<>();
        for (List<String> ids : Batches.of(byId.keySet())) {
            if (records.tells("Task")) {
                calls.add(() -> rest.queryAll(tasks(earliest.orElseThrow(), ids)));
            }
            if (records.tells("Event")) {
                calls.add(() -> rest.queryAll(meetings(earliest.orElseThrow(), ids)));
            }
            List<String> leads = ids.stream()
                    .filter(id -> byId.get(id).type().equals(OrgTypes.LEAD))
                    .toList();
            if (records.tells(HISTORY) && !leads.isEmpty()) {
                calls.add(() -> rest.query(moves(earliest.orElseThrow(), leads)));
            }
        }
        Map<RecordRef, List<Touch>> all = new HashMap<>();
        for (Found found : fan.all(calls)) {
            for (JsonNode row : found.rows()) {
                RecordRef ref =
                        byId.get(row.path("WhoId").asText(row.path("LeadId").asText()));
                Touch touch = touch(row);
                boolean counts = ref != null
                        && isDeed(row)
                        && !touch.at().isBefore(since.get(ref))
                        && !touch.at().isAfter(found.began());
                if (counts) {
                    all.computeIfAbsent(ref, r -> new ArrayList<>()).add(touch);
                }
            }
        }
        all.values().forEach(touches -> touches.sort(Comparator.comparing(Touch::at)));
        return all;
    }

    /** Asked with the archive, where activities lie that are older than a year. */
    private String tasks(Instant since, List<String> ids) {
        return "SELECT WhoId, OwnerId, TaskSubtype, CompletedDateTime, CreatedDate FROM Task"
                + " WHERE IsDeleted = false AND (IsClosed = true OR TaskSubtype IN ('Call','Email'))"
                + " AND LastModifiedDate >= " + Soql.time(since) + human + Soql.in("WhoId", ids);
    }

    private String meetings(Instant since, List<String> ids) {
        return "SELECT WhoId, OwnerId, StartDateTime FROM Event WHERE IsDeleted = false AND StartDateTime >= "
                + Soql.time(since) + human + Soql.in("WhoId", ids);
    }

    private String moves(Instant since, List<String> ids) {
        return "SELECT LeadId, Field, OldValue, NewValue, CreatedById, CreatedDate FROM " + HISTORY
                + " WHERE Field IN ('Status','Owner') AND CreatedDate >= " + Soql.time(since) + human
                + Soql.in("LeadId", ids);
    }

    /** A change of owner is one only out of a queue: who hands leads around has not reached anybody. */
    private static boolean isDeed(JsonNode row) {
        return !row.path("Field").asText("").equals("Owner")
                || Values.text(row.path("OldValue")).startsWith(QUEUE)
                        && Values.text(row.path("NewValue")).startsWith(OrgTypes.USER);
    }

    private Touch touch(JsonNode row) {
        Optional<Email> who = schema.ownerEmail(
                row.path("OwnerId").asText(row.path("CreatedById").asText("")));
        if (row.has("LeadId")) {
            return new Touch(Values.instant(row.path("CreatedDate")), Kind.STATUS, who);
        }
        if (row.has("StartDateTime")) {
            return new Touch(Values.instant(row.path("StartDateTime")), Kind.MEETING, who);
        }
        // rows older than the field have none, and a call that is logged as it is made needs none
        JsonNode done = row.path("CompletedDateTime");
        Instant at = Values.instant(done.isTextual() ? done : row.path("CreatedDate"));
        return switch (row.path("TaskSubtype").asText("")) {
            case "Call" -> new Touch(at, Kind.CALL, who);
            case "Email", "ListEmail" -> new Touch(at, Kind.EMAIL, who);
            default -> new Touch(at, Kind.TASK, who);
        };
    }
}
