package io.smarketing.sandbox.portal.objects;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smarketing.sandbox.kernel.Answer;
import io.smarketing.sandbox.portal.desk.BatchReply;
import io.smarketing.sandbox.portal.desk.Desk;
import io.smarketing.sandbox.portal.desk.Inputs;
import io.smarketing.sandbox.portal.desk.Lookup;
import io.smarketing.sandbox.portal.desk.Pages;
import io.smarketing.sandbox.portal.desk.RecordJson;
import io.smarketing.sandbox.portal.desk.Shape;
import io.smarketing.sandbox.portal.search.Search;
import io.smarketing.sandbox.portal.store.StoredRecord;
import io.smarketing.sandbox.portal.store.Table;
import io.smarketing.sandbox.portal.wire.Call;
import io.smarketing.sandbox.portal.wire.Failure;
import io.smarketing.sandbox.portal.wire.Json;
import io.smarketing.sandbox.portal.wire.Quirks;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;

/** The endpoints that read many records: list, search, batch read. */
record BatchReads(Desk desk) {

    Answer list(Call call, Table table) {
        Shape shape = Shape.ofQuery(table.schema(), call);
        int limit = call.number("limit", 10, 100);
        if (!shape.history().isEmpty() && limit > 50) {
            throw Failure.invalid("With propertiesWithHistory the limit is at most 50");
        }
        NavigableMap<Long, StoredRecord> rows = table.rows(call.flag("archived"));
        if (call.flag("archived") && desk.crm().quirks().is(Quirks.ARCHIVED_ORDER, "reversed")) {
            rows = rows.descendingMap();
        }
        String after = call.param("after");
        if (!after.isEmpty()) {
            rows = rows.tailMap(
                    Lookup.number(after).orElseThrow(() -> Failure.invalid("Invalid after: " + after)), false);
        }
        ObjectNode body = Json.object();
        ArrayNode results = body.putArray("results");
        RecordJson json = desk.json();
        long last = -1;
        for (StoredRecord record : rows.values()) {
            if (results.size() == limit) {
                Pages.next(body, call, Long.toString(last));
                break;
            }
            results.add(json.of(table, record, shape));
            last = record.id();
        }
        return Json.answer(200, body);
    }

    Answer search(Call call, Table table) {
        Search.requireShort(call.ask().body());
        JsonNode asked = call.body();
        Search.Found found = new Search(desk.crm(), table, asked).run();
        Shape shape = Shape.ofBody(table.schema(), asked);
        ObjectNode body = Json.object().put("total", found.total());
        ArrayNode results = body.putArray("results");
        RecordJson json = desk.json();
        found.rows().forEach(record -> results.add(json.of(table, record, shape)));
        if (found.next() >= 0) {
            body.putObject("paging").putObject("next").put("after", Integer.toString(found.next()));
        }
        return Json.answer(200, body);
    }

    Answer batch(Call call, Table table) {
        JsonNode asked = call.body();
        String idProperty = Json.text(asked, "idProperty");
        Shape shape = Shape.ofBody(table.schema(), asked);
        int most = shape.history().isEmpty() ? 100 : desk.crm().quirks().number(Quirks.HISTORY_BATCH, 100);
        Set<String> ids = new LinkedHashSet<>();
        Inputs.of(asked, most).forEach(input -> ids.add(Json.text(input, "id")));
        BatchReply reply = new BatchReply(desk.crm());
        List<String> missing = new ArrayList<>();
        Set<Long> shown = new LinkedHashSet<>();
        RecordJson json = desk.json();
        for (String id : ids) {
            Optional<StoredRecord> record = call.flag("archived")
                    ? Lookup.number(id).flatMap(table::findArchived)
                    : desk.lookup().find(table, idProperty, id);
            record.filter(r -> shown.add(r.id())).ifPresent(r -> reply.result(json.of(table, r, shape)));
            if (record.isEmpty()) {
                missing.add(id);
            }
        }
        if (!missing.isEmpty()) {
            reply.error(
                    Failure.notFound("Could not get some " + table.type().plural()
                            + ", they may be deleted or not exist. Check that ids are valid."),
                    "ids",
                    missing);
        }
        return reply.answer(200);
    }
}
