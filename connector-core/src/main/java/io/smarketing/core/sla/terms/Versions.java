package io.smarketing.core.sla.terms;

import io.smarketing.core.sla.clock.Promise;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** All versions of the agreement that were ever in force: a later one never changes what was judged by one before. */
public record Versions(List<Terms> all) {

    public Versions {
        all = all.stream().sorted(Comparator.comparing(Terms::effective)).toList();
    }

    /** What was in force at that time; empty before anything was agreed. */
    public Optional<Terms> at(Instant time) {
        return all.stream().filter(t -> !t.effective().isAfter(time)).reduce((earlier, later) -> later);
    }

    /** What judges all of a period: what is in force from its first day on, wherever that day begins. */
    public Optional<Terms> of(Period period) {
        return at(period.from(ZoneOffset.UTC));
    }

    /** How many times of that any promise wants that is kept by it; one if none is. */
    public int times(String signal) {
        return all.stream()
                .flatMap(t -> t.segments().stream())
                .flatMap(s -> s.promises().stream())
                .filter(p -> p.on().stop().contains(signal))
                .mapToInt(Promise::times)
                .max()
                .orElse(1);
    }

    /** True if any promise is kept by that. */
    public boolean wants(String signal) {
        return all.stream()
                .flatMap(t -> t.segments().stream())
                .flatMap(s -> s.promises().stream())
                .anyMatch(p -> p.on().stop().contains(signal));
    }

    public Optional<Terms> version(String version) {
        return all.stream().filter(t -> t.version().equals(version)).findFirst();
    }

    /** What was promised to a lead of a segment, by the promise's name; empty if that cannot be read any more. */
    public Optional<Promise> promise(String version, String segment, String promise) {
        return version(version)
                .flatMap(terms -> terms.named(segment))
                .flatMap(s -> s.promises().stream()
                        .filter(p -> p.name().equals(promise))
                        .findFirst());
    }
}
