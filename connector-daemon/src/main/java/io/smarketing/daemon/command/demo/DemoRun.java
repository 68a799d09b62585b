package io.smarketing.daemon.command.demo;

import io.smarketing.core.crm.record.CrmId;
import io.smarketing.core.sync.loop.BlastRadius.GuardStop;
import io.smarketing.core.sync.loop.SyncLoop.Result;
import io.smarketing.daemon.command.sync.Progress;
import io.smarketing.daemon.command.sync.SyncReport;
import io.smarketing.daemon.wiring.Ending;
import io.smarketing.daemon.wiring.Wiring;
import io.smarketing.sandbox.data.Replay;
import io.smarketing.sandbox.server.Sandbox;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** What every demo does first: brings a sandbox in step, lets people edit on both sides, and sums up. */
final class DemoRun {

    private static final Duration LOOK_AGAIN = Duration.ofMillis(200);

    private final Sandbox sandbox;
    private final Progress progress;
    private final Ending ending;
    private final InstantSource clock;
    private final Instant start;

    DemoRun(Sandbox sandbox, Progress progress, Ending ending, InstantSource clock) {
        this.sandbox = sandbox;
        this.progress = progress;
        this.ending = ending;
        this.clock = clock;
        this.start = clock.instant();
        progress.expect(new CrmId("hubspot"), sandbox.loaded().rows().getOrDefault("hubspot/contacts.csv", 0));
    }

    DemoSummary with(Wiring wiring) throws GuardStop, InterruptedException {
        progress.counting(wiring::crms);
        Result result = wiring.loop().untilInStep(wiring.guard(true, true));
        boolean goesOn = result.inStep() && sandbox.loaded().timelineRows() > 0;
        Result all = goesOn ? live(wiring, result) : result;
        double seconds = Duration.between(start, clock.instant()).toMillis() / 1000.0;
        SyncReport sync = SyncReport.of(all, wiring.overview(), wiring.crms(), seconds);
        Replay.Progress replayed = sandbox.replay().progress();
        var timeline =
                new DemoSummary.Timeline(replayed.done(), replayed.skipped().size());
        return DemoSummary.of(sync, timeline, wiring.overview());
    }

    /** Lets the later edits happen while the sync goes on, until all have happened and both are in step again. */
    private Result live(Wiring wiring, Result first) throws GuardStop, InterruptedException {
        progress.say(String.format(
                "In step. Now people edit on both sides: %,d edits of the data's timeline",
                sandbox.loaded().timelineRows()));
        sandbox.replay().start();
        Result all = first;
        boolean finished;
        do {
            finished = sandbox.replay().progress().waiting() == 0;
            all = all.plus(wiring.loop().untilInStep(wiring.guard(true, true)));
            if (!finished) {
                ending.sleep(LOOK_AGAIN);
            }
        } while (!finished && all.inStep());
        return all;
    }
}
