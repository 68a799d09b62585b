package io.smarketing.daemon.command.simulate;

import io.smarketing.daemon.command.Host;
import io.smarketing.simulation.Outcome.Failure;
import io.smarketing.simulation.Progress;
import io.smarketing.simulation.life.Counts;
import java.util.Locale;

/** How far a simulation has come: one line that is redrawn on a terminal; elsewhere only what is new is told. */
final class LifeBar implements Progress {

    private static final int WIDTH = 24;

    private final Host host;
    private final long operations;
    private final long began = System.nanoTime();
    private long ended;
    private boolean drawn;

    LifeBar(Host host, long operations) {
        this.host = host;
        this.operations = operations;
    }

    @Override
    public void lived(Counts counts) {
        ended = System.nanoTime();
        int filled = (int) Math.min(WIDTH, WIDTH * counts.operations() / Math.max(1, operations));
        draw(
                "[%s%s] %,d of %,d operations · %,d a second · %,d faults · %,d crashes",
                "#".repeat(filled),
                ".".repeat(WIDTH - filled),
                counts.operations(),
                operations,
                perSecond(counts.operations()),
                counts.faults(),
                counts.crashes());
    }

    @Override
    public void violated(Failure whole) {
        ended = System.nanoTime();
        end();
        tell("a claim does not hold in the life of seed %d: %s", whole.seed(), whole.violation());
        tell(
                "looking for the fewest of its %,d operations that break it",
                whole.operations().size());
    }

    @Override
    public void cut(int left) {
        draw("%,d operations are left", left);
    }

    /** How many of so many operations were lived in a second; what is looked for after a violation does not count. */
    long perSecond(long lived) {
        return Math.round(lived * 1e9 / Math.max(1, (ended == 0 ? System.nanoTime() : ended) - began));
    }

    void end() {
        if (drawn) {
            host.err().println();
            drawn = false;
        }
    }

    private void tell(String format, Object... values) {
        host.err().printf(Locale.ROOT, format + "%n", values);
        host.err().flush();
    }

    private void draw(String format, Object... values) {
        if (host.isWatched()) {
            host.err().printf(Locale.ROOT, "\r\u001b[2K" + format, values);
            host.err().flush();
            drawn = true;
        }
    }
}
