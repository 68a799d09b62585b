package io.smarketing.hubspot.write;

import com.fasterxml.jackson.databind.JsonNode;
import io.smarketing.core.crm.Lane;
import io.smarketing.core.crm.WriteOutcome;
import io.smarketing.core.crm.WriteOutcome.Refused;
import io.smarketing.core.crm.WriteOutcome.Unknown;
import io.smarketing.core.crm.WriteOutcome.Written;
import io.smarketing.core.crm.failure.CrmException;
import io.smarketing.core.crm.failure.FailureKind;
import io.smarketing.core.crm.failure.Reaction;
import io.smarketing.hubspot.api.Api;
import io.smarketing.hubspot.api.Relation;
import io.smarketing.hubspot.link.Associations;
import io.smarketing.hubspot.link.LinkCalls;
import io.smarketing.hubspot.read.BatchRead;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Brings the links of written rows to what is wished. A new primary company demotes the old one, which stays as a
 * further one. Of many, those that are not wished are taken away; a record without a key is nobody's wish, and stays.
 */
record Linking(Api api) {

    /** Rows that were written and whose links could not be are refused or unknown; to send them again does no harm. */
    void carryOut(Wishes wishes, Answers answers) {
        for (Relation relation : Relation.values()) {
            Map<String, Wish> byId = new LinkedHashMap<>();
            for (Wish wish : wishes.by(relation)) {
                written(wish, answers).ifPresent(w -> byId.put(w.ref().id(), wish));
            }
            if (!byId.isEmpty()) {
                carryOut(relation, byId, wishes, answers);
            }
        }
    }

    private void carryOut(Relation relation, Map<String, Wish> byId, Wishes wishes, Answers answers) {
        try {
            Lane lane = byId.values().stream()
                    .map(wish -> wish.row().command().lane())
                    .reduce(Lane.BACKFILL, Lane::orMoreUrgent);
            LinkCalls calls = new LinkCalls(api, relation, lane);
            Map<String, Set<String>> now = linked(relation, byId);
            List<LinkCalls.Link> made = new ArrayList<>();
            List<LinkCalls.Link> ended = new ArrayList<>();
            byId.forEach((id, wish) -> {
                Set<String> wished = wishes.ids(wish);
                Set<String> held = now.getOrDefault(id, Set.of());
                wished.stream().filter(to -> !held.contains(to)).forEach(to -> made.add(new LinkCalls.Link(id, to)));
                if (relation.isMany() || wished.isEmpty()) {
                    held.stream()
                            .filter(to -> !wished.contains(to))
                            .forEach(to -> ended.add(new LinkCalls.Link(id, to)));
                }
            });
            calls.make(made);
            calls.end(ended);
            byId.forEach((id, wish) -> answers.put(wish.row(), outcome(wish, answers, calls.refusal(id))));
        } catch (CrmException e) {
            if (e.kind().reaction() == Reaction.STOP_ROUTE) {
                throw e;
            }
            byId.values().forEach(wish -> answers.put(wish.row(), new Unknown(e.getMessage())));
        }
    }

    private static WriteOutcome outcome(Wish wish, Answers answers, Optional<String> refusal) {
        if (refusal.isPresent()) {
            String sentence = "HubSpot does not link the record by '" + wish.place()
                    + "': see the limits and rules of its associations (" + refusal.get() + ")";
            return new Refused(FailureKind.REFUSED_BY_RULE, sentence, Optional.of(wish.place()));
        }
        Written w = written(wish, answers).orElseThrow();
        return new Written(w.ref(), w.stamp(), w.values().map(v -> v.with(wish.place(), wish.value())), w.at());
    }

    private static Optional<Written> written(Wish wish, Answers answers) {
        return answers.of(wish.row()).filter(Written.class::isInstance).map(Written.class::cast);
    }

    /** The records that each is linked to now; of many, those that have a key. */
    private Map<String, Set<String>> linked(Relation relation, Map<String, Wish> byId) {
        Map<String, Set<String>> from = new Associations(api)
                .read(relation.from().id(), relation.to().id(), byId.keySet(), relation.counting())
                .from();
        Set<String> counting = relation.isMany() ? withKey(relation, byId, from.keySet()) : from.keySet();
        Map<String, Set<String>> linked = new HashMap<>();
        from.forEach((other, ids) -> {
            if (counting.contains(other)) {
                ids.forEach(
                        id -> linked.computeIfAbsent(id, i -> new TreeSet<>()).add(other));
            }
        });
        return linked;
    }

    private Set<String> withKey(Relation relation, Map<String, Wish> byId, Set<String> others) {
        String key = relation.property(byId.values().iterator().next().place()).text();
        Set<String> with = new TreeSet<>();
        for (JsonNode other : BatchRead.byId(relation.to(), Set.of(key)).read(api, others)) {
            if (!other.path("properties").path(key).asText("").isEmpty()) {
                with.add(other.path("id").asText());
            }
        }
        return with;
    }
}
