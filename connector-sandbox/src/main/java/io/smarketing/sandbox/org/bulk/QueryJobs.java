package io.smarketing.sandbox.org.bulk;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smarketing.sandbox.kernel.Answer;
import io.smarketing.sandbox.kernel.Switches;
import io.smarketing.sandbox.org.data.Row;
import io.smarketing.sandbox.org.data.SalesforceId;
import io.smarketing.sandbox.org.data.Stamp;
import io.smarketing.sandbox.org.data.Store;
import io.smarketing.sandbox.org.error.Fault;
import io.smarketing.sandbox.org.error.OrgError;
import io.smarketing.sandbox.org.query.Found;
import io.smarketing.sandbox.org.query.QueryEngine;
import io.smarketing.sandbox.org.query.RowCsv;
import io.smarketing.sandbox.org.rest.Call;
import io.smarketing.sandbox.org.rest.Json;
import io.smarketing.sandbox.org.rest.Resource;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * {@code /jobs/query}: a query that is run once, as a whole, and whose rows are fetched in CSV by locators, as they were
 * when it ran, in no order. A job is kept for seven days.
 */
public final class QueryJobs implements Resource {

    private static final Duration LIFE = Duration.ofDays(7);
    private static final int PART = 50_000;
    private static final Pattern UNSUPPORTED = Pattern.compile(
            "(?is)\\(\\s*SELECT\\b|\\bORDER\\s+BY\\b|\\bLIMIT\\s+\\d|\\bOFFSET\\s+\\d|\\bGROUP\\s+BY\\b|\\bCOUNT\\s*\\(");

    private final Store store;
    private final QueryEngine engine;
    private final InstantSource wall;
    private final Switches switches;
    private final Map<String, Job> jobs = new LinkedHashMap<>();
    private int made;

    public QueryJobs(Store store, QueryEngine engine, InstantSource wall, Switches switches) {
        this.store = store;
        this.engine = engine;
        this.wall = wall;
        this.switches = switches;
    }

    /** One job with the text of each row. */
    private record Job(String version, String operation, String header, List<String> rows, Instant created) {}

    @Override
    public Answer answer(Call call) throws OrgError {
        if (switches.on("no-bulk")) {
            throw OrgError.bad("API_DISABLED_FOR_ORG", "API is not enabled for this Organization or Partner");
        }
        if (!call.part(1).equals("query")) {
            throw OrgError.notFound();
        }
        if (call.part(2).isEmpty() && call.method().equals("POST")) {
            return create(call);
        }
        Job job = jobs.get(call.part(2));
        if (job == null || job.created().plus(LIFE).isBefore(wall.instant())) {
            throw OrgError.notFound();
        }
        if (!job.version().equals(call.version())) {
            Fault fault = Fault.of("INVALIDVERSION", "the job belongs to another version of the API");
            throw new OrgError(409, List.of(fault));
        }
        return call.part(3).equals("results") ? results(job, call) : Json.ok(told(call.part(2), job));
    }

    private Answer create(Call call) throws OrgError {
        JsonNode body = call.body();
        String operation = body.path("operation").asText();
        String soql = body.path("query").asText();
        if (!operation.equals("query") && !operation.equals("queryAll")) {
            throw OrgError.bad("INVALIDJOB", "the operation is neither query nor queryAll");
        }
        if (UNSUPPORTED.matcher(soql).find()) {
            throw OrgError.bad("INVALIDJOB", "bulk queries have no children, order, limit, groups or counts");
        }
        Found found = engine.run(soql, operation.equals("queryAll"));
        List<Row> rows = new ArrayList<>(found.rows());
        // nobody promises an order
        rows.sort(Comparator.comparing(
                row -> new StringBuilder(row.id()).reverse().toString()));
        RowCsv csv = new RowCsv(store, found);
        List<String> lines = rows.stream().map(csv::line).toList();
        String id = SalesforceId.lengthen("750" + String.format("%012d", ++made));
        Job job = new Job(call.version(), operation, csv.header(), lines, wall.instant());
        jobs.put(id, job);
        return Json.ok(told(id, job));
    }

    private ObjectNode told(String id, Job job) {
        String state = "JobComplete";
        if (switches.on("bulk-fails")) {
            state = "Failed";
        } else if (!isDone(job)) {
            state = "InProgress";
        }
        return Json.object()
                .put("id", id)
                .put("operation", job.operation())
                .put("createdDate", Stamp.json(job.created().getEpochSecond()))
                .put("state", state)
                .put("concurrencyMode", "Parallel")
                .put("contentType", "CSV")
                .put("apiVersion", Double.parseDouble(job.version().substring(1)))
                .put("lineEnding", "LF")
                .put("columnDelimiter", "COMMA")
                .put("numberRecordsProcessed", isDone(job) ? job.rows().size() : 0);
    }

    private boolean isDone(Job job) {
        return !wall.instant().isBefore(job.created().plus(switches.duration("bulk-takes")));
    }

    private Answer results(Job job, Call call) throws OrgError {
        if (!isDone(job) || switches.on("bulk-fails")) {
            Fault fault = Fault.of("JOB_NOT_COMPLETE", "the job is not complete");
            throw new OrgError(412, List.of(fault));
        }
        int from = from(call.param("locator"));
        String wish = call.param("maxRecords");
        int part = wish.matches("[1-9]\\d{0,8}") ? Math.min(Integer.parseInt(wish), PART) : PART;
        int to = Math.min(job.rows().size(), from + part);
        List<String> rows = job.rows().subList(Math.min(from, to), to);
        String text = job.header() + String.join("", rows);
        String next = to < job.rows().size() ? locator(to) : "null";
        return new Answer(200, Map.of("Content-Type", "text/csv"), text)
                .with("Sforce-NumberOfRecords", String.valueOf(rows.size()))
                .with("Sforce-Locator", next);
    }

    private static String locator(int from) {
        return Base64.getEncoder().encodeToString(String.valueOf(from).getBytes(StandardCharsets.US_ASCII));
    }

    private static int from(String locator) throws OrgError {
        if (locator.isEmpty()) {
            return 0;
        }
        try {
            String text = new String(Base64.getDecoder().decode(locator), StandardCharsets.US_ASCII);
            Matcher number = Pattern.compile("\\d{1,9}").matcher(text);
            if (number.matches()) {
                return Integer.parseInt(text);
            }
        } catch (IllegalArgumentException e) {
            // no locator of ours either
        }
        throw OrgError.bad("INVALID_QUERY_LOCATOR", "invalid query locator");
    }
}
