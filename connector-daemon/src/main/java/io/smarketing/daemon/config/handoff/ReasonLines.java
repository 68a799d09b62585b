package io.smarketing.daemon.config.handoff;

import io.smarketing.core.lifecycle.Handoff;
import io.smarketing.daemon.config.yaml.MapNode;
import io.smarketing.daemon.config.yaml.Section;
import io.smarketing.daemon.config.yaml.Words;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Reads the reasons for which sales sends leads back: those of either verdict under its word, or one list for both.
 *
 * @param detours to which a reason may lead
 */
record ReasonLines(Collection<String> detours) {

    static final List<String> VERDICTS = List.of(Handoff.REJECTED, Handoff.DISQUALIFIED);

    /** For each detour the reasons that lead to it, by verdict. */
    Map<String, Map<String, Set<String>>> read(Section group) {
        Map<String, Map<String, Set<String>>> words = new LinkedHashMap<>();
        for (String key : group.keys()) {
            boolean own = VERDICTS.contains(key)
                    && group.node(key).filter(MapNode.class::isInstance).isPresent();
            if (own) {
                group.section(key)
                        .ifPresent(list -> list.keys().forEach(word -> read(list, word, List.of(key), words)));
            } else {
                read(group, key, VERDICTS, words);
            }
        }
        return words;
    }

    private void read(Section list, String word, List<String> verdicts, Map<String, Map<String, Set<String>>> words) {
        list.text(word).ifPresent(detour -> {
            if (!detours.contains(detour)) {
                list.valueProblem(word, "there is no detour " + Words.quoted(detour), Words.nearest(detour, detours));
            }
            verdicts.forEach(verdict -> words.computeIfAbsent(detour, d -> new LinkedHashMap<>())
                    .computeIfAbsent(verdict, v -> new TreeSet<>())
                    .add(word));
        });
    }
}
