package io.smarketing.core.sla.terms;

import io.smarketing.core.sla.clock.Mark;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Who hears of what, by the events of the agreement: {@link #AT_RISK}, {@link #BREACHED}, a warning as files spell it, and
 * whatever else was agreed on.
 */
public record Escalations(Map<String, Set<Recipient>> who) {

    /** Any promise warns. */
    public static final String AT_RISK = "at-risk";
    /** The time of a promise is over. */
    public static final String BREACHED = "breached";

    /** A period is over, and what was promised for it was missed. */
    public static final String MISSED = "commitment-missed";

    /** Somebody has moved a stage as it must not be moved, and it stays so. */
    public static final String ILLEGAL_MOVE = "illegal-move";

    /** Nobody hears of anything. */
    public static final Escalations NONE = new Escalations(Map.of());

    public Escalations {
        who = who.entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, e -> Set.copyOf(e.getValue())));
    }

    /** Who hears of an event. */
    public SortedSet<Recipient> of(String event) {
        return new TreeSet<>(who.getOrDefault(event, Set.of()));
    }

    /** Who hears of a moment of a promise: of any warning, and of this one. */
    public SortedSet<Recipient> of(Mark mark) {
        return Stream.of(mark.isBreach() ? BREACHED : AT_RISK, mark.word())
                .flatMap(event -> of(event).stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The same without those who cannot be reached. */
    public Escalations by(Set<Recipient.Way> ways) {
        Map<String, Set<Recipient>> reached = new LinkedHashMap<>();
        who.forEach((event, all) -> reached.put(
                event, all.stream().filter(r -> ways.contains(r.way())).collect(Collectors.toSet())));
        return new Escalations(reached);
    }
}
