package io.smarketing.store;

import io.smarketing.core.person.PersonBook;
import io.smarketing.core.report.Overview;
import io.smarketing.core.sync.Ledger;
import io.smarketing.core.sync.watch.ClockBook;

/** The books of one subject. */
public record SubjectBooks(PersonBook book, Ledger ledger, Overview overview, ClockBook clocks) {

    static SubjectBooks of(Books books) {
        return new SubjectBooks(
                new SqlPersonBook(books), new SqlLedger(books), new SqlOverview(books), new SqlClockBook(books));
    }
}
