package io.smarketing.daemon.config.agreement;

import io.smarketing.core.crm.record.CrmId;
import io.smarketing.core.sla.clock.Promise;
import io.smarketing.core.sla.clock.Warning;
import io.smarketing.core.sla.terms.Escalations;
import io.smarketing.core.sla.terms.Recipient;
import io.smarketing.core.sla.terms.Recipient.Way;
import io.smarketing.core.sla.terms.Segment;
import io.smarketing.daemon.config.yaml.Position;
import io.smarketing.daemon.config.yaml.Section;
import io.smarketing.daemon.config.yaml.Words;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Reads who hears of it: at any warning, at one of them, at a breach, a commitment that was missed, an illegal move. */
final class EscalationLines {

    static final List<String> KEYS =
            List.of(Escalations.AT_RISK, Escalations.BREACHED, Escalations.MISSED, Escalations.ILLEGAL_MOVE);

    private static final String TASK = "task in ";
    private static final String WEBHOOK = "webhook";

    private final Map<String, Set<Recipient>> who = new LinkedHashMap<>();
    private final List<Chapter.Entry> entries = new ArrayList<>();
    private final Set<String> warnings = new TreeSet<>();
    private final Map<String, Recipient> known = new LinkedHashMap<>();
    private final Map<Way, Position> places = new EnumMap<>(Way.class);

    /** @param crms in which somebody can be given a task */
    EscalationLines(Section file, List<Segment> segments, Collection<CrmId> crms) {
        segments.stream()
                .flatMap(s -> s.promises().stream())
                .map(Promise::warnings)
                .forEach(all -> all.forEach(w -> warnings.add(w.word())));
        crms.stream().sorted().forEach(crm -> known.put(TASK + crm, Recipient.ownerIn(crm)));
        known.put(WEBHOOK, Recipient.WEBHOOK);
        file.section("escalations").ifPresent(section -> section.keys().forEach(key -> read(section, key)));
    }

    private void read(Section section, String key) {
        Optional<String> event = event(section, key);
        Set<Recipient> to = new LinkedHashSet<>();
        section.texts(key).forEach(text -> recipient(section, key, text).ifPresent(to::add));
        to.forEach(r -> places.putIfAbsent(r.way(), section.at(key)));
        event.ifPresent(e -> who.put(e, to));
        entries.add(new Chapter.Entry(key, section.texts(key)));
    }

    private Optional<String> event(Section section, String key) {
        if (KEYS.contains(key)) {
            return Optional.of(key);
        }
        Optional<String> warning = Warning.of(key).map(Warning::word);
        if (warning.isEmpty()) {
            section.problem(
                    key,
                    "nobody can hear of " + Words.quoted(key) + ": escalations take " + Words.either(KEYS)
                            + ", and warnings such as 80% or 30m left");
        } else if (!warnings.contains(warning.get())) {
            section.problem(key, "no promise warns at " + Words.quoted(key) + ": name it under warn of a segment");
        }
        return warning;
    }

    private Optional<Recipient> recipient(Section section, String key, String text) {
        Optional<Recipient> to = Optional.ofNullable(known.get(text)).or(() -> Recipient.addressIn(text));
        if (to.isEmpty()) {
            section.valueProblem(
                    key,
                    Words.quoted(text) + " is nobody: it takes an e-mail address, " + Words.either(known.keySet()),
                    Words.nearest(text, known.keySet()));
        } else if (key.equals(Escalations.MISSED) && to.get().way() == Way.TASK) {
            section.valueProblem(key, "a commitment has no record of which somebody is the owner", Optional.empty());
        }
        return to;
    }

    Escalations escalations() {
        return new Escalations(who);
    }

    /** Where it is first said that somebody hears of it in that way. */
    Map<Way, Position> places() {
        return places;
    }

    Chapter chapter() {
        return new Chapter("Who hears of it", entries);
    }
}
