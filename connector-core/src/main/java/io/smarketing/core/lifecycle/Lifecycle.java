package io.smarketing.core.lifecycle;

import io.smarketing.core.crm.record.StageFact;
import io.smarketing.core.lead.Fields;
import io.smarketing.core.lead.Fingerprint;
import io.smarketing.core.lead.Stage;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The configured stages and what moves a person along them. It moves forward: the further of what both CRMs tell. Out
 * of it lead detours; who comes back from one begins a new pass, in which only what happened since counts.
 *
 * @param rules in their order
 * @param illegal what becomes of moves by hand that the order of the stages does not allow
 */
public record Lifecycle(List<StageRule> rules, List<Detour> detours, IllegalMoves illegal) {

    public Lifecycle {
        rules = List.copyOf(rules);
        detours = List.copyOf(detours);
    }

    /** Moves back are undone, and gates may be passed. */
    public Lifecycle(List<StageRule> rules, List<Detour> detours) {
        this(rules, detours, new IllegalMoves(Then.REFUSE, Then.ALLOW));
    }

    /**
     * What becomes of moves by hand that the order of the stages does not allow.
     *
     * @param back along the stages, not by a detour; is never allowed
     * @param pastGate into a stage or over it while a line of its gate does not hold
     */
    public record IllegalMoves(Then back, Then pastGate) {

        public IllegalMoves {
            if (back == Then.ALLOW) {
                throw new IllegalArgumentException("nobody goes back but by a detour");
            }
        }

        /** True if people are told of some. */
        public boolean isEscalated() {
            return back == Then.ESCALATE || pastGate == Then.ESCALATE;
        }
    }

    /** What becomes of a move. */
    public enum Then {
        /** It counts for nothing, and is undone where it was made. */
        REFUSE,
        /** It stays where it was made, and people are told. */
        ESCALATE,
        /** It counts, and is noted. */
        ALLOW
    }

    /** A fingerprint of all criteria as they are written; empty if there are none. */
    public Optional<String> criteria() {
        String lines = Stream.concat(
                        rules.stream().flatMap(r -> r.lines().stream()),
                        detours.stream().flatMap(d -> d.criteria().stream()))
                .map(c -> c.name() + '\u0001' + c.source())
                .collect(Collectors.joining("\u0000"));
        return lines.isEmpty() ? Optional.empty() : Optional.of(Fingerprint.of(lines));
    }

    /** The stage of that name, if there is one. */
    public Optional<Stage> stage(String name) {
        return rules.stream()
                .map(StageRule::stage)
                .filter(s -> s.name().equals(name))
                .findFirst();
    }

