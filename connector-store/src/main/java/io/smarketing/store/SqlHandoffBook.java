package io.smarketing.store;

import io.smarketing.core.handoff.HandoffBook;
import io.smarketing.core.handoff.Snapshot;
import io.smarketing.core.handoff.Testimony;
import io.smarketing.core.person.PersonId;
import io.smarketing.store.handoff.HandoffLedger;
import java.util.List;

/** The ledger of handoffs over the tables. */
record SqlHandoffBook(Books books) implements HandoffBook {

    @Override
    public void freeze(List<Snapshot> leads) {
        if (!leads.isEmpty()) {
            books.change(rows -> new HandoffLedger(rows).freeze(leads));
        }
    }

    @Override
    public List<Testimony> said(PersonId person) {
        return books.ask(rows -> new HandoffLedger(rows).of(person));
    }

    @Override
    public List<Snapshot> frozen(PersonId person) {
        return books.ask(rows -> new HandoffLedger(rows).frozen(person));
    }
}
