package io.smarketing.core.sync.loop;

import io.smarketing.core.crm.Schema;
import io.smarketing.core.crm.record.CrmId;
import io.smarketing.core.mapping.Mapping;
import io.smarketing.core.person.PersonBook;
import io.smarketing.core.person.PersonId;
import io.smarketing.core.sync.Ledger;
import io.smarketing.core.sync.Party;
import io.smarketing.core.sync.watch.Watch;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Two CRMs, what the mapping says of them, and the books: all that the engine needs.
 *
 * @param first listed by the first load while the second, surveyed before, is written
 * @param second surveyed first
 * @param newIds gives ids for new people
 * @param watch there if something is promised
 */
public record Workspace(
        Party first,
        Party second,
        Mapping mapping,
        PersonBook book,
        Ledger ledger,
        Supplier<PersonId> newIds,
        SyncListener listener,
        Optional<Watch> watch) {

    /** What each CRM has. */
    Map<CrmId, Schema> schemas() {
        return Map.of(
                first.id(), first.crm().schema(), second.id(), second.crm().schema());
    }

    /** Nothing is promised. */
    public Workspace(
            Party first,
            Party second,
            Mapping mapping,
            PersonBook book,
            Ledger ledger,
            Supplier<PersonId> newIds,
            SyncListener listener) {
        this(first, second, mapping, book, ledger, newIds, listener, Optional.empty());
    }
}
