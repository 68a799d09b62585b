package io.smarketing.testkit.books;

import io.smarketing.core.person.PersonBook;
import io.smarketing.core.report.Overview;
import io.smarketing.core.sync.Ledger;

/** A store that a contract suite has open. */
public record OpenBooks(PersonBook people, Ledger ledger, Overview overview, Runnable end) implements AutoCloseable {

    @Override
    public void close() {
        end.run();
    }
}
