package io.smarketing.core.sync.loop;

import io.smarketing.core.crm.failure.CrmException;
import io.smarketing.core.crm.failure.Reaction;
import io.smarketing.core.crm.open.Sleeper;
import io.smarketing.core.crm.record.CrmId;
import io.smarketing.core.crm.record.RecordRef;
import io.smarketing.core.sync.loop.BlastRadius.GuardStop;
import io.smarketing.core.sync.write.Tally;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A round, and again, until both sides are in step; the only place that reacts to a failed call. */
public final class SyncLoop {

    /** Rounds after which two CRMs that still move are a case for a person. */
    public static final int MOST_ROUNDS = 10;

    private static final int MOST_FAILURES = 5;
    private static final Duration FIRST_WAIT = Duration.ofSeconds(5);
    /** Who is asked to wait longer looks again before: a wait that long is as likely a mistake. */
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(15);

    private final List<Rounds> rounds;
    private final Sleeper sleeper;
    private final SyncListener listener;

    /** @param rounds of each subject, in the order in which they are kept in step */
    public SyncLoop(List<Rounds> rounds, Sleeper sleeper, SyncListener listener) {
        this.rounds = List.copyOf(rounds);
        this.sleeper = sleeper;
        this.listener = listener;
    }

    /** Has the next round go through everybody, of each CRM of which the last listing began before that time. */
    public void sweep(Instant listedBefore) {
        rounds.forEach(r -> r.sweep(listedBefore));
    }

    /**
     * Rounds until one writes nothing, at most {@link #MOST_ROUNDS}.
     *
     * @throws CrmException if a CRM refuses us, or stays out of reach
     */
    public Result untilInStep(RunGuard guard) throws GuardStop, InterruptedException {
        Tally all = Tally.NONE;
        Tally last = Tally.NONE;
        for (int round = 1; round <= MOST_ROUNDS; round++) {
            last = once(guard);
            all = all.plus(last);
            listener.round(round, last);
            if (last.writes() == 0) {
                return new Result(true, round, all, last);
            }
        }
        return new Result(false, MOST_ROUNDS, all, last);
    }

    /**
     * Rounds as of {@link #untilInStep}, and until no sweep is under way: for who can wait until a CRM has its list ready.
     *
     * @throws CrmException if a CRM refuses us, or stays out of reach
     */
    public Result untilSwept(RunGuard guard) throws GuardStop, InterruptedException {
        Result result = untilInStep(guard);
        while (result.inStep() && isSweeping()) {
            result = result.plus(untilInStep(guard));
        }
        return result;
    }

    /** True while a sweep is under way: it goes on with the next round. */
    public boolean isSweeping() {
        return rounds.stream().anyMatch(Rounds::isSweeping);
    }

    /**
     * One round of each subject, and on until no sweep is under way but those that wait for their CRM: so a sweep of one
     * holds up no other. A round that breaks off on a failed call goes on where it was.
     *
     * @throws CrmException if a CRM refuses us, or stays out of reach
     */
    public Tally once(RunGuard guard) throws GuardStop, InterruptedException {
        Tally tally = Tally.NONE;
        do {
            tally = tally.plus(each(r -> r.round(guard.of(r.book()))));
        } while (rounds.stream().anyMatch(Rounds::sweepsOn));
        return tally;
    }

    /**
     * What these CRMs have to tell now, and the records that they hinted at, without a round over both; one that breaks
     * off goes on where it was.
     *
     * @throws CrmException if a CRM refuses us, or stays out of reach
     */
    public Tally hinted(Map<CrmId, Set<RecordRef>> hints, RunGuard guard) throws GuardStop, InterruptedException {
        Tally tally = Tally.NONE;
        for (Map.Entry<CrmId, Set<RecordRef>> hint : hints.entrySet()) {
            tally = tally.plus(each(r -> concerns(r, hint.getValue())
                    ? r.hinted(hint.getKey(), hint.getValue(), guard.of(r.book()))
                    : Tally.NONE));
        }
        listener.followed(tally);
        return tally;
    }

    /**
     * A subject is asked for what was hinted at of it or of one that it points at; each where nothing is named, or what
     * is no subject's: a field of a person may be taken from there.
     */
    private boolean concerns(Rounds subject, Set<RecordRef> refs) {
        List<Rounds> upToHere = rounds.subList(0, rounds.indexOf(subject) + 1);
        return refs.isEmpty()
                || refs.stream()
                        .anyMatch(ref -> upToHere.stream().anyMatch(r -> r.keeps(ref))
                                || rounds.stream().noneMatch(r -> r.keeps(ref)));
    }

    /** What may break off on a failed call, and be taken up again. */
    @FunctionalInterface
    private interface Turn {
        Tally of(Rounds subject) throws GuardStop;
    }

    /** A turn of each subject. What is refused to one, or stopped by its guard, ends this when all have had their turn. */
    private Tally each(Turn turn) throws GuardStop, InterruptedException {
        Tally tally = Tally.NONE;
        Optional<GuardStop> stopped = Optional.empty();
        Optional<CrmException> refused = Optional.empty();
        for (Rounds subject : rounds) {
            try {
                tally = tally.plus(patiently(turn, subject));
            } catch (GuardStop e) {
                stopped = stopped.or(() -> Optional.of(e));
            } catch (CrmException e) {
                if (mayPass(e)) {
                    throw e;
                }
                refused = refused.or(() -> Optional.of(e));
            }
        }
        if (refused.isPresent()) {
            throw refused.get();
        }
        if (stopped.isPresent()) {
            throw stopped.get();
        }
        return tally;
    }

    private Tally patiently(Turn turn, Rounds subject) throws GuardStop, InterruptedException {
        for (int failures = 1; ; failures++) {
            try {
                return turn.of(subject);
            } catch (CrmException e) {
                listener.failed(e.kind());
                await(e, failures);
            }
        }
    }

    private static boolean mayPass(CrmException failure) {
        return failure.kind().reaction() == Reaction.RETRY_CALL
                || failure.kind().reaction() == Reaction.SETTLE_AGAIN;
    }

    private void await(CrmException failure, int failures) throws InterruptedException {
        if (!mayPass(failure) || failures >= MOST_FAILURES) {
            throw failure;
        }
        Duration wait = failure.waitFor().orElse(FIRST_WAIT.multipliedBy(1L << (failures - 1)));
        Duration bearable = wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait;
        listener.waiting(bearable, failure.getMessage());
        sleeper.sleep(bearable);
    }

    /**
     * How it ended.
     *
     * @param inStep the last round wrote nothing
     * @param all what all rounds did
     * @param last what the last round did: the fields that still move, if it is not in step
     */
    public record Result(boolean inStep, int rounds, Tally all, Tally last) {

        /** Both in one, which ended as the later did. */
        public Result plus(Result later) {
            return new Result(later.inStep, rounds + later.rounds, all.plus(later.all), later.last);
        }
    }
}
