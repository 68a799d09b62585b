package io.smarketing.core.commitment;

import io.smarketing.core.commitment.CommitmentBook.Due;
import io.smarketing.core.commitment.CommitmentBook.Promises;
import io.smarketing.core.commitment.Reckoning.Owners;
import io.smarketing.core.person.PersonId;
import io.smarketing.core.sla.clock.Promise;
import io.smarketing.core.sla.terms.Period;
import io.smarketing.core.sla.terms.Segment;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Measures a promise of sales' by those that were due in a period: each was kept or broken by then. */
record PromisesKept(Segment segment, Promise promise, CommitmentBook book, Owners owners) implements Duty.Measure {

    private static final String LATE = "done late";
    private static final String NEVER = "not done";

    private Due due(Period period, Instant until) {
        return new Due(
                segment.name(), promise.name(), period.from(promise.hours().zone()), until);
    }

    @Override
    public Score score(Period period, Instant until) {
        Promises promises = book.promises(due(period, until));
        long due = promises.kept() + promises.broken();
        return new Score(
                segment.target().map(t -> t.of(due)).orElse(0L), promises.kept(), promises.broken(), Optional.empty());
    }

    @Override
    public List<Part> parts(Period period, Instant until, Instant before) {
        Map<PersonId, Boolean> now = book.broken(due(period, until));
        Map<PersonId, Boolean> then = book.broken(due(period.plus(-1), before));
        Map<PersonId, String> whose = new TreeMap<>(owners.of(now.keySet()));
        whose.putAll(owners.of(then.keySet()));
        Map<String, long[]> reasons = new TreeMap<>();
        Map<String, long[]> people = new TreeMap<>();
        Stream.of(now, then)
                .forEach(some -> some.forEach((person, late) -> {
                    int column = some == now ? 0 : 1;
                    reasons.computeIfAbsent(late ? LATE : NEVER, r -> new long[2])[column]++;
                    people.computeIfAbsent(whose.getOrDefault(person, ""), r -> new long[2])[column]++;
                }));
        List<Part> parts = new ArrayList<>();
        reasons.forEach((name, n) -> parts.add(new Part("reason", name, n[0], n[1])));
        if (!whose.isEmpty()) {
            people.forEach((name, n) -> parts.add(new Part("owner", name, n[0], n[1])));
        }
        parts.sort(Part.MOST_FIRST);
        return parts;
    }
}
