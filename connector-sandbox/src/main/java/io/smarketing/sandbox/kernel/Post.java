package io.smarketing.sandbox.kernel;

import java.util.Map;

/**
 * One call that a CRM makes of its own accord.
 *
 * @param number tells it from all others of that CRM
 */
public record Post(long number, String url, Map<String, String> headers, String body) {

    public Post {
        headers = Map.copyOf(headers);
    }
}
