package io.smarketing.hubspot.notice;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smarketing.core.crm.Lane;
import io.smarketing.core.crm.Schema;
import io.smarketing.core.crm.notice.TaskBoard;
import io.smarketing.core.crm.notice.TeamTask;
import io.smarketing.http.HttpAsk;
import io.smarketing.hubspot.api.Api;
import io.smarketing.hubspot.api.Paths;
import io.smarketing.hubspot.read.Search;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Tasks of a portal that are linked to no record. They can only be searched for; the index shows one a moment after it was
 * made.
 */
public final class TeamTasks implements TaskBoard {

    private static final int NOT_FOUND = 404;
    private static final String BODY = "hs_task_body";

    /** Two servers' clocks may differ. */
    private static final Duration BEFORE = Duration.ofMinutes(10);

    private final Api api;
    private final Schema schema;

    public TeamTasks(Api api, Schema schema) {
        this.api = api;
        this.schema = schema;
    }

    @Override
    public Optional<String> find(TeamTask task, Instant madeSince) {
        String last = "";
        while (true) {
            Search search = new Search(List.of(BODY))
                    .where("hs_createdate", "GTE", madeSince.minus(BEFORE))
                    .after(last);
            JsonNode results =
                    api.http().send(search.ask(api, Paths.TASK)).body().path("results");
            for (JsonNode found : results) {
                last = found.path("id").asText();
                if (found.path("properties").path(BODY).asText("").contains(">" + task.mark() + "<")) {
                    return Optional.of(last);
                }
            }
            if (results.isEmpty()) {
                return Optional.empty();
            }
        }
    }

    @Override
    public String make(TeamTask task) {
        return api.http()
                .send(HttpAsk.postJson(api.paths().objects(Paths.TASK), body(task))
                        .in(Lane.FEEDBACK))
                .body()
                .path("id")
                .asText();
    }

    @Override
    public void update(String id, TeamTask task) {
        api.http()
                .send(HttpAsk.patchJson(api.paths().record(Paths.TASK, id), body(task))
                        .in(Lane.FEEDBACK)
                        .mayRepeat()
                        .answeredBy(NOT_FOUND));
    }

    private ObjectNode body(TeamTask task) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        ObjectNode properties = body.putObject("properties");
        properties.put("hs_timestamp", task.due().toInstant().toString());
        properties.put("hs_task_subject", task.title());
        properties.put(
                BODY, Form.paragraphs(Stream.concat(task.body().lines().map(Form::escaped), Stream.of(task.mark()))));
        properties.put("hs_task_status", task.done() ? "COMPLETED" : "NOT_STARTED");
        task.whose().flatMap(schema::ownerId).ifPresent(owner -> properties.put("hubspot_owner_id", owner));
        return body;
    }
}
