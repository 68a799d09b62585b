package io.smarketing.core.sync.write;

import io.smarketing.core.crm.Lane;
import io.smarketing.core.crm.WriteCommand;
import io.smarketing.core.crm.WriteOutcome;
import io.smarketing.core.crm.WriteOutcome.Gone;
import io.smarketing.core.crm.WriteOutcome.Refused;
import io.smarketing.core.crm.WriteOutcome.Written;
import io.smarketing.core.crm.record.RecordRef;
import io.smarketing.core.person.Person;
import io.smarketing.core.person.PersonId;
import io.smarketing.core.sync.Parked;
import io.smarketing.core.sync.Party;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Carries deletions over. It needs no intents: until the books have it that a person left, the feed's deletion is worked
 * again, and deleting what is gone is no deletion.
 */
public final class Farewell {

    private final Party to;

    public Farewell(Party to) {
        this.to = to;
    }

    /**
     * What came of it.
     *
     * @param carried people whose record is deleted
     * @param unknown people of whom it is not known
     * @param parked records that are not to be deleted
     */
    public record Outcome(Set<PersonId> carried, Set<PersonId> unknown, List<Parked> parked) {

        /** Nothing was deleted. */
        public static final Outcome NONE = new Outcome(Set.of(), Set.of(), List.of());
    }

    /** Deletes these people's records. */
    public Outcome carry(List<Person> people, Instant at) {
        if (people.isEmpty()) {
            return Outcome.NONE;
        }
        List<RecordRef> refs = people.stream()
                .map(p -> p.in(to.id()).orElseThrow().principal())
                .toList();
        List<WriteOutcome> outcomes = to.crm()
                .writer()
                .write(refs.stream()
                        .<WriteCommand>map(ref -> new WriteCommand.Delete(ref, Lane.FIELDS))
                        .toList());
        Set<PersonId> carried = new LinkedHashSet<>();
        Set<PersonId> unknown = new LinkedHashSet<>();
        List<Parked> parked = new ArrayList<>();
        for (int i = 0; i < outcomes.size(); i++) {
            PersonId person = people.get(i).id();
            if (outcomes.get(i) instanceof Written || outcomes.get(i) instanceof Gone) {
                carried.add(person);
            } else if (outcomes.get(i) instanceof Refused r) {
                String sentence = "It was deleted on the other side and cannot be deleted here: " + r.sentence();
                parked.add(new Parked(refs.get(i), to.id(), Optional.empty(), r.kind(), sentence, "", at));
            } else {
                unknown.add(person);
            }
        }
        return new Outcome(carried, unknown, parked);
    }
}
