package io.smarketing.core.sync.loop;

import io.smarketing.core.crm.ChangePage;
import io.smarketing.core.crm.Cursor;
import io.smarketing.core.crm.record.CrmId;
import io.smarketing.core.crm.record.RecordRef;
import io.smarketing.core.lifecycle.Lifecycle;
import io.smarketing.core.mapping.Dictionary;
import io.smarketing.core.mapping.NewRecord;
import io.smarketing.core.person.PersonBook;
import io.smarketing.core.sync.Bookmark;
import io.smarketing.core.sync.Ledger;
import io.smarketing.core.sync.Party;
import io.smarketing.core.sync.Route;
import io.smarketing.core.sync.loop.BlastRadius.GuardStop;
import io.smarketing.core.sync.room.Departures;
import io.smarketing.core.sync.room.Inquire;
import io.smarketing.core.sync.room.Listen;
import io.smarketing.core.sync.room.Recall;
import io.smarketing.core.sync.room.Recognise;
import io.smarketing.core.sync.room.Waves;
import io.smarketing.core.sync.settle.Settle;
import io.smarketing.core.sync.write.Delivery;
import io.smarketing.core.sync.write.Dispatch;
import io.smarketing.core.sync.write.Farewell;
import io.smarketing.core.sync.write.MissTasks;
import io.smarketing.core.sync.write.Resolve;
import io.smarketing.core.sync.write.Tally;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;

/**
 * Runs rounds: both routes, each until its CRM has nothing more to tell; the first time after a survey. What was put
 * aside before is tried once more by the first round, with the CRMs' fields as they are now.
 */
public final class Rounds {

    private static final int RETRIED_AT_ONCE = 1_000;

    /** Pages of a sweep. */
    private static final int SWEPT_AT_ONCE = 10;

    private final Workspace space;
    private final Ledger ledger;
    private final BooleanSupplier ended;
    private final Survey survey;
    private final Resolve resolve;
    private final Delivery delivery;
    private final MissTasks missTasks;
    private final CampaignReading campaigns;
    private final Map<CrmId, SyncPass> passes = new LinkedHashMap<>();
    private final Set<CrmId> retried = new HashSet<>();
    private final Set<CrmId> waiting = new HashSet<>();

    /** @throws MappingMismatch if the mapping does not fit the CRMs as they are */
    public Rounds(Workspace space) throws MappingMismatch {
        this(space, () -> false, Waves.apart());
    }

    /**
     * Rounds that may be ended from outside.
     *
     * @param ended asked between two pages, where nothing is in flight: a CancellationException is thrown if it is true
     * @param waves how pages are cut
     * @throws MappingMismatch if the mapping does not fit the CRMs as they are
     */
    public Rounds(Workspace space, BooleanSupplier ended, Waves waves) throws MappingMismatch {
        this.space = space;
        this.ended = ended;
        this.ledger = space.ledger();
        this.survey = new Survey(space.book(), ledger, space.listener(), this::betweenPages);
        Map<CrmId, Party> parties = Map.of(
                space.first().id(), space.first(),
                space.second().id(), space.second());
        Dictionary dictionary = new Dictionary(space.mapping(), space.schemas());
        Settle settle = new Settle(space.mapping(), newRecords(dictionary));
        this.resolve = new Resolve(parties, space.book(), ledger, settle, space.mapping());
        Lifecycle lifecycle = space.mapping().lifecycle();
        Recall recall = new Recall(space.book(), settle, lifecycle.won());
        Inquire inquire = new Inquire(parties, settle);
        this.delivery = new Delivery(parties(), space.book(), ledger, space.listener());
        this.missTasks = new MissTasks(parties(), ledger, space.listener());
        this.campaigns = new CampaignReading(parties(), ledger, space.listener());
        Dispatch dispatch = new Dispatch(parties, ledger, resolve, space.listener());
        Set<CrmId> deletions = space.mapping().carriedDeletions();
        for (Party from : parties()) {
            Party to = other(from);
            Listen near = new Listen(from, dictionary, lifecycle, space.book(), ledger);
            Listen far = new Listen(to, dictionary, lifecycle, space.book(), ledger);
            Recognise recognise = new Recognise(from, to, space.book(), far, settle, space.newIds());
            SyncPass.Rooms rooms = new SyncPass.Rooms(
                    new Departures(from, to, space.book(), ledger, far, settle),
                    near,
                    waves,
                    recognise,
                    inquire,
                    recall,
                    dispatch,
                    deletions.contains(from.id()) ? Optional.of(new Farewell(to)) : Optional.empty());
            passes.put(from.id(), new SyncPass(new Route(from.id(), to.id()), rooms, ledger));
        }
    }

