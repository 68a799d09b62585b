package io.smarketing.core.lifecycle;

import io.smarketing.core.lead.Fields;
import io.smarketing.core.lead.Fingerprint;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Moves people by the criteria. A criterion acts when what it depends on has changed since it was last held against the
 * person, or a person last moved the stage by hand: so no hand is ever undone by the same facts.
 */
public record Judge(Lifecycle lifecycle) {

    /** True if the person was never held against the criteria as they are now. */
    public boolean isDue(Progress progress) {
        return groups().anyMatch(
                        g -> !progress.judged().getOrDefault(g.name(), "").startsWith(version(g.lines()) + ':'));
    }

    /**
     * The person held against all criteria.
     *
     * @param neutral the fields as both CRMs have them once they are in step
     * @param byHand somebody has moved the stage just now
     * @param at the CRM's time of the read: when a stage counts as entered
     */
    public Progress judge(Progress now, Fields neutral, boolean byHand, Instant at) {
        Map<String, String> judged = new TreeMap<>();
        groups().forEach(g -> judged.put(g.name(), print(g.lines(), neutral)));
        if (judged.equals(now.judged())) {
            return now;
        }
        Progress after = now.judged(judged);
        Instant entered = at.truncatedTo(ChronoUnit.SECONDS);
        return byHand ? after : move(after, now.judged(), neutral, entered);
    }

    private Progress move(Progress now, Map<String, String> before, Fields neutral, Instant at) {
        Optional<Detour> out = lifecycle.detours().stream()
                .filter(d -> isMet(d.name(), d.criteria(), now, before, neutral))
                .filter(d -> !now.pass().detour().equals(Optional.of(d.name())))
                .findFirst();
        if (out.isPresent()) {
            return now.aside(out.get(), at);
        }
        List<StageRule> furthestFirst = new ArrayList<>(lifecycle.rules());
        Collections.reverse(furthestFirst);
        return furthestFirst.stream()
                .filter(r -> isMet(r.stage().name(), r.lines(), now, before, neutral))
                .findFirst()
                .map(r -> reach(now, r, at))
                .orElse(now);
    }

    private Progress reach(Progress now, StageRule rule, Instant at) {
        Optional<Detour> on = now.pass().detour().flatMap(lifecycle::detour);
        Progress from = on.map(d -> lifecycle.back(now, d)).orElse(now);
        boolean forward =
                lifecycle.stage(from.stage()).map(s -> rule.stage().isPast(s)).orElse(true);
        if (!forward) {
            return now;
        }
        Map<String, Instant> stamps = new TreeMap<>(from.stamps());
        stamps.putIfAbsent(rule.stage().name(), at);
        return from.reached(rule.stage().name(), stamps);
    }

    private static boolean isMet(
            String name, List<Criterion> lines, Progress now, Map<String, String> before, Fields neutral) {
        return !lines.isEmpty()
                && !now.judged().get(name).equals(before.get(name))
                && lines.stream().allMatch(l -> l.holds(neutral));
    }

    private Stream<Group> groups() {
        return Stream.concat(
                        lifecycle.rules().stream().map(r -> new Group(r.stage().name(), r.lines())),
                        lifecycle.detours().stream().map(d -> new Group(d.name(), d.criteria())))
                .filter(g -> !g.lines().isEmpty());
    }

    /** The criteria as they are written, and the values they depend on. */
    private static String print(List<Criterion> lines, Fields neutral) {
        StringBuilder values = new StringBuilder();
        lines.stream()
                .flatMap(l -> l.inputs().stream())
                .distinct()
                .sorted()
                .forEach(f -> values.append(f.text())
                        .append('\u0001')
                        .append(neutral.text(f))
                        .append('\u0000'));
        return version(lines) + ':' + Fingerprint.of(values.toString());
    }

    private static String version(List<Criterion> lines) {
        StringBuilder text = new StringBuilder();
        lines.forEach(l -> text.append(l.source()).append('\u0000'));
        return Fingerprint.of(text.toString());
    }

    /** The criteria of a stage or a detour. */
    private record Group(String name, List<Criterion> lines) {}
}
