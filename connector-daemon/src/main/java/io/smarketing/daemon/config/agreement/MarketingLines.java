package io.smarketing.daemon.config.agreement;

import io.smarketing.core.lifecycle.Criterion;
import io.smarketing.core.sla.BusinessHours;
import io.smarketing.core.sla.terms.Commitment;
import io.smarketing.core.sla.terms.Every;
import io.smarketing.daemon.cel.Conditions;
import io.smarketing.daemon.config.yaml.Section;
import io.smarketing.daemon.config.yaml.Words;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** Reads what marketing promises to deliver. */
final class MarketingLines {

    static final List<String> KEYS = List.of("stage", "count", "per", "accepted", "when", "calendar");

    static final Map<String, Every> PERIODS = new LinkedHashMap<>();

    static {
        for (Every every : Every.values()) {
            PERIODS.put(every.word(), every);
        }
    }

    private final Conditions conditions;
    private final Collection<String> stages;
    private final Calendars calendars;
    private final List<Commitment> commitments = new ArrayList<>();
    private final List<Chapter.Entry> entries = new ArrayList<>();

    MarketingLines(Section file, Calendars calendars, Conditions conditions, Collection<String> stages) {
        this.calendars = calendars;
        this.conditions = conditions;
        this.stages = stages;
        file.section("marketing").ifPresent(marketing -> {
            for (String name : marketing.keys()) {
                marketing.section(name, "commitment " + Words.quoted(name)).ifPresent(s -> commitment(name, s));
            }
        });
    }

    private void commitment(String name, Section section) {
        section.only(KEYS)
                .require("stage", "name the stage that the leads are to reach")
                .require("count", "say how many")
                .require("per", "say in which time: week, month or quarter");
        Optional<String> stage = Stages.of(section, "stage", stages);
        OptionalLong count = section.count("count");
        Optional<Every> per = section.choice("per", PERIODS);
        Optional<Double> accepted = section.percent("accepted");
        Optional<Section> lines = section.section("when");
        List<Criterion> when = List.copyOf(lines.map(conditions::lines).orElse(List.of()));
        boolean whole = lines.map(l -> l.keys().size()).orElse(0) == when.size();
        BusinessHours hours = calendars.of(section);
        List<String> says = new ArrayList<>();
        says.add(section.text("count").orElse("?") + " leads that reach " + stage.orElse("?") + " each "
                + per.map(Every::word).orElse("?"));
        section.text("accepted").ifPresent(share -> says.add(share + " of them accepted by sales"));
        lines.map(Facts::of).ifPresent(says::addAll);
        section.text("calendar").map(c -> "in the working days of " + c).ifPresent(says::add);
        entries.add(new Chapter.Entry(name, says));
        if (whole && stage.isPresent() && count.isPresent() && per.isPresent()) {
            commitments.add(new Commitment(name, stage.get(), count.getAsLong(), per.get(), accepted, hours, when));
        }
    }

    List<Commitment> commitments() {
        return commitments;
    }

    Chapter chapter() {
        return new Chapter("What marketing promises", entries);
    }
}
