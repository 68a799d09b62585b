package io.smarketing.daemon.serve;

import io.smarketing.core.crm.failure.CrmException;
import io.smarketing.core.crm.failure.FailureKind;
import io.smarketing.core.crm.failure.Reaction;
import io.smarketing.core.crm.record.CrmId;
import io.smarketing.core.crm.record.RecordRef;
import io.smarketing.core.sync.loop.BlastRadius.GuardStop;
import io.smarketing.core.sync.loop.MappingMismatch;
import io.smarketing.core.sync.loop.RunGuard;
import io.smarketing.core.sync.loop.SyncLoop.Result;
import io.smarketing.daemon.config.InvalidConfiguration;
import io.smarketing.daemon.wiring.Ending;
import io.smarketing.daemon.wiring.Wiring;
import io.smarketing.store.file.StoreException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;

/**
 * Keeps two CRMs in step until the end is wished: a run, a rest, and again. A run that fails is made again after a pause
 * that grows; what it needs is opened afresh unless it passes by itself.
 */
public final class Keeper implements AutoCloseable {

    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(5);
    private static final int MOST_DOUBLINGS = 10;
    /** What is parked may wait for an admin's change of the schema, which no feed tells. */
    private static final Duration LOOK_FOR_PARKED = Duration.ofMinutes(5);
    /** New owners, and fields made longer before anything is parked for them. */
    private static final Duration LOOK_ANYWAY = Duration.ofHours(1);
    /** Many hints are followed as one: a CRM that is edited all day long must not use up the day's calls. */
    private static final Duration BETWEEN_HINTS = Duration.ofSeconds(3);

    private final Opening opening;
    private final Watchers watchers;
    private final Ending ending;
    private final InstantSource clock;
    private Optional<Wiring> opened = Optional.empty();
    private boolean everOpened;
    private boolean parked;
    private Instant schemasRead = Instant.EPOCH;
    private Instant sweepAsked = Instant.EPOCH;
    private Duration polling;
    private int failures;
    private Optional<RunGuard> guard = Optional.empty();

    /** @param polling the rest between two runs, and the first pause after a failure */
    public Keeper(Opening opening, Watchers watchers, Ending ending, InstantSource clock, Duration polling) {
        this.opening = opening;
        this.watchers = watchers;
        this.ending = ending;
        this.clock = clock;
        this.polling = polling;
        watchers.doorbell().heardBy(ending::nudge);
        watchers.hints().heardBy(ending::hint);
    }

    /** What a run does with what is open. */
    @FunctionalInterface
    private interface Task {
        void work(Wiring wiring) throws GuardStop, InterruptedException;
    }

    /**
     * Runs until the end is wished.
     *
     * @throws GuardStop if a run would do more than the guards allow
     * @throws StoreException if the store cannot be opened to begin with
     */
    public void keep() throws GuardStop {
        try {
            while (!ending.isWished()) {
                Duration rest = run(this::round);
                Instant due = clock.instant().plus(rest);
                while (rests(rest, due)) {
                    rest = run(this::follow);
                }
            }
        } catch (InterruptedException | CancellationException e) {
            watchers.events().note("stopping");
        }
    }

    /** Rests until the next round is due; returns true if hints are to be followed before that, never after a failure. */
    private boolean rests(Duration rest, Instant due) throws InterruptedException {
        Duration left = Duration.between(clock.instant(), due);
        Duration most = failures > 0 || left.compareTo(rest) > 0 ? rest : left;
        watchers.health().rests(most.isNegative() ? Duration.ZERO : most);
        return ending.rest(failures > 0 ? most : BETWEEN_HINTS, most) && failures == 0;
    }

    /** What all runs work on: opened now if it is not open. */
    public Wiring open() throws InvalidConfiguration, MappingMismatch {
        // what is opened or renewed tries all that is parked
        boolean asked = watchers.doorbell().answered();
        if (opened.isEmpty()) {
            Wiring wiring = opening.open(watchers.listeners());
            opened = Optional.of(wiring);
            everOpened = true;
            opened(wiring);
            watchers.events().note("opened", "accounts", wiring.accountNames());
        } else if (asked || isRenewalDue()) {
            opened.get().renew();
            opened(opened.get());
        }
        return opened.get();
    }

