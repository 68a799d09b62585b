package io.smarketing.daemon.command.explain;

import io.smarketing.core.crm.record.Subject;
import io.smarketing.core.report.Archive;
import io.smarketing.core.report.Archive.Found;
import io.smarketing.core.sync.Ledger;
import io.smarketing.daemon.config.Configuration;
import io.smarketing.store.SqliteStore;
import io.smarketing.store.SubjectBooks;
import java.util.ArrayList;
import java.util.List;

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
}
