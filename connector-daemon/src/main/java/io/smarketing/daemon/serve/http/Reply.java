package io.smarketing.daemon.serve.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

/** What an endpoint answers. */
public record Reply(int status, String type, String body) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** Records and maps as JSON. */
    public static Reply json(int status, Object body) {
        try {
            return new Reply(status, "application/json", JSON.writeValueAsString(body) + "\n");
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an answer of ours cannot be written as JSON", e);
        }
    }
}
