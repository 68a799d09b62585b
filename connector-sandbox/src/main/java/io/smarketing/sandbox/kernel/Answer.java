package io.smarketing.sandbox.kernel;

import java.util.LinkedHashMap;
import java.util.Map;

/** One HTTP answer of a sandbox CRM: status, headers and body, free of any server's types. */
public record Answer(int status, Map<String, String> headers, String body) {

    public Answer {
        headers = Map.copyOf(headers);
    }

    /** A JSON answer. */
    public static Answer json(int status, String body) {
        return new Answer(status, Map.of("Content-Type", "application/json;charset=utf-8"), body);
    }

    /** An answer without a body. */
    public static Answer empty(int status) {
        return new Answer(status, Map.of(), "");
    }

    /** This answer with one more header. */
    public Answer with(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(name, value);
        return new Answer(status, more, body);
    }
}
