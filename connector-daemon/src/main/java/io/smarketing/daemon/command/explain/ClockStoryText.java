package io.smarketing.daemon.command.explain;

import io.smarketing.core.sla.BusinessHours;
import io.smarketing.core.sla.Stretch;
import io.smarketing.core.sla.clock.Mark;
import io.smarketing.core.sla.clock.Promise;
import io.smarketing.core.sla.clock.Reading;
import io.smarketing.core.sync.watch.Excuse;
import io.smarketing.daemon.command.Columns;
import io.smarketing.daemon.command.Harmless;
import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The story of a person's clocks, minute by minute, for a terminal. */
record ClockStoryText(ClockStory story) {

    private static final DateTimeFormatter LOCAL = DateTimeFormatter.ofPattern("EEE yyyy-MM-dd HH:mm:ss", Locale.ROOT);

    void print(PrintWriter out) {
        out.println("Person " + story.person().id());
        part(out, "known to us", story.lag(), "after the handoff; billed to nobody");
        part(out, "a human owned it", story.routing(), "after that");
        part(out, "a human tried to reach the person", story.human(), "after that");
        story.touchedByOwner()
                .ifPresent(at -> out.println("  its owner tried to reach the person at " + local(at, ZoneOffset.UTC)));
        for (Instant at : story.ownerChanges()) {
            out.println("  another owner since " + local(at, ZoneOffset.UTC) + ": no clock begins anew with that");
        }
        if (story.clocks().isEmpty()) {
            out.println("  Nothing was promised about this person: nothing was handed over since an agreement holds,"
                    + " or it is of no segment.");
        }
        story.clocks().forEach(one -> clock(out, one));
        out.println();
    }

    private static void part(PrintWriter out, String what, Optional<Duration> took, String since) {
        took.ifPresent(t -> out.println("  " + what + " " + Lasting.onTheWall(t) + " " + since));
    }

    private static void clock(PrintWriter out, ClockStory.One one) {
        Reading reading = one.told().map(Reading.Told::reading).orElse(one.row().reading());
        ZoneId zone = one.promise().map(p -> p.hours().zone()).orElse(ZoneId.of("UTC"));
        out.println();
        out.println("  " + Harmless.text(one.row().promise()) + ": "
                + reading.state().word() + "  (segment "
                + Harmless.text(one.row().segment()) + ", agreement "
                + Harmless.text(one.row().version()) + ", pass "
                + one.row().pass() + ")");
        List<List<String>> facts = new ArrayList<>();
        one.promise()
                .ifPresent(p -> facts.add(
                        List.of("    runs", "from " + either(p.on().start()) + " until " + either(p.on().stop()))));
        at(facts, "started", reading.started(), zone);
        at(facts, "due", reading.due(), zone);
        at(facts, "ended", reading.ended(), zone);
        facts.add(List.of("    counted", counted(reading.worked(), one.promise())));
        for (Mark mark : reading.marks()) {
            facts.add(
                    List.of("    " + mark.word() + (mark.word().endsWith("%") ? " over" : ""), local(mark.at(), zone)));
        }
        for (Excuse excuse : one.excuses()) {
            facts.add(List.of(
                    "    excused",
                    local(excuse.at(), zone) + " by "
                            + Harmless.text(excuse.by().address()) + ": " + Harmless.text(excuse.reason())));
        }
        Columns.laidOut(facts).forEach(out::println);
        List<List<String>> rows = new ArrayList<>();
        one.told().ifPresent(told -> told.stretches().forEach(s -> rows.add(row(s, zone))));
        Columns.laidOut(rows).forEach(out::println);
    }

    private static String counted(Duration worked, Optional<Promise> promise) {
        boolean wall =
                promise.filter(p -> p.hours().equals(BusinessHours.ALWAYS)).isPresent();
        Function<Duration, String> words = wall ? Lasting::onTheWall : Lasting::working;
        return words.apply(worked)
                + promise.map(Promise::within).map(words).map(w -> " of " + w).orElse("");
    }

    private static String either(Set<String> events) {
        return Harmless.text(events.stream().sorted().collect(Collectors.joining(" or ")));
    }

    private static void at(List<List<String>> facts, String what, Optional<Instant> at, ZoneId zone) {
        at.ifPresent(t -> facts.add(List.of("    " + what, local(t, zone))));
    }

    private static List<String> row(Stretch stretch, ZoneId zone) {
        return List.of(
                "      " + local(stretch.span().from(), zone),
                "to " + local(stretch.span().to(), zone),
                Lasting.onTheWall(stretch.length()),
                why(stretch.why()));
    }

    static String why(Stretch.Why why) {
        return switch (why) {
            case COUNTED -> "counts";
            case CLOSED -> "does not count: outside working hours";
            case HOLIDAY -> "does not count: public holiday";
            case LEAVE -> "does not count: leave";
            case PAUSED -> "does not count: paused";
        };
    }

    private static String local(Instant at, ZoneId zone) {
        return LOCAL.format(at.atZone(zone)) + " " + zone;
    }
}
