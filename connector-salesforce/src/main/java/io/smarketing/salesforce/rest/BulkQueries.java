package io.smarketing.salesforce.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smarketing.core.crm.failure.CrmException;
import io.smarketing.core.crm.failure.FailureKind;
import io.smarketing.core.crm.failure.Reaction;
import io.smarketing.core.crm.open.Sleeper;
import io.smarketing.http.HttpAnswer;
import io.smarketing.http.HttpAsk;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Query jobs of the Bulk API 2.0: Salesforce runs a query by itself, and its rows are fetched in parts, in no order. */
public final class BulkQueries {

    /** Rows of a part: between two, whoever works them may be asked to stop. */
    private static final int PART = 5_000;

    /** How long to wait for a job before whoever asks gets the word again. */
    private static final List<Duration> WAITS = List.of(Duration.ofSeconds(2), Duration.ofSeconds(4));

    /** What Salesforce writes where there is no further part. */
    private static final String NO_LOCATOR = "null";

    private final Rest rest;
    private final Sleeper sleeper;

    public BulkQueries(Rest rest, Sleeper sleeper) {
        this.rest = rest;
        this.sleeper = sleeper;
    }

    /** How it stands with a job. */
    public enum State {
        /** It is not done yet. */
        RUNNING,
        /** It is done, and this is a part of its rows. */
        PART,
        /** It has failed, or is not there any more. */
        LOST
    }

    /**
     * A part of a job's rows.
     *
     * @param next the locator of the next part; empty if this is the last
     * @param toldAt the org's time when it told of this
     */
    public record Part(State state, List<JsonNode> rows, Optional<String> next, Instant toldAt) {

        public Part {
            rows = List.copyOf(rows);
        }

        private static Part none(State state, HttpAnswer answer) {
            return new Part(state, List.of(), Optional.empty(), answer.serverTime());
        }
    }

    /** Starts a job; empty if the org does not let us have one. */
    public Optional<String> start(String soql) {
        ObjectNode body =
                JsonNodeFactory.instance.objectNode().put("operation", "query").put("query", soql);
        try {
            // one more job of which nobody reads costs nothing
            HttpAsk ask = HttpAsk.postJson(rest.path("/jobs/query"), body).mayRepeat();
            return Optional.of(rest.send(ask).body().path("id").asText()).filter(id -> !id.isEmpty());
        } catch (CrmException e) {
            Reaction reaction = e.kind().reaction();
            if (reaction == Reaction.RETRY_CALL || reaction == Reaction.RENEW_LOGIN) {
                throw e;
            }
            return Optional.empty();
        }
    }

    /**
     * A part of a job's rows; waits some seconds for a job that is not done.
     *
     * @param locator where the part begins, blank for the first
     */
    public Part part(String job, String locator) {
        if (locator.isEmpty()) {
            Part part = withoutRows(job);
            for (int i = 0; i < WAITS.size() && part.state() == State.RUNNING; i++) {
                sleep(WAITS.get(i));
                part = withoutRows(job);
            }
            if (part.state() != State.PART) {
                return part;
            }
        }
        String from = locator.isEmpty() ? "" : "&locator=" + HttpAsk.encode(locator);
        HttpAnswer answer = ask("/jobs/query/" + job + "/results?maxRecords=" + PART + from);
        if (!answer.isSuccess()) {
            return Part.none(State.LOST, answer);
        }
        Optional<String> next = answer.header("sforce-locator").filter(l -> !l.isEmpty() && !l.equals(NO_LOCATOR));
        return new Part(State.PART, CsvRows.in(answer.body().asText()), next, answer.serverTime());
    }

    private Part withoutRows(String job) {
        HttpAnswer answer = ask("/jobs/query/" + job);
        // an answer of failure names no state
        State state = switch (answer.body().path("state").asText()) {
            case "JobComplete" -> State.PART;
            case "UploadComplete", "InProgress" -> State.RUNNING;
            default -> State.LOST;
        };
        return Part.none(state, answer);
    }

    /** Jobs end after seven days, and belong to the version of the API by which they were started. */
    private HttpAnswer ask(String path) {
        return rest.send(
                HttpAsk.get(rest.path(path)).answeredBy(400).answeredBy(404).answeredBy(409));
    }

    private void sleep(Duration wait) {
        try {
            sleeper.sleep(wait);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CrmException(FailureKind.UNREACHABLE, "a query job of Salesforce was not waited for");
        }
    }
}
