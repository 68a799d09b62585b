package io.smarketing.sandbox.server.http;

import io.smarketing.sandbox.kernel.Answer;
import java.util.Map;

/** What a CRM answers when a fault stands in its place. */
enum FaultyAnswers {
    HUBSPOT(
            "{\"status\":\"error\",\"message\":\"You have reached your ten_secondly_rolling limit.\","
                    + "\"errorType\":\"RATE_LIMIT\",\"correlationId\":\"00000000-0000-0000-0000-000000000429\","
                    + "\"policyName\":\"TEN_SECONDLY_ROLLING\"}",
            "{\"status\":\"error\",\"message\":\"Service temporarily unavailable\","
                    + "\"correlationId\":\"00000000-0000-0000-0000-000000000503\"}"),
    SALESFORCE(
            "[{\"message\":\"Too many requests.\",\"errorCode\":\"REQUEST_LIMIT_EXCEEDED\"}]",
            "[{\"message\":\"Server Unavailable\",\"errorCode\":\"SERVER_UNAVAILABLE\"}]");

    private final String tooMany;
    private final String unavailable;

    FaultyAnswers(String tooMany, String unavailable) {
        this.tooMany = tooMany;
        this.unavailable = unavailable;
    }

    Answer tooMany() {
        return Answer.json(429, tooMany);
    }

    Answer unavailable() {
        return Answer.json(503, unavailable);
    }

    Answer badGateway() {
        return new Answer(
                502,
                Map.of("Content-Type", "text/html"),
                "<html><head><title>502 Bad Gateway</title></head><body><h1>502 Bad Gateway</h1></body></html>");
    }
}
