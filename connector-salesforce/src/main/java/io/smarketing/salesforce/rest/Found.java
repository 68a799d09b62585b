package io.smarketing.salesforce.rest;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;

/**
 * The rows of a query.
 *
 * @param began the org's time when the query was sent, or a little before: what it shows is not older
 */
public record Found(List<JsonNode> rows, Instant began) {

    public Found {
        rows = List.copyOf(rows);
    }
}
