package io.smarketing.daemon.config.agreement;

import io.smarketing.core.lifecycle.Criterion;
import io.smarketing.core.sla.BusinessHours;
import io.smarketing.core.sla.clock.Promise;
import io.smarketing.core.sla.clock.Warning;
import io.smarketing.core.sla.terms.Segment;
import io.smarketing.core.sla.terms.Target;
import io.smarketing.daemon.cel.Conditions;
import io.smarketing.daemon.config.yaml.Section;
import io.smarketing.daemon.config.yaml.Words;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Reads what sales promises, segment by segment. */
final class SalesLines {

    static final List<String> KEYS = List.of("when", "calendar", "warn", "promises", "kept", "per");

    private static final Warning USUAL_WARNING = Warning.at(80);

    private final Calendars calendars;
    private final Conditions conditions;
    private final Collection<String> words;
    private final List<Segment> segments = new ArrayList<>();
    private final List<Chapter.Entry> entries = new ArrayList<>();

    /** @param words what a promise may start, stop, pause, go on or be called off with */
    SalesLines(Section file, Calendars calendars, Conditions conditions, Collection<String> words) {
        this.calendars = calendars;
        this.conditions = conditions;
        this.words = words;
        file.section("sales").ifPresent(sales -> {
            for (String name : sales.keys()) {
                sales.section(name, "segment " + Words.quoted(name)).ifPresent(s -> segment(name, s));
            }
            unreachable(sales);
        });
    }

    private void segment(String name, Section segment) {
        segment.only(KEYS).require("promises", "say what is promised, such as verdict: 8h");
        Optional<Section> lines = segment.section("when");
        List<Criterion> when = List.copyOf(lines.map(conditions::lines).orElse(List.of()));
        boolean whole = lines.map(l -> l.keys().size()).orElse(0) == when.size();
        BusinessHours hours = calendars.of(segment);
        SortedSet<Warning> warnings = warnings(segment);
        Optional<Section> promised = segment.section("promises");
        List<Promise> promises = promised.map(p -> new PromiseLines(hours, warnings, words).read(p))
                .orElse(List.of());
        Optional<Target> target = target(segment);
        segments.add(new Segment(name, whole, when, promises, target));
        List<String> says = new ArrayList<>(lines.map(Facts::of).orElse(List.of("all other leads")));
        promised.map(PromiseWords::new).ifPresent(p -> promises.forEach(promise -> says.add(p.of(promise))));
        says.add(segment.text("calendar")
                .map(c -> "in the working hours of " + c)
                .orElse("day and night"));
        if (!warnings.isEmpty()) {
            says.add("warned of at " + warnings.stream().map(Warning::word).collect(Collectors.joining(" and at ")));
        }
        target.ifPresent(t -> says.add(segment.text("kept").orElse("") + " of each promise kept each "
                + t.every().word()));
        entries.add(new Chapter.Entry(name, says));
    }

    private static Optional<Target> target(Section segment) {
        if (segment.has("kept") != segment.has("per")) {
            segment.problem("", "say both what part of the promises is kept, and in which time: kept: 95%, per: month");
        }
        Optional<Double> kept = segment.percent("kept");
        return segment.choice("per", MarketingLines.PERIODS).flatMap(every -> kept.map(k -> new Target(k, every)));
    }

    private static SortedSet<Warning> warnings(Section segment) {
        SortedSet<Warning> warnings = new TreeSet<>();
        for (String text : segment.texts("warn")) {
            Optional<Warning> warning = Warning.of(text);
            warning.ifPresent(warnings::add);
            if (warning.isEmpty()) {
                segment.valueProblem(
                        "warn",
                        "'warn' takes parts of the time, or what is left of it, such as [80%, 30m left], not "
                                + Words.quoted(text),
                        Optional.empty());
            }
        }
        if (!segment.has("warn")) {
            warnings.add(USUAL_WARNING);
        }
        return warnings;
    }

    /** What stands after a segment that takes all leads is never promised to anybody. */
    private void unreachable(Section sales) {
        for (int i = 0; i + 1 < segments.size(); i++) {
            if (segments.get(i).when().isEmpty()
                    && !sales.section(segments.get(i).name())
                            .map(s -> s.has("when"))
                            .orElse(true)) {
                sales.problem(
                        segments.get(i + 1).name(),
                        "no lead comes here: " + Words.quoted(segments.get(i).name())
                                + " above has no 'when' and takes them all; put it last");
                return;
            }
        }
    }

    List<Segment> segments() {
        return segments;
    }

    Chapter chapter() {
        return new Chapter("What sales promises", entries);
    }
}
