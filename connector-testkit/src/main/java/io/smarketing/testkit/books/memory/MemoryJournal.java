package io.smarketing.testkit.books.memory;

import io.smarketing.core.journal.JournalLine;
import io.smarketing.core.journal.JournalLine.Event;
import io.smarketing.core.lead.FieldName;
import io.smarketing.core.person.PersonId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The journal as a list, the oldest line first. */
public final class MemoryJournal {

    private final List<JournalLine> lines = new ArrayList<>();

    public void add(Collection<JournalLine> news) {
        lines.addAll(news);
    }

    /** The lines of these people go. */
    public void forget(Collection<PersonId> people) {
        lines.removeIf(l -> people.contains(l.person()));
    }

    public List<JournalLine> all() {
        return List.copyOf(lines);
    }

    /** The newest first. */
    public List<JournalLine> of(PersonId person, int most) {
        List<JournalLine> theirs = new ArrayList<>(
                lines.stream().filter(l -> l.person().equals(person)).toList());
        Collections.reverse(theirs);
        return theirs.stream().limit(most).toList();
    }

    public Map<Event, Map<FieldName, Long>> leftAlone() {
        Map<Event, Map<FieldName, Long>> counts = new TreeMap<>();
        lines.stream()
                .filter(l -> l.event() == Event.DRIFT || l.event() == Event.LEFT_DIFFERENT)
                .forEach(l -> l.fields()
                        .forEach(f -> counts.computeIfAbsent(l.event(), e -> new TreeMap<>())
                                .merge(f, 1L, Long::sum)));
        return counts;
    }
}
