package io.smarketing.sandbox.org.rest;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smarketing.sandbox.kernel.Answer;
import io.smarketing.sandbox.kernel.Ask;
import io.smarketing.sandbox.org.error.Fault;
import io.smarketing.sandbox.org.error.OrgError;
import io.smarketing.sandbox.org.query.QueryEngine;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The versioned REST API: finds the resource for a path, counts calls, tells errors the platform's way. */
public final class Rest {

    private static final Pattern VERSION = Pattern.compile("/services/data/v(\\d+)\\.0(/.*)?");
    private static final int URL_LENGTH = 16_384;
    private static final int OLDEST = 31;
    private static final int OLDEST_LISTED = 60;
    private static final int NEWEST = 68;
    private static final List<String> SEASONS = List.of("Spring", "Summer", "Winter");

    private final Quota quota;
    private final Map<String, Resource> resources = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

    /** @param more further resources, by the first part of their path */
    public Rest(Parts parts, Quota quota, Map<String, Resource> more) {
        this.quota = quota;
        Upserts upserts = new Upserts(parts.store(), parts.records(), parts.security());
        Describe describe = new Describe(parts.store().schema(), parts.security());
        SObjects rows = new SObjects(parts, upserts, describe);
        Queries queries = new Queries(
                parts.store(),
                new QueryEngine(parts.store(), parts.security()),
                parts.clock().wall());
        resources.put("sobjects", rows);
        resources.put("query", queries);
        resources.put("queryAll", queries);
        resources.put("composite", new Composite(parts, new Collections(parts, upserts, rows), this::inner));
        resources.put("actions", new Actions(parts));
        resources.put("limits", quota);
        resources.putAll(more);
    }

    /** The org's versions: the one resource that needs no session and costs no call. */
    public static Answer versions() {
        ArrayNode body = Json.array();
        for (int version = OLDEST_LISTED; version <= NEWEST; version++) {
            String season = SEASONS.get((version - OLDEST_LISTED) % 3);
            int year = 24 + (version - OLDEST_LISTED) / 3 + (season.equals("Winter") ? 1 : 0);
            body.addObject()
                    .put("label", season + " '" + year)
                    .put("url", "/services/data/v" + version + ".0")
                    .put("version", version + ".0");
        }
        return Json.ok(body);
    }

    /** What a request without a good session gets. */
    public static Answer noSession() {
        Fault fault = Fault.of("INVALID_SESSION_ID", "Session expired or invalid");
        return Json.error(new OrgError(401, List.of(fault)));
    }

    /** What a request with a malformed authorization header gets. */
    public static Answer badHeader() {
        return Json.error(new OrgError(401, List.of(Fault.of("INVALID_AUTH_HEADER", "INVALID_HEADER_TYPE"))));
    }

    /** Something inside the org broke. */
    public static Answer broken(String what) {
        return Json.error(new OrgError(500, List.of(Fault.of("UNKNOWN_EXCEPTION", "An unexpected error: " + what))));
    }

    /** Answers a request of a signed-in caller, as one call of the day's. */
    public Answer answer(Ask ask) {
        if (!quota.take()) {
            Fault fault = Fault.of("REQUEST_LIMIT_EXCEEDED", "TotalRequests Limit exceeded.");
            return quota.told(Json.error(new OrgError(403, List.of(fault))));
        }
        // a part of a composite call has no URL of its own
        boolean tooLong = URLEncoder.encode(ask.param("q").orElse(""), StandardCharsets.UTF_8)
                        .length()
                > URL_LENGTH;
        Answer answer = tooLong ? Answer.empty(414) : inner(ask);
        return answer.status() == 204 ? answer : quota.told(answer);
    }

    /** The same, not counted: a part of a call that is counted as a whole. */
    public Answer inner(Ask ask) {
        try {
            Matcher path = VERSION.matcher(ask.path());
            if (!path.matches()) {
                throw OrgError.notFound();
            }
            int version = Integer.parseInt(path.group(1));
            if (version < OLDEST) {
                throw new OrgError(410, List.of(Fault.of("GONE", "API version " + version + ".0 is retired")));
            }
            Call call = Call.of(ask);
            if (version > NEWEST) {
                throw OrgError.notFound();
            }
            if (call.path().isEmpty()) {
                return root(call);
            }
            Resource resource = resources.get(call.part(0));
            if (resource == null) {
                throw OrgError.notFound();
            }
            return resource.answer(call);
        } catch (OrgError e) {
            return Json.error(e);
        }
    }

    private Answer root(Call call) {
        ObjectNode body = Json.object();
        resources.keySet().forEach(name -> body.put(name, call.base() + "/" + name));
        return Json.ok(body);
    }
}