    /** The stages of somebody who has bought: from the one that a won deal proves, or else the last. */
    public Set<String> won() {
        Optional<Stage> bought = rules.stream()
                .filter(r -> r.fact().equals(Optional.of(StageFact.WON_OPPORTUNITY)))
                .map(StageRule::stage)
                .findFirst()
                .or(() -> rules.isEmpty()
                        ? Optional.empty()
                        : Optional.of(rules.get(rules.size() - 1).stage()));
        return rules.stream()
                .map(StageRule::stage)
                .filter(s -> bought.filter(b -> !b.isPast(s)).isPresent())
                .map(Stage::name)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** The detour of that name, if there is one. */
    public Optional<Detour> detour(String name) {
        return detours.stream().filter(d -> d.name().equals(name)).findFirst();
    }

    /** True if the stage the field shows is news of which the record itself tells no time. */
    public boolean wantsHistory(Progress before, StageTelling told) {
        Progress from = before.pass()
                .detour()
                .flatMap(this::detour)
                .map(d -> back(before, d))
                .orElse(before);
        return told.field()
                .filter(s -> stage(s).map(known -> isNews(known, from)).orElse(false))
                .filter(s -> from == before || told.isNews())
                .filter(s -> !from.stamps().containsKey(s))
                .filter(s -> Stream.of(told.own(), told.dates())
                        .flatMap(dates -> Stream.ofNullable(dates.get(s)))
                        .noneMatch(at -> at.isAfter(before.pass().since())))
                .isPresent();
    }

    /**
     * How far somebody has come of whom two people were known: as far as whoever is in the later pass; of one pass the
     * further stage counts, and of each time the earlier.
     *
     * @param ours of the one who goes on for both
     */
    public Progress joined(Progress ours, Progress theirs) {
        int later = Integer.compare(theirs.pass().number(), ours.pass().number());
        if (later != 0) {
            return later > 0 ? theirs : ours;
        }
        Stream<Stage> stages = Stream.of(theirs, ours).flatMap(p -> stage(p.stage()).stream());
        return ours.joined(
                stages.max(Comparator.comparing(Stage::order)).map(Stage::name).orElse(ours.stage()), theirs);
    }

    /**
     * How far the person has come, after these records have told. A stamp that is set never changes in this pass
     * through the funnel.
     */
    public Progress advance(Progress before, Collection<StageTelling> told) {
        Optional<StageTelling> out =
                told.stream().filter(t -> leadsOut(t, before.pass())).findFirst();
        if (out.isPresent()) {
            Detour detour = out.get().field().flatMap(this::detour).orElseThrow();
            Instant seen = out.get().readAt().truncatedTo(ChronoUnit.SECONDS);
            return before.aside(
                    detour, entered(detour.name(), false, before, told).orElse(seen));
        }
        Optional<Stage> furthest = told.stream()
                .flatMap(t -> stages(t, before.pass()))
                .max((a, b) -> Integer.compare(a.order(), b.order()));
        Optional<Detour> on = before.pass().detour().flatMap(this::detour);
        if (on.isPresent()) {
            return furthest.filter(s -> isPast(s, on.get()))
                    .map(s -> forward(back(before, on.get()), s, told))
                    .orElse(before);
        }
        return Stream.concat(stage(before.stage()).stream(), furthest.stream())
                .max((a, b) -> Integer.compare(a.order(), b.order()))
                .map(reached -> forward(before, reached, told))
                .orElse(before);
    }

    /** The stage past which a move is one forward: on a detour that to which it leads back. */
    public Optional<Stage> start(Progress from) {
        return stage(
                from.pass().detour().flatMap(this::detour).map(Detour::backTo).orElse(from.stage()));
    }

    /** The first line that does not hold of the gates on the way to a stage, that stage's own included, after its name. */
    public Optional<String> shut(Progress from, Stage to, Fields neutral) {
        Optional<Stage> start = start(from);
        return rules.stream()
                .filter(r -> r.stage().equals(to)
                        || to.isPast(r.stage())
                                && start.filter(r.stage()::isPast).isPresent())
                .flatMap(r -> r.shut(neutral).stream().map(line -> r.stage().name() + ": " + line))
                .findFirst();
    }

    /** When who is out of the funnel left it: on the first detour of this pass, whatever others followed. */
    public Optional<Instant> left(Progress progress) {
        return progress.pass()
                .detour()
                .flatMap(on -> Stream.concat(
                                Stream.of(progress.pass().since()),
                                detours.stream()
                                        .flatMap(d -> Stream.ofNullable(
                                                progress.stamps().get(d.name()))))
                        .min(Instant::compareTo));
    }

    private boolean leadsOut(StageTelling told, Pass pass) {
        return told.isNews()
                && told.field().flatMap(this::detour).isPresent()
                && !told.field().equals(pass.detour());
    }

    boolean isPast(Stage stage, Detour detour) {
        return stage(detour.backTo()).map(stage::isPast).orElse(true);
    }

    /** A new pass, as it begins: at the stage to which the detour led back. */
    Progress back(Progress before, Detour detour) {
        Map<String, Instant> kept = new TreeMap<>(before.stamps());
        kept.keySet().removeIf(s -> stage(s).map(known -> isPast(known, detour)).orElse(true));
        return new Progress(detour.backTo(), kept, before.pass().next(), Handover.NONE, before.judged());
    }

    private Progress forward(Progress before, Stage reached, Collection<StageTelling> told) {
        Map<String, Instant> stamps = new TreeMap<>(before.stamps());
        rules.stream()
                .map(StageRule::stage)
                .filter(s -> !s.isPast(reached) && !stamps.containsKey(s.name()))
                .forEach(s ->
                        entered(s.name(), isNews(s, before), before, told).ifPresent(at -> stamps.put(s.name(), at)));
        return before.reached(reached.name(), stamps);
    }

    /** What a record tells and still counts: after a detour only what is new since. */
    private Stream<Stage> stages(StageTelling told, Pass pass) {
        Stream<String> field = pass.isPlain() || told.isNews() ? told.field().stream() : Stream.empty();
        Stream<String> facts = told.facts().entrySet().stream()
                .filter(f -> f.getValue().isAfter(pass.since()))
                .map(Map.Entry::getKey);
        return Stream.concat(field, facts).flatMap(name -> stage(name).stream());
    }

    /** The first source that knows when the stage was entered; of two CRMs the earlier. */
    private static Optional<Instant> entered(
            String stage, boolean news, Progress before, Collection<StageTelling> told) {
        List<Function<StageTelling, Map<String, Instant>>> sources = List.of(
                StageTelling::own,
                StageTelling::dates,
                StageTelling::history,
                StageTelling::facts,
                t -> news ? firstSeen(t) : Map.of());
        for (Function<StageTelling, Map<String, Instant>> source : sources) {
            Optional<Instant> earliest = told.stream()
                    .map(t -> source.apply(t).get(stage))
                    .flatMap(Stream::ofNullable)
                    .map(at -> at.truncatedTo(ChronoUnit.SECONDS))
                    .filter(at -> at.isAfter(before.pass().since()))
                    .min(Instant::compareTo);
            if (earliest.isPresent()) {
                return earliest;
            }
        }
        return Optional.empty();
    }

    /** A field that shows a stage long past, such as the nearest word that a CRM has for a further one, is no entry. */
    private boolean isNews(Stage stage, Progress before) {
        return stage(before.stage()).map(stage::isPast).orElse(true);
    }

    private static Map<String, Instant> firstSeen(StageTelling told) {
        Map<String, Instant> seen = new LinkedHashMap<>();
        told.field().ifPresent(s -> seen.put(s, told.readAt()));
        return seen;
    }
}
