package io.smarketing.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A CRM's answer to one call.
 *
 * @param headers by name in lower case
 * @param body the JSON, or CSV as a text; a NullNode if there is none
 * @param serverTime the CRM's time of this answer
 */
public record HttpAnswer(int status, Map<String, String> headers, JsonNode body, Instant serverTime) {

    public HttpAnswer {
        headers = Map.copyOf(headers);
    }

    /** True for a status of 200 to 299. */
    public boolean isSuccess() {
        return status >= 200 && status < 300;
    }

    public Optional<String> header(String lowerCaseName) {
        return Optional.ofNullable(headers.get(lowerCaseName));
    }

    /** How long the CRM asks us to wait, if it says; never less than nothing. */
    public Optional<Duration> retryAfter() {
        return header("retry-after").flatMap(this::readWait).filter(w -> !w.isNegative());
    }

    /** The CRM's own number of this call, for its support. */
    public String correlation() {
        return Stream.of("x-hubspot-correlation-id", "x-request-id", "x-sfdc-request-id")
                .flatMap(name -> header(name).stream())
                .findFirst()
                .orElseGet(() -> body.path("correlationId").asText("-"));
    }

    private Optional<Duration> readWait(String text) {
        try {
            return Optional.of(
                    text.matches("\\d{1,9}")
                            ? Duration.ofSeconds(Long.parseLong(text))
                            : Duration.between(serverTime, httpDate(text)));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    static Instant httpDate(String text) {
        return DateTimeFormatter.RFC_1123_DATE_TIME.parse(text, Instant::from);
    }

    /** Status and correlation only: bodies are personal. */
    @Override
    public String toString() {
        return status + " (correlation " + correlation() + ")";
    }
}
