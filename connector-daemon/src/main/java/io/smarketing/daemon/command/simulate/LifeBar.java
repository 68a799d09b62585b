package io.smarketing.daemon.command.simulate;

import io.smarketing.daemon.command.Host;
import io.smarketing.simulation.life.Counts;
import java.util.Locale;

/** How far a simulation has come: one line that is redrawn on a terminal, and none elsewhere but the first. */
final class LifeBar {

    private static final int WIDTH = 24;

    private final Host host;
    private final long operations;
    private boolean drawn;

    LifeBar(Host host, long operations, long seed) {
        this.host = host;
        this.operations = operations;
        host.err().printf(Locale.ROOT, "simulating %,d operations from seed %d%n", operations, seed);
        host.err().flush();
    }

    void show(Counts counts) {
        if (host.isWatched()) {
            int filled = (int) Math.min(WIDTH, WIDTH * counts.operations() / Math.max(1, operations));
            host.err()
                    .printf(
                            Locale.ROOT,
                            "\r\u001b[2K[%s%s] %,d of %,d operations · %,d faults · %,d crashes",
                            "#".repeat(filled),
                            ".".repeat(WIDTH - filled),
                            counts.operations(),
                            operations,
                            counts.faults(),
                            counts.crashes());
            host.err().flush();
            drawn = true;
        }
    }

    void end() {
        if (drawn) {
            host.err().println();
        }
    }
}
