package io.smarketing.daemon.cel;

import io.smarketing.core.lead.Fields;
import io.smarketing.core.mapping.EntryCondition;
import java.util.List;
import java.util.Optional;

/** Named lines that must all hold for a record to enter. */
public record EntryLines(List<Line> lines) implements EntryCondition {

    public EntryLines {
        lines = List.copyOf(lines);
    }

    @Override
    public Optional<String> failing(Fields neutral) {
        return lines.stream().filter(l -> !l.holds(neutral)).map(Line::name).findFirst();
    }
}
