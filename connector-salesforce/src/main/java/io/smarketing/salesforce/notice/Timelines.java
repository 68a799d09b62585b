package io.smarketing.salesforce.notice;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smarketing.core.crm.Lane;
import io.smarketing.core.crm.Schema;
import io.smarketing.core.crm.failure.CrmException;
import io.smarketing.core.crm.failure.FailureKind;
import io.smarketing.core.crm.notice.Notice;
import io.smarketing.core.crm.notice.Noticeboard;
import io.smarketing.core.crm.notice.Receipt;
import io.smarketing.http.HttpAsk;
import io.smarketing.salesforce.error.OrgError;
import io.smarketing.salesforce.rest.Rest;
import io.smarketing.salesforce.soql.Batches;
import io.smarketing.salesforce.soql.Soql;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The timelines of an org's leads and contacts: whatever people are told is a task there, and one that asks nothing of anybody
 * is done already. It is known again by its mark at the end of its description, among the tasks that our own user has made.
 */
public final class Timelines implements Noticeboard {

    /** Two servers' clocks may differ. */
    private static final Duration BEFORE = Duration.ofMinutes(10);

    private final Rest rest;
    private final Schema schema;
    private final String ourselves;

    /** @param ourselves our own user's id */
    public Timelines(Rest rest, Schema schema, String ourselves) {
        this.rest = rest;
        this.schema = schema;
        this.ourselves = ourselves;
    }

    @Override
    public List<Receipt> post(List<Notice> notices) {
        List<Receipt> receipts = new ArrayList<>();
        for (List<Notice> batch : Batches.rows(notices, Batches.ROWS)) {
            receipts.addAll(send(batch));
        }
        return receipts;
    }

    private List<Receipt> send(List<Notice> batch) {
        try {
            return read(batch, rest.send(ask(batch)).body());
        } catch (CrmException e) {
            return batch.stream().map(n -> Receipt.failed(e)).toList();
        }
    }

    private HttpAsk ask(List<Notice> batch) {
        Map<String, String> owners = owners(batch);
        ObjectNode body = JsonNodeFactory.instance.objectNode().put("allOrNone", false);
        ArrayNode records = body.putArray("records");
        for (Notice notice : batch) {
            ObjectNode task = records.addObject();
            task.putObject("attributes").put("type", "Task");
            task.put("WhoId", notice.about().id());
            task.put("Subject", notice.title());
            task.put("Description", (notice.body() + "\n\n" + notice.mark()).strip());
            notice.task()
                    .ifPresentOrElse(
                            asked -> task.put(
                                    "ActivityDate", asked.due().toLocalDate().toString()),
                            () -> task.put("Status", "Completed"));
            owner(notice, owners).ifPresent(id -> task.put("OwnerId", id));
        }
        return HttpAsk.postJson(rest.path("/composite/sobjects"), body).in(Lane.FEEDBACK);
    }

    private static List<Receipt> read(List<Notice> batch, JsonNode results) {
        List<Receipt> receipts = new ArrayList<>();
        for (int i = 0; i < batch.size(); i++) {
            JsonNode result = results.path(i);
            List<OrgError> errors = OrgError.in(result.path("errors"));
            if (result.path("success").asBoolean()) {
                receipts.add(Receipt.POSTED);
            } else if (errors.isEmpty()) {
                receipts.add(Receipt.failed(
                        FailureKind.UNKNOWN_OUTCOME, "Salesforce's answer does not tell what came of the notice"));
            } else {
                receipts.add(Receipt.failed(errors.get(0).kind(), OrgError.sentence(errors)));
            }
        }
        return receipts;
    }

    /** Whose a task is to be: the user's who is named, else the owner's, if that is a user at work. */
    private Optional<String> owner(Notice notice, Map<String, String> owners) {
        return notice.task()
                .flatMap(task -> task.whose())
                .flatMap(schema::ownerId)
                .or(() -> Optional.ofNullable(owners.get(notice.about().id()))
                        .filter(owner -> schema.ownerEmail(owner)
                                .flatMap(schema::ownerId)
                                .isPresent()));
    }

    /** Who owns the records of tasks, by the records' ids. */
    private Map<String, String> owners(List<Notice> batch) {
        Map<String, Set<String>> records = batch.stream()
                .filter(n -> n.task().isPresent())
                .map(Notice::about)
                .collect(Collectors.groupingBy(
                        ref -> ref.type().name(), Collectors.mapping(ref -> ref.id(), Collectors.toSet())));
        Map<String, String> owners = new HashMap<>();
        records.forEach((type, ids) -> {
            for (List<String> some : Batches.of(ids)) {
                String soql = "SELECT Id, OwnerId FROM " + type + " WHERE " + Soql.in("Id", some);
                for (JsonNode row : rest.query(soql).rows()) {
                    owners.put(row.path("Id").asText(), row.path("OwnerId").asText());
                }
            }
        });
        return owners;
    }

    /** Also those that somebody has deleted since: they were told. */
    @Override
    public Set<String> standing(List<Notice> notices, Instant since) {
        Set<String> standing = new HashSet<>();
        for (List<String> titles :
                Batches.of(notices.stream().map(Notice::title).distinct().toList())) {
            String soql = "SELECT Description FROM Task WHERE CreatedById = " + Soql.text(ourselves)
                    + " AND CreatedDate >= " + Soql.time(since.minus(BEFORE)) + " AND " + Soql.in("Subject", titles);
            List<String> told = rest.queryAll(soql).rows().stream()
                    .map(row -> row.path("Description").asText(""))
                    .toList();
            notices.stream().filter(n -> told.stream().anyMatch(n::isIn)).forEach(n -> standing.add(n.event()));
        }
        return standing;
    }
}