    /**
     * One round: returns what it did. A mapping that changed since is adopted first, and swept for. A sweep goes on in
     * turn with what changes meanwhile.
     */
    public Tally round(BlastRadius guard) throws GuardStop {
        betweenPages();
        resolve.resolve(ledger.openIntents());
        new Adoption(space.mapping(), ledger).adopt(parties());
        prepareFirstLoad();
        Tally tally = Tally.NONE;
        for (Party from : parties()) {
            tally = tally.plus(route(from, guard)).plus(sweep(from, guard));
        }
        tally = tally.plus(new ClockTurn(space, passes, this::betweenPages).take(guard));
        delivery.deliver();
        space.watch().ifPresent(watch -> missTasks.show(watch.commitments()));
        campaigns.read();
        return tally;
    }

    /** True while a sweep is under way. */
    boolean isSweeping() {
        return parties().stream().anyMatch(this::isSwept);
    }

    /** True while a sweep is under way that need not wait until its CRM can go on with the list. */
    boolean sweepsOn() {
        return parties().stream().anyMatch(p -> isSwept(p) && !waiting.contains(p.id()));
    }

    /** True if records of that type are of this subject. */
    boolean keeps(RecordRef ref) {
        return parties().stream()
                .anyMatch(p -> p.id().equals(ref.crm()) && p.types().contains(ref.type()));
    }

    PersonBook book() {
        return space.book();
    }

    private List<Party> parties() {
        return List.of(space.first(), space.second());
    }

    private boolean isSwept(Party party) {
        return ledger.bookmark(party.id()).sweep().isPresent();
    }

    /**
     * Has the next round go through everybody, of each CRM of which the last listing began before that time: what no
     * feed has shown comes to light. A first load under way is left alone.
     */
    void sweep(Instant listedBefore) {
        for (Party party : parties()) {
            Bookmark mark = ledger.bookmark(party.id());
            Instant listed = mark.listed().orElse(Instant.MIN);
            if (mark.loaded() && listed.isBefore(listedBefore)) {
                ledger.move(mark.fromTheStart());
            }
        }
    }

    /**
     * What one CRM has to tell now, and the records that it hinted at. During a first load nothing: it comes to them.
     *
     * @param refs whatever the feed does not show yet is read by these; those of other subjects are left out
     */
    public Tally hinted(CrmId crm, Collection<RecordRef> refs, BlastRadius guard) throws GuardStop {
        betweenPages();
        if (isLoading(space.first()) || isLoading(space.second())) {
            return Tally.NONE;
        }
        resolve.resolve(ledger.openIntents());
        Party from = space.first().id().equals(crm) ? space.first() : space.second();
        List<RecordRef> ours = refs.stream().filter(this::keeps).toList();
        Tally told = route(from, guard);
        Instant readAt = ledger.bookmark(crm).lastRound().orElseThrow();
        Route route = new Route(crm, other(from).id());
        space.listener().listed(route, ours.size());
        Tally worked = passes.get(crm).hinted(ours, readAt, guard);
        space.listener().worked(route, Reading.CHANGES, worked);
        return told.plus(worked);
    }

    /** Where nothing is in flight. */
    private void betweenPages() {
        if (ended.getAsBoolean()) {
            throw new CancellationException("the rounds are to end");
        }
        Set<RecordRef> asked = ledger.erasuresAsked();
        if (!asked.isEmpty()) {
            space.listener().erased(ledger.erase(asked));
        }
    }

