package io.smarketing.daemon.config.handoff;

import io.smarketing.core.crm.record.CrmId;
import io.smarketing.core.lifecycle.Handoff;
import io.smarketing.core.lifecycle.Handoff.Notices;
import io.smarketing.daemon.config.yaml.Section;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Reads in which CRMs people are told of sales' verdict: which ones are noted, which ones give the owner a task. */
public final class NoticesSection {

    public static final List<String> KEYS = List.of("note", "task", "due");

    /** What sales may say of a lead. */
    private static final Map<String, String> VERDICTS = words(Handoff.ACCEPTED, Handoff.REJECTED, Handoff.DISQUALIFIED);

    private static final Duration DUE = Duration.ofDays(2);

    private final Map<CrmId, Notices> notices = new LinkedHashMap<>();

    /** @param crms in which people can be told */
    NoticesSection(Section group, Collection<CrmId> crms) {
        group.only(crms.stream().map(CrmId::name).toList());
        for (CrmId crm : crms) {
            group.section(crm.name()).ifPresent(s -> notices.put(crm, read(s.only(KEYS))));
        }
    }

    private static Notices read(Section section) {
        Set<String> notes = section.choices("note", VERDICTS).orElse(VERDICTS.keySet());
        Set<String> tasks = section.choices("task", VERDICTS).orElse(Set.of(Handoff.REJECTED, Handoff.DISQUALIFIED));
        return new Notices(notes, tasks, section.duration("due").orElse(DUE));
    }

    private static Map<String, String> words(String... all) {
        return List.of(all).stream()
                .collect(Collectors.toMap(Function.identity(), Function.identity(), (a, b) -> a, LinkedHashMap::new));
    }

    Map<CrmId, Notices> notices() {
        return notices;
    }
}
