package io.smarketing.salesforce.write;

import com.fasterxml.jackson.databind.JsonNode;
import io.smarketing.core.crm.WriteOutcome;
import io.smarketing.core.crm.WriteOutcome.Moved;
import io.smarketing.core.crm.WriteOutcome.Refused;
import io.smarketing.core.crm.failure.CrmException;
import io.smarketing.core.crm.failure.FailureKind;
import io.smarketing.core.crm.record.RecordRef;
import io.smarketing.core.crm.record.RecordType;
import io.smarketing.core.lead.Email;
import io.smarketing.core.lead.FieldName;
import io.smarketing.http.HttpAnswer;
import io.smarketing.salesforce.read.Identity;
import io.smarketing.salesforce.read.Trail;
import io.smarketing.salesforce.rest.Rest;
import io.smarketing.salesforce.schema.Keys;
import io.smarketing.salesforce.schema.OrgTypes;
import io.smarketing.salesforce.soql.SalesforceId;
import io.smarketing.salesforce.soql.Soql;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Asks which record a duplicate rule means that refuses a new one. Where it is one, which no person of ours has and
 * whose address is no other, it is taken in place of a new one; else people must see to it.
 */
final class Duplicates {

    private static final String CODE = "DUPLICATES_DETECTED";

    /** Each costs a call of its own: a rule that refuses all must not cost a call for each. */
    private static final int ASKED = 40;

    private final Rest rest;
    private final Trail trail;
    private final Keys keys;
    private final Sending sending;

    Duplicates(Rest rest, Trail trail, Keys keys, Sending sending) {
        this.rest = rest;
        this.trail = trail;
        this.keys = keys;
        this.sending = sending;
    }

    /** What came of the new records that a duplicate rule refuses, by index; one that is left out is refused as it was. */
    Map<Integer, WriteOutcome> of(Collection<Answered> answers) {
        List<Row> refused = answers.stream()
                .filter(a -> a.row().isCreate())
                .filter(a -> a.errors().stream().anyMatch(e -> e.code().equals(CODE)))
                .map(Answered::row)
                .limit(ASKED)
                .toList();
        Map<Integer, WriteOutcome> outcomes = new HashMap<>();
        try {
            for (Row row : refused) {
                outcome(row).ifPresent(o -> outcomes.put(row.index(), o));
            }
        } catch (CrmException e) {
            // the rest stays refused, and is tried again as all that is put aside
            return outcomes;
        }
        return outcomes;
    }

    private Optional<WriteOutcome> outcome(Row row) {
        HttpAnswer answer = sending.alone(row);
        if (answer.isSuccess()) {
            RecordRef made = trail.ref(row.type(), answer.body().path("id").asText());
            return Optional.of(new WriteOutcome.Written(made, Optional.empty(), Optional.empty(), answer.serverTime()));
        }
        Set<RecordRef> matches =
                Set.copyOf(trail.of(matches(answer.body().path(0))).values());
        if (matches.isEmpty()) {
            return Optional.empty();
        }
        RecordRef only = matches.iterator().next();
        return Optional.of(matches.size() == 1 && isTheSame(row, only) ? new Moved(only) : refused(matches));
    }

    /** Salesforce spells the member in two ways. */
    private Set<RecordRef> matches(JsonNode error) {
        Set<RecordRef> matches = new TreeSet<>();
        for (String member : List.of("duplicateResult", "duplicateResut")) {
            for (JsonNode result : error.path(member).path("matchResults")) {
                for (JsonNode match : result.path("matchRecords")) {
                    String id = match.path("record").path("Id").asText();
                    if (SalesforceId.isId(id)) {
                        matches.add(trail.ref(OrgTypes.ofId(id), SalesforceId.normal(id)));
                    }
                }
            }
        }
        return matches;
    }

    /** True if nothing speaks against it: a rule may go by names, and two people may bear one. */
    private boolean isTheSame(Row row, RecordRef match) {
        RecordType type = match.type();
        Optional<FieldName> key = keys.of(type);
        Optional<Email> wanted = Identity.of(row.type()).in(row.command().fields());
        if (key.isEmpty() || OrgTypes.isPerson(type) != OrgTypes.isPerson(row.type())) {
            return false;
        }
        String columns = String.join(", ", Identity.of(type).columns());
        String soql = "SELECT Id, " + key.get() + (columns.isEmpty() ? "" : ", " + columns) + " FROM " + type
                + " WHERE " + Soql.in("Id", List.of(match.id()));
        return rest.query(soql).rows().stream().anyMatch(there -> {
            Optional<Email> held = Identity.of(type).in(there);
            return there.path(key.get().text()).asText("").isEmpty()
                    && (held.isEmpty() || wanted.isEmpty() || held.equals(wanted));
        });
    }

    private static Refused refused(Set<RecordRef> matches) {
        String named =
                matches.stream().map(RecordRef::toString).sorted().limit(3).collect(Collectors.joining(", "));
        return new Refused(
                FailureKind.DUPLICATE,
                "A duplicate rule of Salesforce takes the record for another one that is there (" + named
                        + "): merge them, correct one of them, or relax the rule.",
                Optional.empty());
    }
}
