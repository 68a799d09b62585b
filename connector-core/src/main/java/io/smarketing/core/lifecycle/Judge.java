package io.smarketing.core.lifecycle;

import io.smarketing.core.lead.FieldName;
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
 * person, and a move by hand counts as holding it: so no hand is ever undone by the same facts.
 */
public final class Judge {

    private final Lifecycle lifecycle;
    private final List<Group> groups;

    public Judge(Lifecycle lifecycle) {
        this.lifecycle = lifecycle;
        this.groups = Stream.concat(
                        lifecycle.rules().stream().map(r -> Group.of(r.stage().name(), r.lines())),
                        lifecycle.detours().stream().map(d -> Group.of(d.name(), d.criteria())))
                .filter(g -> !g.inputs().isEmpty())
                .toList();
    }

    /** True if the person was never held against the criteria as they are now. */
    public boolean isDue(Progress progress) {
        return groups.stream()
                .anyMatch(g -> !progress.judged().getOrDefault(g.name(), "").startsWith(g.version()));
    }

    /**
     * The person held against all criteria.
     *
     * @param neutral the fields as both CRMs have them once they are in step
     * @param at the CRM's time of the read: when a stage counts as entered
     */
    public Progress judge(Progress now, Fields neutral, Instant at) {
        Progress after = remember(now, neutral);
        return after.equals(now) ? now : move(after, now.judged(), neutral, at.truncatedTo(ChronoUnit.SECONDS));
    }

    /** The person as held against all criteria, whatever they say: they wait for the next change. */
    public Progress remember(Progress now, Fields neutral) {
        Map<String, String> judged = new TreeMap<>();
        groups.forEach(g -> judged.put(g.name(), g.print(neutral)));
        return now.judged(judged);
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

    /**
     * The criteria of a stage or a detour.
     *
     * @param version tells these lines from others
     * @param inputs the fields they depend on
     */
    private record Group(String name, String version, List<FieldName> inputs) {

        static Group of(String name, List<Criterion> lines) {
            StringBuilder text = new StringBuilder();
            lines.forEach(l -> text.append(l.source()).append('\u0000'));
            return new Group(
                    name,
                    Fingerprint.of(text.toString()) + ':',
                    lines.stream()
                            .flatMap(l -> l.inputs().stream())
                            .distinct()
                            .sorted()
                            .toList());
        }

        /** The lines as they are written, and the values they depend on. */
        String print(Fields neutral) {
            StringBuilder values = new StringBuilder();
            inputs.forEach(f -> values.append(f.text())
                    .append('\u0001')
                    .append(neutral.text(f))
                    .append('\u0000'));
            return version + Fingerprint.of(values.toString());
        }
    }
}
