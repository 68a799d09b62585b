package io.smarketing.daemon.command.explain;

import io.smarketing.core.crm.record.Subject;
import io.smarketing.core.person.Person;
import io.smarketing.core.report.Archive;
import io.smarketing.core.report.Archive.Found;
import io.smarketing.core.sync.Ledger;
import io.smarketing.daemon.command.CommandFailure;
import io.smarketing.daemon.command.ExitCode;
import io.smarketing.daemon.config.Configuration;
import io.smarketing.store.SqliteStore;
import io.smarketing.store.SubjectBooks;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The books of one subject, and who or what was found in them. */
public record Shelf(Subject subject, Archive archive, Ledger ledger, Found found) {

    /** Looks through the books of every subject that is mapped; a shelf on which nothing was found is left out. */
    public static List<Shelf> search(Configuration configuration, SqliteStore store, String asked) {
        List<Shelf> shelves = new ArrayList<>();
        configuration.mappings().forEach((subject, mapping) -> {
            SubjectBooks books = store.of(subject);
            Archive archive = new Archive(mapping, books.book(), books.ledger(), books.overview());
            Found found = asked.isEmpty() ? new Found(List.of(), List.of(), false) : archive.find(asked);
            if (!found.isNothing()) {
                shelves.add(new Shelf(subject, archive, books.ledger(), found));
            }
        });
        return shelves;
    }

    /** The one person that is meant, where what is noted about them stands for good; empty if nobody is known so. */
    public static Optional<Person> onePerson(Configuration configuration, SqliteStore store, String asked) {
        List<Person> found = search(configuration, store, asked.strip()).stream()
                .filter(s -> s.subject() == Subject.PEOPLE)
                .flatMap(s -> s.found().people().stream())
                .toList();
        if (found.size() > 1) {
            throw new CommandFailure(
                    ExitCode.FAILED, found.size() + " are known so: name the one by our id, which `explain` tells.");
        }
        return found.stream().findFirst();
    }
}
