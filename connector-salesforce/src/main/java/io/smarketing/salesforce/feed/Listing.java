package io.smarketing.salesforce.feed;

import com.fasterxml.jackson.databind.JsonNode;
import io.smarketing.core.crm.record.RecordType;
import io.smarketing.salesforce.read.RecordRow;
import io.smarketing.salesforce.read.Records;
import io.smarketing.salesforce.rest.BulkQueries;
import io.smarketing.salesforce.rest.Found;
import io.smarketing.salesforce.soql.Batches;
import io.smarketing.salesforce.soql.Soql;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Lists all records of a type: the first page by a query, and where there are more, the rest by a job of the Bulk API. A
 * job's rows are as they were when it ran: what may have changed since is read again before it is handed out, or an
 * older value would look like an edit.
 */
final class Listing {

    /** In place of a job, where the org does not let us have one: the listing goes on by id. */
    private static final String NO_JOB = "-";

    /** A job without a result so long after its listing began counts as lost. */
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(30);

    private static final int PAGE = Source.LEAD.page();

    private final Records records;
    private final BulkQueries jobs;

    Listing(Records records, BulkQueries jobs) {
        this.records = records;
        this.jobs = jobs;
    }

    /** The next page. */
    Haul page(Source source, Position at) {
        RecordType type = new RecordType(source.object());
        Position place = at;
        if (at.isUnderWay() && at.job().isEmpty()) {
            String soql = records.selection(type).selectAlone() + " WHERE Id > " + Soql.text(at.id());
            place = at.by(jobs.start(soql).map(job -> job + ":").orElse(NO_JOB));
        }
        return place.job().isEmpty() || place.job().equals(NO_JOB) ? byId(source, type, place) : byJob(type, place);
    }

    private Haul byId(Source source, RecordType type, Position at) {
        Records.Page page = records.ask(type, at.tail(source, Optional.empty()));
        Position next = at.swept(page.began());
        if (page.rows().size() >= PAGE) {
            RecordRow last = page.rows().get(page.rows().size() - 1);
            next = at.after(last.ref().id(), last.stamp(), page.began());
        }
        return haul(page.rows(), page.began(), next);
    }

    private Haul byJob(RecordType type, Position at) {
        String[] job = at.job().split(":", 2);
        Instant listingBegan = at.began().orElseThrow();
        BulkQueries.Part part = jobs.part(job[0], job[1]);
        Instant now = part.toldAt();
        return switch (part.state()) {
            case RUNNING -> haul(List.of(), now, now.isAfter(listingBegan.plus(LONGEST_WAIT)) ? at.by(NO_JOB) : at);
            case LOST -> haul(List.of(), now, at.by(NO_JOB));
            case PART -> {
                Position next = part.next()
                        .map(locator -> at.by(job[0] + ":" + locator))
                        .orElseGet(() -> at.swept(listingBegan));
                Records.Page page = current(type, part.rows(), listingBegan);
                yield haul(page.rows(), page.began(), next);
            }
        };
    }

    private static Haul haul(List<RecordRow> rows, Instant began, Position next) {
        return new Haul(rows, Map.of(), Set.of(), began, next);
    }

    /** The rows as they are now, without those that are deleted. */
    private Records.Page current(RecordType type, List<JsonNode> rows, Instant listingBegan) {
        Set<String> ids = rows.stream().map(Listing::id).collect(Collectors.toSet());
        Map<String, RecordRow> changed = new HashMap<>();
        Records.Page since = changed(type, ids, listingBegan.minus(Position.LATEST_COMMIT));
        for (RecordRow row : since.rows()) {
            changed.put(row.ref().id(), row);
        }
        List<JsonNode> unchanged =
                rows.stream().filter(row -> !changed.containsKey(id(row))).toList();
        List<RecordRow> current = new ArrayList<>(
                records.withRoles(type, new Found(unchanged, since.began())).rows());
        changed.values().stream()
                .filter(row -> ids.contains(row.ref().id()) && isListed(row))
                .forEach(current::add);
        return new Records.Page(current, since.began());
    }

    /** All rows that bear that time or a later one, deleted ones too; if they are many, only those asked for. */
    private Records.Page changed(RecordType type, Set<String> ids, Instant since) {
        String condition = "WHERE SystemModstamp >= " + Soql.time(since);
        Records.Page changed = records.askAll(type, condition + " LIMIT " + PAGE);
        if (changed.rows().size() < PAGE) {
            return changed;
        }
        List<RecordRow> asked = new ArrayList<>();
        for (List<String> some : Batches.rows(ids.stream().sorted().toList(), Batches.NAMED)) {
            asked.addAll(records.askAll(type, condition + " AND " + Soql.in("Id", some))
                    .rows());
        }
        return new Records.Page(asked, changed.began());
    }

    /** A living record, or a lead that has become a contact; a listing knows of no deleted ones. */
    private static boolean isListed(RecordRow row) {
        return row.record().isPresent()
                || row.now().filter(now -> !now.type().equals(row.ref().type())).isPresent();
    }

    private static String id(JsonNode row) {
        return row.path("Id").asText();
    }
}
