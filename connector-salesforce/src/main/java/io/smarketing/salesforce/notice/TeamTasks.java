package io.smarketing.salesforce.notice;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smarketing.core.crm.Lane;
import io.smarketing.core.crm.Schema;
import io.smarketing.core.crm.notice.TaskBoard;
import io.smarketing.core.crm.notice.TeamTask;
import io.smarketing.http.HttpAsk;
import io.smarketing.salesforce.rest.Rest;
import io.smarketing.salesforce.soql.Soql;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Tasks of an org that are about no record; one that is nobody's in particular is our own user's. */
public final class TeamTasks implements TaskBoard {

    private static final int NOT_FOUND = 404;

    /** Two servers' clocks may differ. */
    private static final Duration BEFORE = Duration.ofMinutes(10);

    private final Rest rest;
    private final Schema schema;
    private final String ourselves;

    /** @param ourselves our own user's id */
    public TeamTasks(Rest rest, Schema schema, String ourselves) {
        this.rest = rest;
        this.schema = schema;
        this.ourselves = ourselves;
    }

    @Override
    public Optional<String> find(TeamTask task, Instant madeSince) {
        String soql = "SELECT Id, Description FROM Task WHERE CreatedById = " + Soql.text(ourselves)
                + " AND CreatedDate >= " + Soql.time(madeSince.minus(BEFORE)) + " AND Subject = "
                + Soql.text(task.title());
        return rest.queryAll(soql).rows().stream()
                .filter(row -> row.path("Description").asText("").lines().anyMatch(task.mark()::equals))
                .map(row -> row.path("Id").asText())
                .findFirst();
    }

    @Override
    public String make(TeamTask task) {
        return rest.send(HttpAsk.postJson(rest.path("/sobjects/Task"), body(task))
                        .in(Lane.FEEDBACK))
                .body()
                .path("id")
                .asText();
    }

    @Override
    public void update(String id, TeamTask task) {
        rest.send(HttpAsk.patchJson(rest.path("/sobjects/Task/" + HttpAsk.encode(id)), body(task))
                .in(Lane.FEEDBACK)
                .mayRepeat()
                .answeredBy(NOT_FOUND));
    }

    private ObjectNode body(TeamTask task) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.put("Subject", task.title());
        body.put("Description", task.body() + "\n\n" + task.mark());
        body.put("ActivityDate", task.due().toLocalDate().toString());
        if (task.done()) {
            body.put("Status", "Completed");
        }
        task.whose().flatMap(schema::ownerId).ifPresent(owner -> body.put("OwnerId", owner));
        return body;
    }
}
