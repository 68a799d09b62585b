package io.smarketing.sandbox.org.rest;

import io.smarketing.sandbox.kernel.Answer;
import io.smarketing.sandbox.org.data.Row;
import io.smarketing.sandbox.org.data.SalesforceId;
import io.smarketing.sandbox.org.data.Store;
import io.smarketing.sandbox.org.error.OrgError;
import io.smarketing.sandbox.org.query.Found;
import io.smarketing.sandbox.org.query.QueryEngine;
import io.smarketing.sandbox.org.query.RowJson;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code /query} and {@code /queryAll}: the first page of a query's rows, and the next ones by locator. */
final class Queries implements Resource {

    private static final int BATCH = 2000;
    private static final int BATCH_LEAST = 200;
    private static final int SOQL_LENGTH = 100_000;
    private static final Duration LOCATOR_LIFE = Duration.ofDays(2);
    private static final Pattern BATCH_SIZE = Pattern.compile("batchSize\\s*=\\s*(\\d+)", Pattern.CASE_INSENSITIVE);
    private static final Pattern LOCATOR = Pattern.compile("(0r8\\w+)-(\\d+)");

    private final Store store;
    private final QueryEngine engine;
    private final InstantSource wall;
    private final Map<String, Cursor> cursors = new LinkedHashMap<>();
    private int opened;

    private record Cursor(Found found, int batch, Instant expires) {}

    Queries(Store store, QueryEngine engine, InstantSource wall) {
        this.store = store;
        this.engine = engine;
        this.wall = wall;
    }

    @Override
    public Answer answer(Call call) throws OrgError {
        if (!call.part(1).isEmpty()) {
            return next(call);
        }
        String soql = call.param("q");
        if (soql.isBlank()) {
            throw OrgError.bad("MALFORMED_QUERY", "SOQL statements cannot be empty or null");
        }
        if (soql.length() > SOQL_LENGTH) {
            throw OrgError.bad("MALFORMED_QUERY", "SOQL statements can have at most " + SOQL_LENGTH + " characters");
        }
        Found found = engine.run(soql, call.part(0).equalsIgnoreCase("queryAll"));
        int batch = batch(call);
        String locator = found.rows().size() > batch && !found.countOnly() ? open(found, batch) : "";
        return page(call, new Cursor(found, batch, Instant.MAX), locator, 0);
    }

    private Answer next(Call call) throws OrgError {
        Matcher parts = LOCATOR.matcher(call.part(1));
        Cursor cursor = parts.matches() ? cursors.get(parts.group(1)) : null;
        int from = cursor == null ? 0 : Integer.parseInt(parts.group(2));
        if (cursor == null
                || !cursor.expires().isAfter(wall.instant())
                || from >= cursor.found().rows().size()) {
            throw OrgError.bad("INVALID_QUERY_LOCATOR", "invalid query locator");
        }
        return page(call, cursor, parts.group(1), from);
    }

    private Answer page(Call call, Cursor cursor, String locator, int from) {
        Found found = cursor.found();
        int total = found.rows().size();
        int to = found.countOnly() ? total : Math.min(total, from + cursor.batch());
        List<Row> page = found.countOnly() ? List.of() : found.rows().subList(from, to);
        return Answer.json(200, Json.write(json -> {
            json.writeStartObject();
            json.writeNumberField("totalSize", total);
            json.writeBooleanField("done", to == total);
            if (to < total) {
                json.writeStringField("nextRecordsUrl", call.base() + "/query/" + locator + "-" + to);
            }
            json.writeFieldName("records");
            new RowJson(store, json, call.version()).rows(found, page);
            json.writeEndObject();
        }));
    }

    private String open(Found found, int batch) {
        Instant now = wall.instant();
        cursors.values().removeIf(c -> !c.expires().isAfter(now));
        String number = String.format("%012d", ++opened);
        String locator = SalesforceId.lengthen("0r8" + number);
        cursors.put(locator, new Cursor(found, batch, now.plus(LOCATOR_LIFE)));
        return locator;
    }

    /** The caller's wish for the size of a page, within what the platform allows. */
    private static int batch(Call call) {
        Optional<Matcher> wish = call.ask()
                .header("Sforce-Query-Options")
                .map(BATCH_SIZE::matcher)
                .filter(Matcher::find);
        int size = wish.map(m -> Integer.parseInt(m.group(1))).orElse(BATCH);
        return Math.max(BATCH_LEAST, Math.min(BATCH, size));
    }
}
