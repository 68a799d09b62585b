package io.smarketing.daemon.command.validate;

import io.smarketing.core.crm.record.CrmId;
import io.smarketing.core.mapping.Mapping;
import io.smarketing.daemon.command.Counted;
import io.smarketing.daemon.command.FieldWords;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What is kept in step beside people, in numbers.
 *
 * @param directions fields per direction
 * @param entry named lines per CRM that its records have to meet
 */
record SubjectSummary(int fields, Map<String, Integer> directions, Map<String, Integer> entry) {

    static SubjectSummary of(Mapping mapping, Collection<CrmId> crms) {
        Map<String, Integer> directions = new TreeMap<>();
        mapping.rules().forEach(r -> directions.merge(FieldWords.direction(r, crms), 1, Integer::sum));
        Map<String, Integer> entry = new LinkedHashMap<>();
        crms.forEach(crm ->
                entry.put(crm.name(), Summary.lines(mapping.entry().get(crm)).size()));
        return new SubjectSummary(mapping.rules().size(), directions, entry);
    }

    /** The same as one line. */
    String text() {
        return Counted.of(fields, "field") + " (" + joined(directions) + "); entry lines: " + joined(entry);
    }

    private static String joined(Map<String, Integer> counts) {
        return counts.entrySet().stream()
                .map(e -> e.getValue() + " " + e.getKey())
                .collect(Collectors.joining(", "));
    }
}