    private void opened(Wiring wiring) {
        schemasRead = clock.instant();
        polling = wiring.polling();
        watchers.metrics().counting(wiring.crms());
        watchers.push().open(wiring.crms(), wiring::erase);
    }

    private boolean isRenewalDue() {
        return !clock.instant().isBefore(schemasRead.plus(parked ? LOOK_FOR_PARKED : LOOK_ANYWAY));
    }

    /** Rounds until both are in step, and what was hinted at meanwhile. */
    private void round(Wiring wiring) throws GuardStop, InterruptedException {
        sweepIfDue(wiring);
        guard = Optional.of(wiring.guard(false, false));
        Result result = wiring.loop().untilInStep(guard.get());
        var causes = wiring.overview().parkedByCause();
        parked = !causes.isEmpty();
        watchers.metrics().parked(causes);
        watchers.metrics().promises(wiring.promises());
        watchers.metrics().unsent(wiring.outgoing().unsent());
        if (!result.inStep()) {
            watchers.health().moving(result.last().fields());
        }
        follow(wiring);
    }

    /** Whatever changes between two rounds counts as one run: a flood does not pass a guard because it comes in drops. */
    private void follow(Wiring wiring) throws GuardStop, InterruptedException {
        Map<CrmId, Set<RecordRef>> hints = watchers.hints().take();
        if (!hints.isEmpty()) {
            wiring.loop().hinted(hints, guard.orElseGet(() -> wiring.guard(false, false)));
        }
    }

    /** One run; returns how long to rest after it. */
    private Duration run(Task task) throws GuardStop, InterruptedException {
        watchers.health().began();
        try {
            Wiring wiring = ready();
            wiring.outgoing().send();
            task.work(wiring);
            failures = 0;
            return polling;
        } catch (CrmException e) {
            return failed(e);
        } catch (MappingMismatch e) {
            return unwell("mapping", "The mapping does not fit the CRMs: " + e.getMessage(), Remedies.MAPPING);
        } catch (InvalidConfiguration e) {
            return unwell("configuration", e.getMessage(), Remedies.CONFIGURATION);
        } catch (StoreException e) {
            if (!everOpened) {
                throw e;
            }
            return unwell("store", e.getMessage(), Remedies.NAMED);
        } catch (CancellationException e) {
            throw e;
        } catch (RuntimeException e) {
            watchers.events().bug(e);
            return unwell("bug", "An error in the program: " + e.getClass().getSimpleName() + ".", Remedies.BUG);
        }
    }

    /** Asked for once, whatever the CRMs' clocks say; what has begun since it was due needs no asking. */
    private void sweepIfDue(Wiring wiring) {
        wiring.sweep()
                .map(s -> s.lastDue(clock.instant()))
                .filter(sweepAsked::isBefore)
                .ifPresent(due -> {
                    sweepAsked = due;
                    wiring.loop().sweep(due);
                });
    }

    /** A failed call of a run is counted by the loop that makes it; one that opens a CRM is counted here. */
    private Wiring ready() throws InvalidConfiguration, MappingMismatch {
        try {
            return open();
        } catch (CrmException e) {
            watchers.metrics().failed(e.kind());
            throw e;
        }
    }

    private Duration failed(CrmException failure) {
        FailureKind kind = failure.kind();
        if (kind.reaction() == Reaction.RETRY_CALL || kind.reaction() == Reaction.SETTLE_AGAIN) {
            watchers.health().waits(failure.getMessage());
        } else {
            close();
            watchers.health().fails(failure.getMessage(), Remedies.of(kind));
        }
        return pause();
    }

    private Duration unwell(String kind, String sentence, String remedy) {
        close();
        watchers.metrics().failed(kind);
        watchers.health().fails(sentence, remedy);
        return pause();
    }

    /** Twice as long after each failure. */
    private Duration pause() {
        Duration pause = polling.multipliedBy(1L << Math.min(failures, MOST_DOUBLINGS));
        failures++;
        return pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause;
    }

    /** Closes what is open; the next run opens it again. */
    @Override
    public void close() {
        watchers.push().close();
        Optional<Wiring> before = opened;
        opened = Optional.empty();
        try {
            before.ifPresent(Wiring::close);
        } catch (RuntimeException e) {
            // what could not be closed is no reason not to open it again
            watchers.events().bug(e);
        }
    }
}
