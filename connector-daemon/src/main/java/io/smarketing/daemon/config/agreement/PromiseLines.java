package io.smarketing.daemon.config.agreement;

import io.smarketing.core.sla.BusinessHours;
import io.smarketing.core.sla.clock.Promise;
import io.smarketing.core.sla.clock.Signals;
import io.smarketing.core.sla.clock.Warning;
import io.smarketing.core.sync.watch.HandoffSignals;
import io.smarketing.daemon.config.yaml.MapNode;
import io.smarketing.daemon.config.yaml.Section;
import io.smarketing.daemon.config.yaml.Words;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Reads the promises of one segment. Those that everybody makes have their events already; others name them.
 *
 * @param hours the working calendar; a time that is told in days is counted by the calendar on the wall instead
 * @param words what a promise may start, stop, pause, go on or be called off with
 */
record PromiseLines(BusinessHours hours, SortedSet<Warning> warnings, Collection<String> words) {

    static final List<String> KEYS =
            List.of("within", "from", "until", "times", "pause", "resume", "pause-at-most", "cancel");

    private static final Map<String, Signals> KNOWN = Map.of(
            "verdict",
            signals(HandoffSignals.HANDED_OVER, Set.of(HandoffSignals.ACCEPTED, HandoffSignals.REJECTED)),
            "first-touch",
            signals(HandoffSignals.ASSIGNED, Set.of(HandoffSignals.TOUCHED)),
            "attempts",
            signals(HandoffSignals.ASSIGNED, Set.of(HandoffSignals.TOUCHED)),
            "decision",
            signals(HandoffSignals.HANDED_OVER, Set.of()));

    private static Signals signals(String from, Set<String> until) {
        Set<String> off = new TreeSet<>(Set.of(HandoffSignals.REJECTED, HandoffSignals.LEFT));
        off.removeAll(until);
        return new Signals(Set.of(from), until, Set.of(), Set.of(), off);
    }

    List<Promise> read(Section promises) {
        List<Promise> read = new ArrayList<>();
        for (String name : promises.keys()) {
            boolean group =
                    promises.node(name).filter(MapNode.class::isInstance).isPresent();
            if (group) {
                promises.section(name, "promise " + Words.quoted(name))
                        .flatMap(s -> whole(name, s))
                        .ifPresent(read::add);
            } else {
                brief(name, promises).ifPresent(read::add);
            }
        }
        return read;
    }

    /** {@code verdict: 8h}. */
    private Optional<Promise> brief(String name, Section promises) {
        Optional<Duration> within = time(promises, name);
        Signals known = KNOWN.getOrDefault(name, signals("", Set.of()));
        if (known.stop().isEmpty()) {
            promises.valueProblem(
                    name,
                    "a promise " + Words.quoted(name) + " has to say what keeps it: give it within and until",
                    Words.nearest(name, KNOWN.keySet()));
            return Optional.empty();
        }
        return within.map(w -> new Promise(name, known, 1, w, hours(promises, name), warnings, Optional.empty()));
    }

    private Optional<Promise> whole(String name, Section section) {
        section.only(KEYS).require("within", "say how long it may take, such as 8h of working time or 14d");
        Optional<Duration> within = time(section, "within");
        Signals known = KNOWN.getOrDefault(name, signals(HandoffSignals.HANDED_OVER, Set.of()));
        Signals on = new Signals(
                signals(section, "from", known.start()),
                signals(section, "until", known.stop()),
                signals(section, "pause", Set.of()),
                signals(section, "resume", Set.of()),
                signals(section, "cancel", known.cancel()));
        if (on.stop().isEmpty()) {
            section.require("until", "name what keeps it, such as " + HandoffSignals.TOUCHED + " or a stage");
        }
        if (on.pause().isEmpty() != on.resume().isEmpty()) {
            section.problem("", "a promise that is paused has to go on: give both pause and resume");
        }
        OptionalLong times = section.count("times");
        if (times.isPresent() && (times.getAsLong() < 1 || times.getAsLong() > 20)) {
            section.valueProblem("times", "'times' takes a number from 1 to 20", Optional.empty());
            return Optional.empty();
        }
        Optional<Duration> pauses = section.duration("pause-at-most");
        return within.filter(w -> !on.stop().isEmpty())
                .map(w -> new Promise(name, on, (int) times.orElse(1), w, hours(section, "within"), warnings, pauses));
    }

    private BusinessHours hours(Section section, String key) {
        boolean days = section.text(key).filter(t -> t.endsWith("d")).isPresent();
        return days ? BusinessHours.ALWAYS : hours;
    }

    private static Optional<Duration> time(Section section, String key) {
        Optional<Duration> time = section.duration(key);
        time.filter(Duration::isZero)
                .ifPresent(t -> section.valueProblem(key, "a promise takes some time", Optional.empty()));
        return time.filter(t -> !t.isZero());
    }

    private Set<String> signals(Section section, String key, Set<String> otherwise) {
        if (!section.has(key)) {
            return otherwise;
        }
        Set<String> named = new TreeSet<>(section.texts(key));
        named.stream()
                .filter(n -> !words.contains(n))
                .forEach(n -> section.valueProblem(
                        key,
                        "nothing of a handoff is called " + Words.quoted(n) + ": it takes " + Words.either(words),
                        Words.nearest(n, words)));
        return named;
    }
}
