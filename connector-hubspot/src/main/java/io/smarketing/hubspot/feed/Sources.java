package io.smarketing.hubspot.feed;

import com.fasterxml.jackson.databind.JsonNode;
import io.smarketing.core.crm.Change;
import io.smarketing.hubspot.api.Api;
import io.smarketing.hubspot.api.Relation;
import io.smarketing.hubspot.link.Associations;
import io.smarketing.hubspot.read.Search;
import io.smarketing.hubspot.read.Shape;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The object types whose changes are changes of our records: these themselves, and those that they are told from. */
final class Sources {

    /** One company may have many people. */
    private static final int RELATED_A_CALL = 50;

    private final Shape shape;
    private final Associations associations;
    private final List<Source> all = new ArrayList<>();

    Sources(Api api, Shape shape) {
        this.shape = shape;
        this.associations = new Associations(api);
        all.add(new Source(Optional.empty(), shape.type().id(), shape.type().stamp(), shape.stamps()));
        for (Relation relation : shape.places().keySet()) {
            String stamp = relation.to().stamp();
            all.add(new Source(Optional.of(relation), relation.to().id(), stamp, List.of(stamp)));
        }
    }

    /**
     * One of them.
     *
     * @param relation how our records are linked to it; empty for these themselves
     * @param type the id of the object type
     */
    record Source(Optional<Relation> relation, String type, String stamp, Collection<String> properties) {

        Search search(Instant since) {
            Search search = new Search(properties).where(stamp, "GTE", since);
            return relation.isPresent() ? search.limit(RELATED_A_CALL) : search;
        }

        /** The word of a cursor for how far it has been told. */
        String mark(String lastId) {
            return relation.map(r -> r.word() + "/").orElse("") + lastId;
        }

        /** Blank if the mark is of a source that is no more: the mapping has changed since. */
        String idIn(String mark) {
            String own = mark.substring(mark("").length());
            return own.contains("/") ? "" : own;
        }
    }

    Source first() {
        return all.get(0);
    }

    /** The one that a mark is of. */
    Source at(String mark) {
        return all.stream()
                .skip(1)
                .filter(source -> mark.startsWith(source.mark("")))
                .findFirst()
                .orElseGet(this::first);
    }

    Optional<Source> after(Source source) {
        int next = all.indexOf(source) + 1;
        return next < all.size() ? Optional.of(all.get(next)) : Optional.empty();
    }

    List<Change> changes(Source source, JsonNode rows) {
        List<Change> changes = new ArrayList<>();
        if (source.relation().isPresent()) {
            linkedTo(source.relation().get(), rows, changes);
        } else {
            rows.forEach(row -> changes.addAll(shape.changes(row)));
        }
        return changes;
    }

    /** The records that are linked to those which changed, with the stamps of these. */
    private void linkedTo(Relation relation, JsonNode rows, List<Change> changes) {
        Map<String, Instant> stamps = new LinkedHashMap<>();
        rows.forEach(row -> stamps.put(row.path("id").asText(), Shape.stamp(relation.to(), row)));
        associations
                .read(relation.to().id(), relation.from().id(), stamps.keySet(), relation.countingBack())
                .from()
                .forEach((id, others) -> others.stream()
                        .map(other -> stamps.getOrDefault(other, Instant.EPOCH))
                        .max(Instant::compareTo)
                        .ifPresent(stamp -> changes.add(new Change.Changed(shape.ref(id), stamp, Optional.empty()))));
    }
}
