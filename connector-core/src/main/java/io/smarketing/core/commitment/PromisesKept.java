package io.smarketing.core.commitment;

import io.smarketing.core.commitment.CommitmentBook.Breach;
import io.smarketing.core.commitment.CommitmentBook.Due;
import io.smarketing.core.commitment.CommitmentBook.Promises;
import io.smarketing.core.commitment.Reckoning.Owners;
import io.smarketing.core.lead.Email;
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
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Measures a promise of sales' by those that were due in a period: each was kept or broken by then.
 *
 * @param role whose it is to see to leads that nobody owns
 */
record PromisesKept(Segment segment, Promise promise, CommitmentBook book, Owners owners, Optional<Email> role)
        implements Duty.Measure {

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
        List<Breach> now = breaches(period, until);
        List<Breach> then = breaches(period.plus(-1), before);
        Map<String, long[]> reasons = new TreeMap<>();
        Map<String, long[]> people = new TreeMap<>();
        Stream.of(now, then)
                .forEach(some -> some.forEach(breach -> {
                    int column = some == now ? 0 : 1;
                    reasons.computeIfAbsent(breach.late() ? LATE : NEVER, r -> new long[2])[column]++;
                    people.computeIfAbsent(breach.owner(), r -> new long[2])[column]++;
                }));
        boolean isAnyKnown = people.keySet().stream().anyMatch(owner -> !owner.isEmpty());
        List<Part> parts = new ArrayList<>();
        reasons.forEach((name, n) -> parts.add(new Part("reason", name, n[0], n[1])));
        if (isAnyKnown) {
            people.forEach((name, n) -> parts.add(new Part("owner", name, n[0], n[1])));
        }
        parts.sort(Part.MOST_FIRST);
        return parts;
    }

    private String nobodys() {
        return role.map(Email::address).orElse("");
    }

    @Override
    public List<Breach> breaches(Period period, Instant until) {
        List<Breach> broken = book.broken(due(period, until));
        Map<PersonId, String> whose =
                owners.of(broken.stream().map(Breach::person).collect(Collectors.toSet()));
        return broken.stream()
                .map(b -> b.of(Optional.ofNullable(whose.get(b.person()))
                        .map(owner -> owner.isEmpty() ? nobodys() : owner)
                        .orElse("")))
                .toList();
    }
}
