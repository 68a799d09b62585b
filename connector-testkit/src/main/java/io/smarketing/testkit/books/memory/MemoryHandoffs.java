package io.smarketing.testkit.books.memory;

import io.smarketing.core.lifecycle.Moment;
import io.smarketing.core.lifecycle.TrackRecord;
import io.smarketing.core.person.Person;
import io.smarketing.core.person.PersonId;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The handoffs of all passes whose source is known, as a map. */
public final class MemoryHandoffs {

    private final Map<Pass, Handed> all = new HashMap<>();

    public void take(MemoryHandoffs other) {
        all.putAll(other.all);
    }

    public void store(List<Person> people) {
        for (Person person : people) {
            person.progress()
                    .handover()
                    .view()
                    .filter(v -> !v.source().isEmpty())
                    .ifPresent(v -> {
                        boolean accepted =
                                person.progress().handover().at(Moment.ACCEPTED).isPresent();
                        all.put(
                                new Pass(person.id(), person.progress().pass().number()),
                                new Handed(
                                        v.source(), accepted, person.progress().stage()));
                    });
        }
    }

    public void forget(Collection<PersonId> people) {
        all.keySet().removeIf(p -> people.contains(p.person()));
    }

    public Map<String, TrackRecord> records(Collection<String> sources, Set<String> won) {
        Map<String, TrackRecord> records = new LinkedHashMap<>();
        for (String source : sources) {
            List<Handed> theirs =
                    all.values().stream().filter(h -> h.source().equals(source)).toList();
            if (!theirs.isEmpty()) {
                long accepted = theirs.stream().filter(Handed::accepted).count();
                long bought =
                        theirs.stream().filter(h -> won.contains(h.stage())).count();
                records.put(source, new TrackRecord(theirs.size(), accepted, bought));
            }
        }
        return records;
    }

    /** One way of one person through the funnel. */
    private record Pass(PersonId person, int number) {}

    /** What became of it. */
    private record Handed(String source, boolean accepted, String stage) {}
}
