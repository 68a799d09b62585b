package io.smarketing.daemon.command.explain;

import io.smarketing.core.sla.clock.Reading;
import io.smarketing.core.sync.watch.ClockRow;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The story of a person's clocks as a program reads it; an empty text is not known, minutes that are not are -1. */
final class ClockStoryJson {

    private ClockStoryJson() {}

    static Map<String, Object> of(ClockStory story) {
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("person", story.person().id().toString());
        told.put("syncLagMinutes", minutes(story.lag()));
        told.put("routingMinutes", minutes(story.routing()));
        told.put("humanMinutes", minutes(story.human()));
        told.put("touchedByOwner", text(story.touchedByOwner()));
        told.put(
                "ownerChanges",
                story.ownerChanges().stream().map(Instant::toString).toList());
        told.put("clocks", story.clocks().stream().map(ClockStoryJson::clock).toList());
        return told;
    }

    private static Map<String, Object> clock(ClockStory.One one) {
        ClockRow row = one.row();
        Reading reading = one.told().map(Reading.Told::reading).orElse(row.reading());
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("promise", row.promise());
        told.put("segment", row.segment());
        told.put("agreement", row.version());
        told.put("pass", row.pass());
        told.put("state", reading.state().word());
        told.put("from", events(one.promise().map(p -> p.on().start())));
        told.put("until", events(one.promise().map(p -> p.on().stop())));
        told.put("started", text(reading.started()));
        told.put("due", text(reading.due()));
        told.put("ended", text(reading.ended()));
        told.put("countedMinutes", reading.worked().toMinutes());
        told.put("withinMinutes", minutes(one.promise().map(p -> p.within())));
        told.put(
                "marks",
                reading.marks().stream()
                        .map(m -> Map.of("mark", m.word(), "at", m.at().toString()))
                        .toList());
        told.put(
                "excuses",
                one.excuses().stream()
                        .map(e -> Map.of("by", e.by().address(), "at", e.at().toString(), "reason", e.reason()))
                        .toList());
        told.put("stretches", one.told().map(ClockStoryJson::stretches).orElse(List.of()));
        return told;
    }

    private static List<Map<String, Object>> stretches(Reading.Told told) {
        return told.stretches().stream()
                .map(s -> {
                    Map<String, Object> stretch = new LinkedHashMap<>();
                    stretch.put("from", s.span().from().toString());
                    stretch.put("to", s.span().to().toString());
                    stretch.put("counts", s.counts());
                    stretch.put("why", s.why().name().toLowerCase(Locale.ROOT));
                    return stretch;
                })
                .toList();
    }

    private static List<String> events(Optional<Set<String>> named) {
        return named.stream().flatMap(Set::stream).sorted().toList();
    }

    private static String text(Optional<Instant> at) {
        return at.map(Instant::toString).orElse("");
    }

    private static long minutes(Optional<Duration> time) {
        return time.map(Duration::toMinutes).orElse(-1L);
    }
}
