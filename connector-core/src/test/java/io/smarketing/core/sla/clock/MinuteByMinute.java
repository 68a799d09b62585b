package io.smarketing.core.sla.clock;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.Collection;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The same verdict as {@link Clock}'s, by other means: a walk through every minute that hears what happens in it and
 * counts it or does not. All that happens must do so at a whole minute, and people are at work on weekdays from 9 to 17.
 */
final class MinuteByMinute {

    private final Promise promise;
    private final Set<String> reached = new TreeSet<>();
    private final Set<String> marks = new TreeSet<>();
    private State ending = State.WAITING;
    private State state = State.WAITING;
    private boolean started;
    private boolean paused;
    private int stops;
    private int worked;
    private int stoodStill;

    private MinuteByMinute(Promise promise) {
        this.promise = promise;
    }

    static MinuteByMinute walk(Promise promise, Collection<Signal> signals, Instant now) {
        MinuteByMinute walk = new MinuteByMinute(promise);
        TreeMap<Instant, Set<String>> told = new TreeMap<>();
        signals.forEach(s -> told.computeIfAbsent(s.at(), at -> new TreeSet<>()).add(s.word()));
        Instant at = told.isEmpty() ? now : told.firstKey();
        for (; !at.isAfter(now) && walk.state.isOpen(); at = at.plus(Duration.ofMinutes(1))) {
            walk.hear(told.getOrDefault(at, Set.of()));
            if (walk.started && walk.state.isOpen() && at.isBefore(now)) {
                walk.pass(at);
            }
        }
        return walk;
    }

    private void hear(Set<String> words) {
        started |= hears(words, promise.on().start());
        stops += hears(words, promise.on().stop()) ? 1 : 0;
        paused = paused && !hears(words, promise.on().resume())
                || hears(words, promise.on().pause());
        if (ending == State.WAITING && stops >= promise.times()) {
            ending = State.KEPT;
        } else if (ending == State.WAITING && hears(words, promise.on().cancel())) {
            ending = State.CANCELLED;
        }
        boolean broken = marks.contains(Mark.BREACH);
        if (!started && ending == State.CANCELLED) {
            state = ending;
        } else if (started && ending != State.WAITING) {
            state = broken ? State.LATE : ending;
        } else if (started) {
            State runs = marks.isEmpty() ? State.RUNNING : State.AT_RISK;
            state = broken ? State.BREACHED : standsStill() ? State.PAUSED : runs;
        }
    }

    private static boolean hears(Set<String> words, Set<String> wanted) {
        return words.stream().anyMatch(wanted::contains);
    }

    private boolean standsStill() {
        return paused
                && promise.pauses().map(most -> stoodStill < most.toMinutes()).orElse(true);
    }

    /** What was reached when this minute began is past once it passes. */
    private void pass(Instant at) {
        marks.addAll(reached);
        if (standsStill()) {
            stoodStill++;
            return;
        }
        ZonedDateTime local = at.atZone(promise.hours().zone());
        LocalTime time = local.toLocalTime();
        boolean office = !time.isBefore(LocalTime.of(9, 0)) && time.isBefore(LocalTime.of(17, 0));
        worked += office && local.getDayOfWeek().getValue() < 6 ? 1 : 0;
        long within = promise.within().toMinutes();
        for (Warning warning : promise.warnings()) {
            long left = warning.left().toMinutes();
            boolean isReached = warning.percent() > 0
                    ? worked * 100L >= within * warning.percent()
                    : within > left && worked + left >= within;
            if (isReached) {
                reached.add(warning.word());
            }
        }
        if (worked >= within) {
            reached.add(Mark.BREACH);
        }
    }

    State state() {
        return state;
    }

    int worked() {
        return worked;
    }

    Set<String> marks() {
        return marks;
    }
}
