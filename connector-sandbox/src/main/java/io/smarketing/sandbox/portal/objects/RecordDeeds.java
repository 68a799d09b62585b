package io.smarketing.sandbox.portal.objects;

import com.fasterxml.jackson.databind.JsonNode;
import io.smarketing.sandbox.kernel.Answer;
import io.smarketing.sandbox.portal.desk.Desk;
import io.smarketing.sandbox.portal.desk.Inputs;
import io.smarketing.sandbox.portal.desk.Lookup;
import io.smarketing.sandbox.portal.desk.Shape;
import io.smarketing.sandbox.portal.schema.ObjectType;
import io.smarketing.sandbox.portal.store.End;
import io.smarketing.sandbox.portal.store.Source;
import io.smarketing.sandbox.portal.store.StoredRecord;
import io.smarketing.sandbox.portal.store.Table;
import io.smarketing.sandbox.portal.wire.Call;
import io.smarketing.sandbox.portal.wire.Failure;
import io.smarketing.sandbox.portal.wire.Json;
import io.smarketing.sandbox.portal.write.Announcements;
import io.smarketing.sandbox.portal.write.Merges;
import java.util.Locale;
import java.util.Optional;

/** The endpoints by which records cease to be what they were: archive, merge, privacy deletion. */
record RecordDeeds(Desk desk) {

    /** 204 also when there is nothing (any more) to archive. */
    Answer archive(Call call, Table table) {
        archive(table, call.at(1));
        return Answer.empty(204);
    }

    Answer archiveAll(Call call, Table table) {
        for (JsonNode input : Inputs.of(call.body(), 100)) {
            archive(table, Json.text(input, "id"));
        }
        return Answer.empty(204);
    }

    Answer merge(Call call, Table table) {
        ObjectType type = table.type();
        if (type.activity()) {
            throw Failure.invalid("Records of " + type.plural() + " cannot be merged");
        }
        JsonNode body = call.body();
        StoredRecord primary = known(table, Json.text(body, "primaryObjectId"));
        StoredRecord loser = known(table, Json.text(body, "objectIdToMerge"));
        StoredRecord merged =
                new Merges(desk.crm()).merge(table, primary, loser, desk.crm().now());
        return Json.answer(200, desk.json().of(table, merged, Shape.ofQuery(table.schema(), call)));
    }

    Answer purge(Call call, Table table) {
        JsonNode body = call.body();
        String idProperty = Json.text(body, "idProperty");
        String id = Json.text(body, "objectId");
        Optional<StoredRecord> record = desk.lookup().find(table, idProperty, id);
        if (record.isEmpty() && idProperty.equals("email")) {
            desk.crm().blockedEmails().add(id.strip().toLowerCase(Locale.ROOT));
        }
        record.ifPresent(found -> {
            desk.crm().links().forget(new End(table.type(), found.id()));
            purge(table, found.id());
        });
        if (Lookup.byId(idProperty) && record.isEmpty()) {
            Lookup.number(id).ifPresent(archived -> purge(table, archived));
        }
        return Answer.empty(204);
    }

    private void purge(Table table, long id) {
        table.purge(id);
        new Announcements(desk.crm()).purged(table, id);
    }

    private void archive(Table table, String id) {
        Lookup.number(id).flatMap(table::find).ifPresent(record -> {
            table.archive(record.id(), desk.crm().now());
            new Announcements(desk.crm()).archived(table, record.id(), Source.API);
        });
    }

    private static StoredRecord known(Table table, String id) {
        return Lookup.number(id).flatMap(table::find).orElseThrow(() -> Lookup.missing(id));
    }
}
