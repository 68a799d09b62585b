package io.smarketing.sandbox.portal.objects;

import io.smarketing.sandbox.kernel.Answer;
import io.smarketing.sandbox.portal.desk.Desk;
import io.smarketing.sandbox.portal.schema.ObjectType;
import io.smarketing.sandbox.portal.store.Table;
import io.smarketing.sandbox.portal.wire.Call;
import io.smarketing.sandbox.portal.wire.Failure;

/** The objects area: which endpoint a path and method mean, and the scope it asks for. */
public final class ObjectsApi {

    private final Desk desk;
    private final RecordApi records;
    private final RecordDeeds deeds;
    private final BatchReads reads;
    private final BatchWrites writes;

    public ObjectsApi(Desk desk) {
        this.desk = desk;
        this.records = new RecordApi(desk);
        this.deeds = new RecordDeeds(desk);
        this.reads = new BatchReads(desk);
        this.writes = new BatchWrites(desk);
    }

    public Answer handle(Call call) {
        Table table = desk.crm().table(ObjectType.of(call.at(0)));
        boolean reading = call.method().equals("GET")
                || call.at(1).equals("search")
                || (call.at(1).equals("batch") && call.at(2).equals("read"));
        call.caller().require(table.type().scope(!reading));
        return switch (call.size()) {
            case 1 -> all(call, table);
            case 2 -> one(call, table);
            case 3 -> batch(call, table);
            default ->
                throw Failure.notFound("Resource not found: " + call.ask().path());
        };
    }

    private Answer all(Call call, Table table) {
        return switch (call.method()) {
            case "GET" -> reads.list(call, table);
            case "POST" -> records.create(call, table);
            default -> throw call.notAllowed();
        };
    }

    private Answer one(Call call, Table table) {
        if (call.method().equals("POST")) {
            return switch (call.at(1)) {
                case "search" -> reads.search(call, table);
                case "merge" -> deeds.merge(call, table);
                case "gdpr-delete" -> deeds.purge(call, table);
                default -> throw call.notAllowed();
            };
        }
        return switch (call.method()) {
            case "GET" -> records.get(call, table);
            case "PATCH" -> records.change(call, table);
            case "DELETE" -> deeds.archive(call, table);
            default -> throw call.notAllowed();
        };
    }

    private Answer batch(Call call, Table table) {
        if (!call.at(1).equals("batch")) {
            throw Failure.notFound("Resource not found: " + call.ask().path());
        }
        if (!call.method().equals("POST")) {
            throw call.notAllowed();
        }
        return switch (call.at(2)) {
            case "read" -> reads.batch(call, table);
            case "create", "update", "upsert" -> writes.write(call, table);
            case "archive" -> deeds.archiveAll(call, table);
            default ->
                throw Failure.notFound("Resource not found: " + call.ask().path());
        };
    }
}
