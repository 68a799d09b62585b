package io.smarketing.core.sync;

import io.smarketing.core.crm.record.RecordRef;
import io.smarketing.core.handoff.Testimony;
import io.smarketing.core.journal.JournalLine;
import io.smarketing.core.person.Person;
import io.smarketing.core.person.PersonId;
import io.smarketing.core.person.Sighting;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * All that one wave changed in the books, to be stored in one transaction.
 *
 * @param people as they stand now
 * @param sightings records seen, linked or not
 * @param answered ids of the intents that are resolved
 * @param cleared records of which nothing is aside any more, before {@code parked} is added
 * @param forgotten people who turned out to be others, and who goes on for each: their records stand with these now
 */
public record WaveRecord(
        List<Person> people,
        List<Sighting> sightings,
        Set<Long> answered,
        Set<RecordRef> cleared,
        List<Parked> parked,
        List<JournalLine> journal,
        Map<PersonId, PersonId> forgotten,
        List<Testimony> testimonies) {

    public WaveRecord {
        people = List.copyOf(people);
        sightings = List.copyOf(sightings);
        answered = Set.copyOf(answered);
        cleared = Set.copyOf(cleared);
        parked = List.copyOf(parked);
        journal = List.copyOf(journal);
        forgotten = Map.copyOf(forgotten);
        testimonies = List.copyOf(testimonies);
    }

    /** Nothing is testified to. */
    public WaveRecord(
            List<Person> people,
            List<Sighting> sightings,
            Set<Long> answered,
            Set<RecordRef> cleared,
            List<Parked> parked,
            List<JournalLine> journal,
            Map<PersonId, PersonId> forgotten) {
        this(people, sightings, answered, cleared, parked, journal, forgotten, List.of());
    }

    /** The same, and what CRMs said of when things in handoffs happened. */
    public WaveRecord with(List<Testimony> said) {
        return new WaveRecord(people, sightings, answered, cleared, parked, journal, forgotten, said);
    }

    /** Nobody is forgotten. */
    public WaveRecord(
            List<Person> people,
            List<Sighting> sightings,
            Set<Long> answered,
            Set<RecordRef> cleared,
            List<Parked> parked,
            List<JournalLine> journal) {
        this(people, sightings, answered, cleared, parked, journal, Map.of());
    }
}
