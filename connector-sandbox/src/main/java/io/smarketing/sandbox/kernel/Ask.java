package io.smarketing.sandbox.kernel;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * One HTTP request as a sandbox CRM receives it, free of any server's types.
 *
 * @param method upper-case method
 * @param path the raw path as sent (not decoded), without the query, starting with a slash
 * @param query decoded query parameters, in order, each with all its values
 * @param headers header names in lower case
 * @param body the body as UTF-8 text, empty if there is none
 */
public record Ask(
        String method, String path, Map<String, List<String>> query, Map<String, String> headers, String body) {

    public Ask {
        query = Collections.unmodifiableMap(new LinkedHashMap<>(query));
        headers = Map.copyOf(headers);
    }

    /** The header of that name (any case), if sent. */
    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name.toLowerCase(Locale.ROOT)));
    }

    /** The first value of a query parameter, if sent. */
    public Optional<String> param(String name) {
        return Optional.ofNullable(query.get(name)).filter(v -> !v.isEmpty()).map(v -> v.get(0));
    }

    /** Scheme and authority under which the caller reached us: every URL that a sandbox hands out starts with it. */
    public String baseUrl() {
        return header("x-forwarded-proto").orElse("http") + "://"
                + header("host").orElse("127.0.0.1");
    }
}
