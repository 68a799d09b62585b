package io.smarketing.daemon.config.handoff;

import io.smarketing.core.lead.FieldName;
import io.smarketing.core.lead.Fields;
import io.smarketing.core.lifecycle.Criterion;
import io.smarketing.core.lifecycle.Handoff;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The line that takes a lead on a detour because sales sent it back for one of these reasons.
 *
 * @param verdict the mapped field of the verdict
 * @param reason the mapped field of the reason
 * @param by the reasons of each verdict
 */
public record Reasons(FieldName verdict, FieldName reason, Map<String, Set<String>> by) implements Criterion {

    public Reasons {
        Map<String, Set<String>> sorted = new TreeMap<>();
        by.forEach((word, words) -> sorted.put(word, Collections.unmodifiableSet(new TreeSet<>(words))));
        by = Collections.unmodifiableMap(sorted);
    }

    @Override
    public String name() {
        return "sales sends it back";
    }

    /** As it was written before verdicts had reasons of their own, where they have the same: the line did not change. */
    @Override
    public String source() {
        Set<String> words = words();
        boolean same =
                by.size() == ReasonLines.VERDICTS.size() && by.values().stream().allMatch(words::equals);
        return same
                ? verdict + " is not " + Handoff.ACCEPTED + ", and " + reason + " is one of " + String.join(", ", words)
                : by.entrySet().stream()
                        .map(e -> verdict + " is " + e.getKey() + ", and " + reason + " is one of "
                                + String.join(", ", e.getValue()))
                        .collect(Collectors.joining("; or "));
    }

    @Override
    public Set<FieldName> inputs() {
        return Set.of(verdict, reason);
    }

    @Override
    public boolean holds(Fields neutral) {
        return by.getOrDefault(neutral.text(verdict), Set.of()).contains(neutral.text(reason));
    }

    /** All of them. */
    public Set<String> words() {
        return by.values().stream().flatMap(Set::stream).collect(Collectors.toCollection(TreeSet::new));
    }
}
