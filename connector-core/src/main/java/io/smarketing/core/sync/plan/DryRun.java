package io.smarketing.core.sync.plan;

import io.smarketing.core.crm.open.Sleeper;
import io.smarketing.core.person.PersonBook;
import io.smarketing.core.sync.Party;
import io.smarketing.core.sync.loop.BlastRadius.GuardStop;
import io.smarketing.core.sync.loop.BlastRadius.Limits;
import io.smarketing.core.sync.loop.MappingMismatch;
import io.smarketing.core.sync.loop.Rounds;
import io.smarketing.core.sync.loop.RunGuard;
import io.smarketing.core.sync.loop.SyncLoop;
import io.smarketing.core.sync.loop.Workspace;
import io.smarketing.core.sync.write.Tally;
import java.util.List;
import java.util.Map;

/** One round as it would be: the same passes, on CRMs that only note what they are to write. */
public final class DryRun {

    private final Notes notes;
    private final SyncLoop loop;
    private final PersonBook book;

    /**
     * @param space its books are written: they are a copy, to be thrown away
     * @param most so many changes are told in full
     * @throws MappingMismatch if the mapping does not fit the CRMs as they are
     */
    public DryRun(Workspace space, int most, Sleeper sleeper) throws MappingMismatch {
        this.notes = new Notes(
                most,
                Map.of(
                        space.first().id(), space.first().crm().reader(),
                        space.second().id(), space.second().crm().reader()),
                space.mapping().own());
        this.book = space.book();
        Workspace noting = new Workspace(
                noting(space.first(), space.book()),
                noting(space.second(), space.book()),
                space.mapping(),
                space.book(),
                new NotingLedger(space.ledger(), notes),
                space.newIds(),
                space.listener());
        this.loop = new SyncLoop(List.of(new Rounds(noting)), sleeper, space.listener());
    }

    private Party noting(Party party, PersonBook book) {
        return new Party(new NotingCrm(party.crm(), book, notes), party.types(), party.newType());
    }

    /**
     * The plan of one round, past the point at which a guard would stop it.
     *
     * @param limits what the guard is held to
     */
    public Plan plan(Limits limits) throws InterruptedException {
        RunGuard guard = new RunGuard(limits.lifted());
        try {
            Tally tally = loop.once(guard);
            while (loop.isSweeping()) {
                tally = tally.plus(loop.once(guard));
            }
            return new Plan(
                    tally.people(),
                    tally.linked(),
                    notes.writes(),
                    notes.stages(),
                    notes.first(),
                    guard.of(book).objection(limits));
        } catch (GuardStop e) {
            throw new IllegalStateException("a guard without limits has stopped", e);
        }
    }
}
