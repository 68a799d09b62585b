package io.smarketing.daemon.config.agreement;

import io.smarketing.core.sla.BusinessHours;
import io.smarketing.daemon.config.handoff.HoursSection;
import io.smarketing.daemon.config.yaml.Section;
import io.smarketing.daemon.config.yaml.Words;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The working calendars of the agreement, by their names. */
final class Calendars {

    private final Map<String, BusinessHours> named = new LinkedHashMap<>();
    private final List<Chapter.Entry> entries = new ArrayList<>();

    Calendars(Section file) {
        file.section("calendars").ifPresent(all -> {
            for (String name : all.keys()) {
                all.section(name, "calendar " + Words.quoted(name)).ifPresent(calendar -> {
                    named.put(name, new HoursSection(calendar).read());
                    entries.add(new Chapter.Entry(name, Facts.of(calendar)));
                });
            }
        });
    }

    /** That which a key names; one that is not there is reported. Without the key people are always at work. */
    BusinessHours of(Section section) {
        Optional<String> name = section.text("calendar");
        name.filter(n -> !named.containsKey(n))
                .ifPresent(n -> section.valueProblem(
                        "calendar",
                        "there is no calendar " + Words.quoted(n) + ": name it under calendars",
                        Words.nearest(n, named.keySet())));
        return name.map(n -> named.getOrDefault(n, BusinessHours.ALWAYS)).orElse(BusinessHours.ALWAYS);
    }

    Chapter chapter() {
        return new Chapter("Working calendars", entries);
    }
}
