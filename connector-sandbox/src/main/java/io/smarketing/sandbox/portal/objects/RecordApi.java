package io.smarketing.sandbox.portal.objects;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smarketing.sandbox.kernel.Answer;
import io.smarketing.sandbox.portal.desk.Desk;
import io.smarketing.sandbox.portal.desk.Lookup;
import io.smarketing.sandbox.portal.desk.Shape;
import io.smarketing.sandbox.portal.store.StoredRecord;
import io.smarketing.sandbox.portal.store.Table;
import io.smarketing.sandbox.portal.wire.Call;
import io.smarketing.sandbox.portal.wire.Json;
import io.smarketing.sandbox.portal.write.Draft;
import java.util.Map;
import java.util.Optional;

/** The endpoints of a single record: read it, create it, change it. */
record RecordApi(Desk desk) {

    Answer get(Call call, Table table) {
        String id = call.at(1);
        Optional<StoredRecord> found = call.flag("archived")
                ? Lookup.number(id).flatMap(table::findArchived)
                : desk.lookup().find(table, call.param("idProperty"), id);
        StoredRecord record = found.orElseThrow(() -> Lookup.missing(id));
        return Json.answer(200, desk.json().of(table, record, Shape.ofQuery(table.schema(), call)));
    }

    Answer create(Call call, Table table) {
        JsonNode body = call.body();
        NewLinks links = NewLinks.of(desk.crm(), table.type(), body.path("associations"));
        Draft draft = desk.writer().create(table, Lookup.properties(body), desk.origin(call));
        StoredRecord record = desk.writer().commit(draft);
        links.make(record.id());
        return Json.answer(201, written(draft, record, body));
    }

    Answer change(Call call, Table table) {
        JsonNode body = call.body();
        StoredRecord record = desk.lookup()
                .find(table, call.param("idProperty"), call.at(1))
                .orElseThrow(() -> Lookup.missing(call.at(1)));
        Map<String, String> sent = Lookup.properties(body);
        Draft draft = desk.writer().change(table, record, sent, desk.origin(call));
        return Json.answer(200, written(draft, desk.writer().commit(draft), body));
    }

    /** A record as the answer to a write shows it. */
    ObjectNode written(Draft draft, StoredRecord record, JsonNode input) {
        Table table = draft.table();
        ObjectNode node = desk.json().of(table, record, Shape.ofWrite(table.schema(), draft.written()));
        String trace = Json.text(input, "objectWriteTraceId");
        if (!trace.isEmpty()) {
            node.put("objectWriteTraceId", trace);
        }
        if (!draft.warnings().isEmpty()) {
            node.putArray("warnings").addAll(draft.warnings());
        }
        return node;
    }
}
