package io.smarketing.daemon.config.agreement;

import io.smarketing.core.lifecycle.Criterion;
import io.smarketing.daemon.cel.Conditions;
import io.smarketing.daemon.config.agreement.Delivery.Period;
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

    static final List<String> KEYS = List.of("stage", "count", "per", "accepted", "when");

    private static final Map<String, Period> PERIODS = new LinkedHashMap<>();

    static {
        for (Period period : Period.values()) {
            PERIODS.put(period.word(), period);
        }
    }

    private final Conditions conditions;
    private final Collection<String> stages;
    private final List<Delivery> deliveries = new ArrayList<>();
    private final List<Chapter.Entry> entries = new ArrayList<>();

    MarketingLines(Section file, Conditions conditions, Collection<String> stages) {
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
        Optional<Period> per = section.choice("per", PERIODS);
        Optional<Double> accepted = section.percent("accepted");
        List<Criterion> when =
                List.copyOf(section.section("when").map(conditions::lines).orElse(List.of()));
        List<String> says = new ArrayList<>();
        says.add(section.text("count").orElse("?") + " leads that reach " + stage.orElse("?") + " each "
                + per.map(Period::word).orElse("?"));
        section.text("accepted").ifPresent(share -> says.add(share + " of them accepted by sales"));
        section.section("when").map(Facts::of).ifPresent(says::addAll);
        entries.add(new Chapter.Entry(name, says));
        if (stage.isPresent() && count.isPresent() && per.isPresent()) {
            deliveries.add(new Delivery(name, stage.get(), count.getAsLong(), per.get(), accepted, when));
        }
    }

    List<Delivery> deliveries() {
        return deliveries;
    }

    Chapter chapter() {
        return new Chapter("What marketing promises", entries);
    }
}