    private Tally route(Party from, BlastRadius guard) throws GuardStop {
        Tally tally = Tally.NONE;
        List<Instant> readAt = new ArrayList<>();
        Optional<Instant> lastRound = ledger.bookmark(from.id()).lastRound();
        if (from == space.second() && isLoading(from)) {
            survey.complete(other(from));
        }
        ChangePage page;
        do {
            betweenPages();
            page = from.crm().changes().read(ledger.bookmark(from.id()).pass());
            readAt.add(page.readAt());
            tally = tally.plus(work(from, page, isLoading(from) ? Reading.FIRST_LOAD : Reading.CHANGES, guard));
            ledger.move(ledger.bookmark(from.id()).passed(page));
        } while (!page.caughtUp());
        if (lastRound.isPresent() && retried.add(from.id())) {
            // with what a broken-off round put aside
            Instant upTo =
                    Collections.max(List.of(lastRound.get(), readAt.get(0).minusMillis(1)));
            tally = tally.plus(retry(from, upTo, page.readAt(), guard));
        }
        ledger.quota(from.id(), from.crm().quota());
        return tally;
    }

    /** Goes on with a sweep, not for long: what changes meanwhile is to be seen in time. */
    private Tally sweep(Party from, BlastRadius guard) throws GuardStop {
        Tally tally = Tally.NONE;
        waiting.remove(from.id());
        for (int pages = 0; pages < SWEPT_AT_ONCE && isSwept(from) && !waiting.contains(from.id()); pages++) {
            betweenPages();
            Cursor at = ledger.bookmark(from.id()).sweep().orElseThrow();
            ChangePage page = from.crm().changes().read(at);
            tally = tally.plus(work(from, page, Reading.SWEEP, guard));
            ledger.move(ledger.bookmark(from.id()).swept(page));
            if (page.next().equals(at)) {
                waiting.add(from.id());
            }
        }
        return tally;
    }

    /** Works a page that was read. */
    private Tally work(Party from, ChangePage page, Reading reading, BlastRadius guard) throws GuardStop {
        Route route = new Route(from.id(), other(from).id());
        space.listener().listed(route, page.changes().size());
        Tally worked = passes.get(from.id()).work(page, reading == Reading.FIRST_LOAD, guard);
        space.listener().worked(route, reading, worked);
        return worked;
    }

    private Tally retry(Party from, Instant upTo, Instant readAt, BlastRadius guard) throws GuardStop {
        Tally tally = Tally.NONE;
        List<RecordRef> aside = ledger.aside(from.id(), upTo, Optional.empty(), RETRIED_AT_ONCE);
        while (!aside.isEmpty()) {
            tally = tally.plus(passes.get(from.id()).retry(aside, readAt, guard));
            aside = ledger.aside(from.id(), upTo, Optional.of(aside.get(aside.size() - 1)), RETRIED_AT_ONCE);
        }
        space.listener().worked(new Route(from.id(), other(from).id()), Reading.CHANGES, tally);
        return tally;
    }

    /**
     * Before a first load writes: where one side is empty the other is loaded as it lists; else both are surveyed. Done
     * anew in each round, since a survey of an earlier one, or one that broke off, is no answer to a look-up.
     */
    private void prepareFirstLoad() {
        boolean bothLoad = isLoading(space.first()) && isLoading(space.second());
        if (bothLoad && (survey.isEmpty(space.second()) || survey.isEmpty(space.first()))) {
            return;
        }
        parties().stream().filter(this::isLoading).forEach(p -> survey.complete(other(p)));
    }

    private boolean isLoading(Party party) {
        return !ledger.bookmark(party.id()).loaded();
    }

    private List<NewRecord> newRecords(Dictionary dictionary) throws MappingMismatch {
        List<NewRecord> made = parties().stream()
                .map(p -> dictionary.newRecord(p.id(), p.newType(), p.crm().schema()))
                .toList();
        if (!dictionary.problems().isEmpty()) {
            throw new MappingMismatch(dictionary.problems());
        }
        return made;
    }

    private Party other(Party party) {
        return party == space.first() ? space.second() : space.first();
    }
}
