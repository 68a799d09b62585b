package io.smarketing.daemon.process.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;

/**
 * One request of the sandbox's request log.
 *
 * @param arrived milliseconds of the wall clock
 * @param answered when the whole answer had been sent
 */
record LogLine(String crm, String method, String url, int status, long arrived, long answered) {

    private static final Pattern READ_BY_POST = Pattern.compile("/(search|read)$|/oauth");
    private static final Pattern LISTING = Pattern.compile("^/crm/objects/[^/]+/[^/?]+\\?|FROM (Lead|Contact) ");

    /** The whole log of one CRM, as anybody can read it. */
    static List<LogLine> of(String crm, String url) throws IOException, InterruptedException {
        HttpResponse<byte[]> answer = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(url + "/__admin/requests"))
                                .build(),
                        HttpResponse.BodyHandlers.ofByteArray());
        List<LogLine> lines = new ArrayList<>();
        for (JsonNode entry : new ObjectMapper().readTree(answer.body()).path("requests")) {
            JsonNode request = entry.path("request");
            long arrived = request.path("loggedDate").asLong();
            lines.add(new LogLine(
                    crm,
                    request.path("method").asText(),
                    URLDecoder.decode(request.path("url").asText(), StandardCharsets.UTF_8),
                    entry.at("/response/status").asInt(),
                    arrived,
                    arrived + entry.at("/timing/totalTime").asLong()));
        }
        lines.sort(Comparator.comparing(LogLine::arrived));
        return lines;
    }

    boolean isListing() {
        return method.equals("GET") && LISTING.matcher(url).find();
    }

    boolean isSearch() {
        return url.endsWith("/search");
    }

    boolean isWrite() {
        return method.equals("PATCH")
                || (method.equals("POST") && !READ_BY_POST.matcher(url).find());
    }
}
