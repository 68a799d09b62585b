package io.smarketing.core.lifecycle;

import io.smarketing.core.lead.Stage;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The configured stages and what moves a person along them. It moves forward: the further of what both CRMs tell.
 *
 * @param rules in their order
 */
public record Lifecycle(List<StageRule> rules) {

    public Lifecycle {
        rules = List.copyOf(rules);
    }

    /** The stage of that name, if there is one. */
    public Optional<Stage> stage(String name) {
        return rules.stream()
                .map(StageRule::stage)
                .filter(s -> s.name().equals(name))
                .findFirst();
    }

    /** True if the stage the field shows is news of which the record itself tells no time. */
    public boolean wantsHistory(Progress before, StageTelling told) {
        return told.field()
                .filter(s -> stage(s).map(known -> isNews(known, before)).orElse(false))
                .filter(s -> !before.stamps().containsKey(s))
                .filter(s -> !told.own().containsKey(s) && !told.dates().containsKey(s))
                .isPresent();
    }

    /**
     * How far the person has come, after these records have told. A stamp that is set never changes in this pass
     * through the funnel.
     */
    public Progress advance(Progress before, Collection<StageTelling> told) {
        Optional<Stage> reached = Stream.concat(
                        stage(before.stage()).stream(), told.stream().flatMap(this::toldStages))
                .max((a, b) -> Integer.compare(a.order(), b.order()));
        if (reached.isEmpty()) {
            return before;
        }
        Map<String, Instant> stamps = new TreeMap<>(before.stamps());
        rules.stream()
                .map(StageRule::stage)
                .filter(s -> !s.isPast(reached.get()) && !stamps.containsKey(s.name()))
                .forEach(s -> entered(s, before, told).ifPresent(at -> stamps.put(s.name(), at)));
        return new Progress(reached.get().name(), stamps);
    }

    private Stream<Stage> toldStages(StageTelling told) {
        return Stream.concat(told.field().stream(), told.facts().keySet().stream())
                .flatMap(name -> stage(name).stream());
    }

    /** The first source that knows when the stage was entered; of two CRMs the earlier. */
    private Optional<Instant> entered(Stage stage, Progress before, Collection<StageTelling> told) {
        List<Function<StageTelling, Map<String, Instant>>> sources = List.of(
                StageTelling::own,
                StageTelling::dates,
                StageTelling::history,
                StageTelling::facts,
                t -> isNews(stage, before) ? firstSeen(t) : Map.of());
        for (Function<StageTelling, Map<String, Instant>> source : sources) {
            Optional<Instant> earliest = told.stream()
                    .map(t -> source.apply(t).get(stage.name()))
                    .flatMap(Stream::ofNullable)
                    .min(Instant::compareTo);
            if (earliest.isPresent()) {
                return earliest.map(at -> at.truncatedTo(ChronoUnit.SECONDS));
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
