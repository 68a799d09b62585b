package io.smarketing.sandbox.portal.objects;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smarketing.sandbox.kernel.Answer;
import io.smarketing.sandbox.portal.desk.BatchReply;
import io.smarketing.sandbox.portal.desk.Desk;
import io.smarketing.sandbox.portal.desk.Inputs;
import io.smarketing.sandbox.portal.desk.Lookup;
import io.smarketing.sandbox.portal.store.StoredRecord;
import io.smarketing.sandbox.portal.store.Table;
import io.smarketing.sandbox.portal.wire.Call;
import io.smarketing.sandbox.portal.wire.Failure;
import io.smarketing.sandbox.portal.wire.Json;
import io.smarketing.sandbox.portal.write.Draft;
import io.smarketing.sandbox.portal.write.Origin;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Batch create, update and upsert. Without trace ids one bad input fails the whole batch and nothing is written; with
 * one of its own on every input, the good ones are written and each failure names its trace id.
 */
record BatchWrites(Desk desk) {

    private static final String TRACE = "objectWriteTraceId";

    Answer write(Call call, Table table) {
        List<JsonNode> inputs = Inputs.of(call.body(), 100);
        String kind = call.at(2);
        new Duplicates(table, kind).refuse(inputs);
        boolean traced = traced(inputs);
        Origin origin = desk.origin(call);
        BatchReply reply = new BatchReply(desk.crm());
        List<Planned> plan = new ArrayList<>();
        for (JsonNode input : inputs) {
            try {
                draft(kind, table, input, origin).ifPresent(plan::add);
            } catch (Failure failure) {
                if (!traced) {
                    throw failure;
                }
                reply.error(failure, TRACE, List.of(Json.text(input, TRACE)));
            }
        }
        refuseSameRecord(plan);
        RecordApi records = new RecordApi(desk);
        for (Planned each : plan) {
            StoredRecord record = desk.writer().commit(each.draft());
            each.links().make(record.id());
            ObjectNode node = records.written(each.draft(), record, each.input());
            if (kind.equals("upsert")) {
                node.put("new", each.draft().isNew());
            }
            reply.result(node);
        }
        return reply.answer(kind.equals("create") ? 201 : 200);
    }

    private Optional<Planned> draft(String kind, Table table, JsonNode input, Origin origin) {
        NewLinks links = NewLinks.of(desk.crm(), table.type(), input.path("associations"));
        Optional<Draft> draft = switch (kind) {
            case "create" -> Optional.of(desk.writer().create(table, Lookup.properties(input), origin));
            case "update" -> update(table, input, origin);
            default -> Optional.of(new Upsert(desk, table).draft(input, origin));
        };
        return draft.map(each -> new Planned(each, links, input));
    }

    /** Ids that were merged away are left out without a word. */
    private Optional<Draft> update(Table table, JsonNode input, Origin origin) {
        String id = Json.text(input, "id");
        String idProperty = Json.text(input, "idProperty");
        if (Lookup.byId(idProperty)
                && Lookup.number(id).filter(table::isMergedAway).isPresent()) {
            return Optional.empty();
        }
        StoredRecord record = desk.lookup()
                .find(table, idProperty, id)
                .orElseThrow(() -> Failure.of(400, "OBJECT_NOT_FOUND", "Object with id " + id + " does not exist")
                        .context("ids", List.of(id)));
        return Optional.of(desk.writer().change(table, record, Lookup.properties(input), origin));
    }

    private static boolean traced(List<JsonNode> inputs) {
        Set<String> traces = new HashSet<>();
        return inputs.stream()
                .allMatch(input -> !Json.text(input, TRACE).isEmpty() && traces.add(Json.text(input, TRACE)));
    }

    /** Two names of one record (say, two of its addresses) are a duplicate too. */
    private static void refuseSameRecord(List<Planned> plan) {
        Set<Long> ids = new HashSet<>();
        for (Planned each : plan) {
            long id = each.draft().after().id();
            if (!ids.add(id)) {
                throw Duplicates.found(List.of(Long.toString(id)));
            }
        }
    }

    /** An input that has passed all rules. */
    private record Planned(Draft draft, NewLinks links, JsonNode input) {}
}
