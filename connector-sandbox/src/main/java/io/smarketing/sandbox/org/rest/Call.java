package io.smarketing.sandbox.org.rest;

import com.fasterxml.jackson.databind.JsonNode;
import io.smarketing.sandbox.kernel.Ask;
import io.smarketing.sandbox.org.error.OrgError;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/**
 * A request for a versioned resource.
 *
 * @param version as in the path, such as {@code v60.0}
 * @param path decoded parts of the path behind the version
 */
public record Call(String method, String version, List<String> path, Ask ask) {

    public Call {
        path = List.copyOf(path);
    }

    /** Reads {@code /services/data/vNN.0/...}; {@code _HttpMethod} overrides the method, as for clients without PATCH. */
    static Call of(Ask ask) {
        List<String> parts = Arrays.stream(ask.path().split("/"))
                .filter(p -> !p.isEmpty())
                .map(Call::decode)
                .toList();
        String method = ask.method().equals("POST") ? ask.param("_HttpMethod").orElse("POST") : ask.method();
        return new Call(method, parts.get(2), parts.subList(3, parts.size()), ask);
    }

    public String part(int index) {
        return index < path.size() ? path.get(index) : "";
    }

    public JsonNode body() throws OrgError {
        return Json.read(ask.body());
    }

    public String param(String name) {
        return ask.param(name).orElse("");
    }

    String base() {
        return "/services/data/" + version;
    }

    private static String decode(String part) {
        try {
            return URLDecoder.decode(part.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return part;
        }
    }
}
