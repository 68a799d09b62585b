package io.smarketing.sandbox.org.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smarketing.sandbox.kernel.Answer;
import io.smarketing.sandbox.kernel.Ask;
import io.smarketing.sandbox.kernel.Switches;
import io.smarketing.sandbox.org.data.Store;
import io.smarketing.sandbox.org.error.OrgError;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code /composite} and {@code /composite/batch}: up to 25 requests in one call. */
final class Composite implements Resource {

    private static final int MOST = 25;
    private static final int MOST_HEAVY = 5;
    private static final Pattern REFERENCE = Pattern.compile("@\\{(\\w+)\\.([\\w.\\[\\]]+)}");

    private final Store store;
    private final Switches switches;
    private final Function<Ask, Answer> inner;
    private final Collections collections;

    /** @param inner answers one of the requests inside, without counting it as a call */
    Composite(Parts parts, Collections collections, Function<Ask, Answer> inner) {
        this.store = parts.store();
        this.switches = parts.switches();
        this.collections = collections;
        this.inner = inner;
    }

    @Override
    public Answer answer(Call call) throws OrgError {
        return switch (call.part(1)) {
            case "sobjects" -> collections.answer(call);
            case "batch" -> batch(call);
            case "" -> composite(call);
            default -> throw OrgError.notFound();
        };
    }

    private Answer batch(Call call) throws OrgError {
        ObjectNode body = Json.object();
        ArrayNode results = Json.array();
        boolean failed = false;
        for (JsonNode request : limited(call.body().path("batchRequests"))) {
            String url = "/services/data/" + request.path("url").asText().replaceFirst("^/?(services/data/)?", "");
            Answer answer = inner.apply(ask(call, request, url, request.path("richInput")));
            failed |= answer.status() >= 400;
            results.addObject().put("statusCode", answer.status()).set("result", content(answer));
        }
        body.put("hasErrors", failed).set("results", results);
        return Json.ok(body);
    }

    private Answer composite(Call call) throws OrgError {
        JsonNode requests = limited(call.body().path("compositeRequest"));
        heavy(requests);
        boolean allOrNone = call.body().path("allOrNone").asBoolean(false);
        int mark = store.mark();
        Map<String, JsonNode> earlier = new HashMap<>();
        ArrayNode responses = Json.array();
        boolean failed = false;
        for (JsonNode request : requests) {
            String reference = request.path("referenceId").asText();
            Answer answer = failed && allOrNone ? halted() : one(call, request, earlier);
            failed |= answer.status() >= 400;
            if (answer.status() < 400) {
                earlier.put(reference, content(answer));
            }
            responses.add(response(reference, answer));
        }
        if (failed && allOrNone) {
            store.rollback(mark);
            for (int i = 0; i < responses.size(); i++) {
                if (responses.get(i).path("httpStatusCode").asInt() < 400) {
                    responses.set(
                            i, response(responses.get(i).path("referenceId").asText(), halted()));
                }
            }
        }
        ObjectNode body = Json.object();
        body.set("compositeResponse", responses);
        return Json.ok(body);
    }

    private Answer one(Call call, JsonNode request, Map<String, JsonNode> earlier) throws OrgError {
        String url = resolved(request.path("url").asText(), earlier);
        String content = resolved(request.path("body").toString(), earlier);
        if (REFERENCE.matcher(url).find() || REFERENCE.matcher(content).find()) {
            return halted();
        }
        return inner.apply(ask(call, request, url, Json.read(content)));
    }

    private static Answer halted() {
        return Json.error(OrgError.bad(
                "PROCESSING_HALTED",
                "The transaction was rolled back since another operation in the same transaction failed."));
    }

    private static ObjectNode response(String reference, Answer answer) {
        ObjectNode response = Json.object();
        response.set("body", content(answer));
        ObjectNode headers = response.putObject("httpHeaders");
        String location = answer.headers().getOrDefault("Location", "");
        if (!location.isEmpty()) {
            headers.put("Location", location);
        }
        return response.put("httpStatusCode", answer.status()).put("referenceId", reference);
    }

    private static String resolved(String text, Map<String, JsonNode> earlier) {
        Matcher reference = REFERENCE.matcher(text);
        StringBuilder filled = new StringBuilder();
        while (reference.find()) {
            JsonNode body = earlier.get(reference.group(1));
            String pointer =
                    "/" + reference.group(2).replace("[", "/").replace("]", "").replace('.', '/');
            JsonNode value = body == null ? Json.object().at("/none") : body.at(pointer);
            String plain = value.isMissingNode() ? reference.group() : value.asText();
            reference.appendReplacement(filled, Matcher.quoteReplacement(plain));
        }
        return reference.appendTail(filled).toString();
    }

    private static Ask ask(Call call, JsonNode request, String url, JsonNode body) {
        Map<String, List<String>> query = new LinkedHashMap<>();
        int mark = url.indexOf('?');
        if (mark >= 0) {
            for (String pair : url.substring(mark + 1).split("&")) {
                String[] sides = pair.split("=", 2);
                query.put(decode(sides[0]), List.of(sides.length > 1 ? decode(sides[1]) : ""));
            }
        }
        Map<String, String> headers = new HashMap<>(call.ask().headers());
        request.path("httpHeaders")
                .properties()
                .forEach(h -> headers.put(
                        h.getKey().toLowerCase(Locale.ROOT), h.getValue().asText()));
        String path = mark >= 0 ? url.substring(0, mark) : url;
        String text = body.isMissingNode() || body.isNull() ? "" : body.toString();
        return new Ask(request.path("method").asText("GET"), path, query, headers, text);
    }

    private static String decode(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return text;
        }
    }

    private static JsonNode content(Answer answer) {
        try {
            return answer.body().isEmpty() ? Json.object().nullNode() : Json.read(answer.body());
        } catch (OrgError e) {
            return Json.object().textNode(answer.body());
        }
    }

    private static JsonNode limited(JsonNode requests) throws OrgError {
        if (requests.size() > MOST) {
            throw OrgError.bad("LIMIT_EXCEEDED", "Limit of " + MOST + " reached. Cannot add more operations.");
        }
        return requests;
    }

    /** How many queries and collections are allowed inside is not certain: a switch allows any number. */
    private void heavy(JsonNode requests) throws OrgError {
        int heavy = 0;
        for (JsonNode request : requests) {
            String url = request.path("url").asText();
            heavy += url.contains("/query") || url.contains("/composite/sobjects") ? 1 : 0;
        }
        if (heavy > MOST_HEAVY && !switches.on("composite-heavy-unlimited")) {
            throw OrgError.bad(
                    "LIMIT_EXCEEDED", "at most " + MOST_HEAVY + " queries and collections in one composite call");
        }
    }
}
