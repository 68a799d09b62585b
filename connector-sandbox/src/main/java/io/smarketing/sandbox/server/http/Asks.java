package io.smarketing.sandbox.server.http;

import com.github.tomakehurst.wiremock.http.HttpHeader;
import com.github.tomakehurst.wiremock.http.HttpHeaders;
import com.github.tomakehurst.wiremock.http.Request;
import io.smarketing.sandbox.kernel.Ask;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** From WireMock's words for a request to the sandbox's own. */
final class Asks {

    private Asks() {}

    static Ask of(Request request) {
        String url = request.getUrl();
        int mark = url.indexOf('?');
        String path = mark < 0 ? url : url.substring(0, mark);
        byte[] body = request.getBody();
        return new Ask(
                request.getMethod().getName().toUpperCase(Locale.ROOT),
                path,
                mark < 0 ? Map.of() : query(url.substring(mark + 1)),
                headers(request.getHeaders()),
                body == null ? "" : new String(body, StandardCharsets.UTF_8));
    }

    private static Map<String, List<String>> query(String raw) {
        Map<String, List<String>> query = new LinkedHashMap<>();
        for (String pair : raw.split("&")) {
            if (!pair.isEmpty()) {
                int is = pair.indexOf('=');
                String name = decode(is < 0 ? pair : pair.substring(0, is));
                String value = is < 0 ? "" : decode(pair.substring(is + 1));
                query.computeIfAbsent(name, any -> new ArrayList<>()).add(value);
            }
        }
        return query;
    }

    /** A broken escape is left as it was sent: the CRM is the one to refuse it. */
    private static String decode(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return text;
        }
    }

    private static Map<String, String> headers(HttpHeaders headers) {
        Map<String, String> byName = new HashMap<>();
        for (HttpHeader header : headers.all()) {
            byName.put(header.key().toLowerCase(Locale.ROOT), String.join(", ", header.values()));
        }
        return byName;
    }
}
