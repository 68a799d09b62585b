package io.smarketing.daemon.command.misses;

import io.smarketing.core.commitment.CommitmentBook.Breach;
import io.smarketing.core.commitment.Miss;
import io.smarketing.core.person.Holding;
import io.smarketing.core.person.Person;
import io.smarketing.core.person.PersonId;
import io.smarketing.daemon.command.Harmless;
import io.smarketing.store.SqliteStore;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** A miss with each broken promise that it is made up of. */
record MissStory(Miss miss, List<Broken> broken) {

    /** One of them, with the records of whom it was about. */
    record Broken(Breach breach, List<String> records) {}

    static MissStory of(Miss miss, SqliteStore store) {
        List<Breach> breaches = store.commitments().breaches(miss.id());
        Map<PersonId, Person> people =
                store.people().people(breaches.stream().map(Breach::person).collect(Collectors.toSet()));
        return new MissStory(
                miss,
                breaches.stream()
                        .map(b -> new Broken(b, records(Optional.ofNullable(people.get(b.person())))))
                        .toList());
    }

    private static List<String> records(Optional<Person> person) {
        return person.stream()
                .flatMap(p -> p.holdings().values().stream())
                .map(Holding::principal)
                .map(ref -> Harmless.text(ref.toString()))
                .toList();
    }
}
