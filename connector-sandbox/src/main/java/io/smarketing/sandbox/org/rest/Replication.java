package io.smarketing.sandbox.org.rest;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smarketing.sandbox.kernel.Answer;
import io.smarketing.sandbox.kernel.RecordClock;
import io.smarketing.sandbox.org.data.Row;
import io.smarketing.sandbox.org.data.Stamp;
import io.smarketing.sandbox.org.data.Store;
import io.smarketing.sandbox.org.error.OrgError;
import io.smarketing.sandbox.org.schema.ObjectType;
import java.time.Duration;

/** {@code updated} and {@code deleted}: the ids of records that changed, or went, in a span of time. */
final class Replication {

    private static final Duration UPDATED_BACK = Duration.ofDays(30);
    private static final Duration DELETED_BACK = Duration.ofDays(15);

    private final Store store;
    private final RecordClock clock;

    Replication(Store store, RecordClock clock) {
        this.store = store;
        this.clock = clock;
    }

    Answer answer(ObjectType type, Call call) throws OrgError {
        boolean deleted = call.part(2).equals("deleted");
        long start = moment(call.param("start"));
        long end = moment(call.param("end"));
        long now = clock.instant().getEpochSecond();
        long oldest = now - (deleted ? DELETED_BACK : UPDATED_BACK).toSeconds();
        if (end - start <= 60 || start < oldest) {
            throw OrgError.bad(
                    "INVALID_REPLICATION_DATE",
                    "startDate before org replication enabled date or must precede endDate by more than one minute");
        }
        ObjectNode body = Json.object();
        ArrayNode list = body.putArray(deleted ? "deletedRecords" : "ids");
        for (Row row : store.table(type).fromStamp(start)) {
            long stamp = stamp(row);
            boolean gone = Boolean.TRUE.equals(row.view(ObjectType.IS_DELETED));
            if (stamp < end && gone == deleted) {
                add(list, row, deleted, stamp);
            }
        }
        if (deleted) {
            store.purged(type).stream()
                    .filter(row -> stamp(row) >= start && stamp(row) < end)
                    .forEach(row -> add(list, row, true, stamp(row)));
            body.put("earliestDateAvailable", Stamp.json(oldest));
        }
        return Json.ok(body.put("latestDateCovered", Stamp.json(Math.min(Math.min(end, now), settled(type)))));
    }

    /** Before the first write that is under way: what bears that time may still be added. */
    private long settled(ObjectType type) {
        return store.unsettled(type).stream()
                .mapToLong(row -> row.get(type.need("SystemModstamp")) instanceof Long seconds ? seconds : 0)
                .min()
                .orElse(Long.MAX_VALUE);
    }

    private static long stamp(Row row) {
        return row.view(ObjectType.SYSTEM_MODSTAMP) instanceof Long seconds ? seconds : Long.MAX_VALUE;
    }

    private static void add(ArrayNode list, Row row, boolean deleted, long stamp) {
        if (deleted) {
            list.addObject().put("id", row.id()).put("deletedDate", Stamp.json(stamp));
        } else {
            list.add(row.id());
        }
    }

    /** The span counts whole minutes: seconds are ignored. */
    private static long moment(String text) throws OrgError {
        long seconds = Stamp.seconds(text)
                .orElseThrow(() -> OrgError.bad("INVALID_REPLICATION_DATE", "not a date and time: " + text));
        return seconds - seconds % 60;
    }
}
