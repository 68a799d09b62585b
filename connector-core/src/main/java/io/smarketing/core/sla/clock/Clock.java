package io.smarketing.core.sla.clock;

import io.smarketing.core.sla.BusinessHours;
import io.smarketing.core.sla.Span;
import io.smarketing.core.sla.Stretch;
import io.smarketing.core.sla.Stretch.Why;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Judges a promise by what happened. Nothing is remembered between two looks: the same signals give the same marks at
 * the same moments, whenever, how often and however late they are asked for.
 */
public record Clock(Promise promise) {

    /** Time is told in seconds: a second after its moment a promise is past it. */
    private static final Duration GRAIN = Duration.ofSeconds(1);

    /** How it stands; what is told of the time after now only says when to look again. */
    public Reading read(Collection<Signal> told, Instant now) {
        Reading reading = run(told, now).map(run -> read(run, now)).orElseGet(() -> notStarted(told, now));
        return told.stream()
                .map(Signal::at)
                .filter(now::isBefore)
                .min(Instant::compareTo)
                .map(reading::wokenBy)
                .orElse(reading);
    }

    /** How it stands, and why each minute counted or did not. */
    public Reading.Told tell(Collection<Signal> told, Instant now) {
        Optional<Run> run = run(told, now);
        List<Stretch> stretches = run.flatMap(
                        r -> Span.of(r.start(), r.end().orElse(now)).map(all -> stretches(r, all)))
                .orElse(List.of());
        return new Reading.Told(read(told, now), stretches);
    }

    private Optional<Run> run(Collection<Signal> told, Instant now) {
        return Run.of(promise, until(told, now));
    }

    private static List<Signal> until(Collection<Signal> told, Instant now) {
        return told.stream().filter(s -> !s.at().isAfter(now)).toList();
    }

    /** What was called off before it began waits for nothing. */
    private Reading notStarted(Collection<Signal> told, Instant now) {
        return Run.calledOff(promise, until(told, now))
                .map(Reading.WAITING::calledOff)
                .orElse(Reading.WAITING);
    }

    private Reading read(Run run, Instant now) {
        Instant until = run.end().orElse(now);
        Optional<Instant> due = after(run, promise.within());
        List<Mark> marks = new ArrayList<>();
        Optional<Instant> next = Optional.empty();
        for (Mark moment : moments(run, due)) {
            if (until.isAfter(moment.at())) {
                marks.add(moment);
            } else if (run.end().isEmpty() && next.isEmpty()) {
                next = Optional.of(moment.at().plus(GRAIN));
            }
        }
        Optional<Instant> goesOn = run.end().isEmpty() ? pauseAt(run, now).flatMap(Run.Pause::to) : Optional.empty();
        next = next.isPresent() && goesOn.map(next.get()::isBefore).orElse(true) ? next : goesOn;
        State state = state(run, marks, now);
        return new Reading(state, Optional.of(run.start()), due, run.end(), worked(run, until), marks, next);
    }

    /** All that people are to be told of, in order: warnings, and then the breach. */
    private List<Mark> moments(Run run, Optional<Instant> due) {
        List<Mark> moments = new ArrayList<>();
        for (Warning warning : promise.warnings()) {
            warning.after(promise.within())
                    .flatMap(working -> after(run, working))
                    .ifPresent(at -> moments.add(new Mark(warning.word(), at)));
        }
        moments.sort(Comparator.comparing(Mark::at));
        due.ifPresent(at -> moments.add(new Mark(Mark.BREACH, at)));
        return moments;
    }

    private static State state(Run run, List<Mark> marks, Instant now) {
        boolean broken = marks.stream().anyMatch(Mark::isBreach);
        if (run.end().isPresent()) {
            return broken ? State.LATE : run.kept() ? State.KEPT : State.CANCELLED;
        }
        if (broken) {
            return State.BREACHED;
        }
        return pauseAt(run, now).isPresent() ? State.PAUSED : marks.isEmpty() ? State.RUNNING : State.AT_RISK;
    }

    private static Optional<Run.Pause> pauseAt(Run run, Instant now) {
        return run.pauses().stream().filter(p -> p.covers(now)).findFirst();
    }

    /** When so much working time was over; empty while it stands still without limit, or if that is never. */
    private Optional<Instant> after(Run run, Duration working) {
        BusinessHours hours = promise.hours();
        Duration left = working;
        Instant from = run.start();
        for (Run.Pause pause : run.pauses()) {
            Duration here = hours.between(from, pause.from());
            if (here.compareTo(left) >= 0) {
                return hours.due(from, left);
            }
            if (pause.to().isEmpty()) {
                return Optional.empty();
            }
            left = left.minus(here);
            from = pause.to().get();
        }
        return hours.due(from, left);
    }

    private Duration worked(Run run, Instant until) {
        Duration worked = promise.hours().between(run.start(), until);
        for (Run.Pause pause : run.pauses()) {
            worked = worked.minus(pause.upTo(until)
                    .map(s -> promise.hours().between(s.from(), s.to()))
                    .orElse(Duration.ZERO));
        }
        return worked;
    }

    private List<Stretch> stretches(Run run, Span all) {
        List<Stretch> told = new ArrayList<>();
        Instant from = all.from();
        for (Run.Pause pause : run.pauses()) {
            Optional<Span> still = pause.upTo(all.to());
            if (still.isPresent()) {
                Span.of(from, still.get().from())
                        .ifPresent(s -> told.addAll(promise.hours().stretches(s)));
                told.add(new Stretch(still.get(), Why.PAUSED));
                from = still.get().to();
            }
        }
        Span.of(from, all.to()).ifPresent(s -> told.addAll(promise.hours().stretches(s)));
        return told;
    }
}
