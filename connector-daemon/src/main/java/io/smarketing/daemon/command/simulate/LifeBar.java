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
    private boolean drawn;

    LifeBar(Host host, long operations, long seed) {
        this.host = host;
        this.operations = operations;
        tell("simulating %,d operations from seed %d", operations, seed);
    }

    @Override
    public void lived(Counts counts) {
        int filled = (int) Math.min(WIDTH, WIDTH * counts.operations() / Math.max(1, operations));
        draw(
                "[%s%s] %,d of %,d operations · %,d faults · %,d crashes",
                "#".repeat(filled),
                ".".repeat(WIDTH - filled),
                counts.operations(),
                operations,
                counts.faults(),
                counts.crashes());
    }

    @Override
    public void violated(Failure whole) {
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
