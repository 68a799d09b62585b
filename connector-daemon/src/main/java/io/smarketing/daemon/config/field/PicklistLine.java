package io.smarketing.daemon.config.field;

import io.smarketing.core.mapping.Codecs;
import io.smarketing.daemon.config.field.CodecLine.Named;
import io.smarketing.daemon.config.yaml.Section;
import io.smarketing.daemon.config.yaml.Words;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Reads a dictionary of one CRM's options, {@code picklist: {CRM's value: ours}}, and its way back. */
final class PicklistLine {

    private static final String BACK = "way-back";

    private final Section codec;
    private final boolean written;

    /** @param written the field is written to this CRM, so that each of our values needs one of the CRM's */
    PicklistLine(Section codec, boolean written) {
        this.codec = codec;
        this.written = written;
    }

    Optional<Named> read() {
        Optional<Map<String, String>> read =
                codec.section("picklist", "'picklist'").map(PicklistLine::texts);
        Map<String, String> back =
                codec.section(BACK, "'" + BACK + "'").map(PicklistLine::texts).orElse(Map.of());
        return read.map(in -> {
            Map<String, String> out = wayBack(in, back);
            return new Named(Codecs.picklist(in, out), "picklist " + new TreeMap<>(in) + new TreeMap<>(out));
        });
    }

    private static Map<String, String> texts(Section group) {
        Map<String, String> texts = new LinkedHashMap<>();
        for (String key : group.keys()) {
            Optional<String> value = group.text(key);
            group.keyText(key).ifPresent(k -> value.ifPresent(v -> texts.put(k, v)));
        }
        return texts;
    }

    private Map<String, String> wayBack(Map<String, String> in, Map<String, String> named) {
        Map<String, List<String>> candidates = new LinkedHashMap<>();
        in.forEach((theirs, ours) ->
                candidates.computeIfAbsent(ours, o -> new ArrayList<>()).add(theirs));
        checkNamed(candidates, named);
        Map<String, String> out = new LinkedHashMap<>();
        candidates.forEach((ours, theirs) -> {
            if (theirs.size() == 1) {
                out.put(ours, theirs.get(0));
            } else if (named.containsKey(ours)) {
                out.put(ours, named.get(ours));
            } else if (written) {
                codec.problem(
                        "picklist",
                        String.join(" and ", theirs.stream().map(Words::quoted).toList()) + " become one "
                                + Words.quoted(ours) + ", so the way back is not clear: name it, '" + BACK + ": {"
                                + ours + ": "
                                + theirs.get(0) + "}', or give the field one direction");
            }
        });
        return out;
    }

    private void checkNamed(Map<String, List<String>> candidates, Map<String, String> named) {
        named.forEach((ours, theirs) -> {
            if (!candidates.getOrDefault(ours, List.of()).contains(theirs)) {
                codec.problem(
                        BACK,
                        "the way back from " + Words.quoted(ours) + " to " + Words.quoted(theirs)
                                + " is not in the picklist map, which reads no " + Words.quoted(theirs) + " as "
                                + Words.quoted(ours));
            }
        });
    }
}
