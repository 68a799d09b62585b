package io.smarketing.daemon.serve;

import io.smarketing.core.crm.record.CrmId;
import io.smarketing.core.sync.Route;
import io.smarketing.core.sync.loop.Reading;
import io.smarketing.core.sync.loop.SyncListener;
import io.smarketing.core.sync.write.Tally;
import io.smarketing.daemon.serve.Condition.Status;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;

/** Tells at any time how the daemon is, from what it hears of the sync and of failed runs. */
public final class Health implements SyncListener {

    /** A run that takes no longer is no catching up. */
    private static final Duration MOMENT = Duration.ofMinutes(1);
    /** Somebody should know of a CRM that keeps us waiting longer. */
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    /** A page takes a minute at most; who hears nothing so long, beyond a rest, should look. */
    private static final Duration SILENCE = Duration.ofMinutes(5);

    private final InstantSource clock;
    private final BiConsumer<Condition, Condition> changes;
    private final Map<Route, Instant> worked = new LinkedHashMap<>();
    private Condition now;
    private Optional<Instant> success = Optional.empty();
    private Instant runBegan;
    private Instant heard;
    private Duration rest = Duration.ZERO;

    /** @param changes hears of each change: how it was, and how it is */
    public Health(InstantSource clock, BiConsumer<Condition, Condition> changes) {
        this.clock = clock;
        this.changes = changes;
        this.runBegan = clock.instant();
        this.heard = runBegan;
        this.now = new Condition(Status.STARTING, runBegan, "", "");
    }

    /** A run begins. */
    public synchronized void began() {
        runBegan = clock.instant();
        heard = runBegan;
    }

    /** Nothing will be heard for so long. */
    public synchronized void rests(Duration pause) {
        heard = clock.instant();
        rest = pause;
    }

    /** A run did not come to an end, since these fields go on moving. */
    public synchronized void moving(Set<String> fields) {
        turn(
                Status.CATCHING_UP,
                "These fields still moved after the most rounds of a run: " + String.join(", ", fields) + ".",
                "See which automation changes them after every write.");
    }

    /** It passes by itself. */
    public synchronized void waits(String why) {
        turn(Status.WAITING, why, "It goes on by itself as soon as the CRM answers.");
    }

    /** A person has to do something. */
    public synchronized void fails(String why, String remedy) {
        turn(Status.UNHEALTHY, why, remedy);
    }

    @Override
    public synchronized void waiting(Duration wait, String why) {
        rests(wait);
        waits(why);
    }

    @Override
    public synchronized void surveyed(CrmId crm, long records) {
        works();
    }

    @Override
    public synchronized void listed(Route route, int changed) {
        works();
    }

    /** What was written proves that both CRMs work; one page that was read does not. */
    @Override
    public synchronized void worked(Route route, Reading reading, Tally tally) {
        worked.put(route, clock.instant());
        works();
        if (now.isAiling() && tally.writes() > 0) {
            turn(Status.CATCHING_UP, "", "");
        }
    }

    @Override
    public synchronized void round(int number, Tally tally) {
        success = Optional.of(clock.instant());
        works();
        if (tally.writes() == 0) {
            turn(Status.IN_STEP, "", "");
        } else if (now.isAiling()) {
            turn(Status.CATCHING_UP, "", "");
        }
    }

    private void works() {
        heard = clock.instant();
        rest = Duration.ZERO;
        boolean lasting = now.status() == Status.IN_STEP && heard.isAfter(runBegan.plus(MOMENT));
        if (now.status() == Status.STARTING || lasting) {
            turn(Status.CATCHING_UP, "", "");
        }
    }

    private void turn(Status status, String sentence, String remedy) {
        Instant since = status == now.status() ? now.since() : clock.instant();
        Condition next = new Condition(status, since, sentence, remedy);
        if (!next.equals(now)) {
            Condition before = now;
            now = next;
            changes.accept(before, next);
        }
    }

    /** How it is now. */
    public synchronized Condition condition() {
        Instant dead = heard.plus(rest).plus(SILENCE);
        return clock.instant().isBefore(dead)
                ? now
                : new Condition(
                        Status.UNHEALTHY,
                        heard,
                        "Nothing has been heard of the sync for minutes: a CRM takes calls and does not answer, or it hangs.",
                        "If it lasts, restart the daemon: it goes on where it was. Please report it with its log.");
    }

    /** Whether all goes as it should; a wait does, for a while. */
    public synchronized boolean isWell() {
        Condition is = condition();
        boolean tooLong = clock.instant().isAfter(is.since().plus(PATIENCE));
        return switch (is.status()) {
            case STARTING, IN_STEP, CATCHING_UP -> true;
            case WAITING -> !tooLong;
            case UNHEALTHY -> false;
        };
    }

    /** How long ago both CRMs had last been read to their ends. */
    public synchronized Optional<Duration> sinceSuccess() {
        return success.map(at -> Duration.between(at, clock.instant()));
    }

    /** All of it, for JSON. */
    public synchronized Map<String, Object> report() {
        Condition is = condition();
        Map<String, Object> report = new LinkedHashMap<>();
        report.put("status", is.status().words());
        report.put("since", is.since().toString());
        Map<String, String> rounds = new LinkedHashMap<>();
        worked.forEach((route, at) -> rounds.put(route.toString(), at.toString()));
        report.put("lastRead", rounds);
        sinceSuccess().ifPresent(age -> report.put("secondsSinceLastRound", age.toSeconds()));
        if (!is.sentence().isEmpty()) {
            report.put("sentence", is.sentence());
            report.put("remedy", is.remedy());
        }
        return report;
    }
}
