package io.smarketing.sandbox.org.data;

import io.smarketing.sandbox.kernel.RecordClock;
import io.smarketing.sandbox.kernel.Switches;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** When writes become visible to queries: at once, or later on both clocks while {@code late-commit} is on. */
public final class Commits {

    private final RecordClock clock;
    private final Switches switches;
    private final List<Waiting> waiting = new ArrayList<>();

    private record Waiting(Row row, Object[] values, Instant wall, Instant record) {}

    public Commits(RecordClock clock, Switches switches) {
        this.clock = clock;
        this.switches = switches;
    }

    /** What was written to a row before and is not visible yet holds its lock: it is committed first. */
    void written(Row row) {
        waiting.removeIf(w -> w.row() == row && shown(w));
        Duration late = switches.duration("late-commit");
        if (late.isZero()) {
            row.show(row.written());
        } else {
            waiting.add(new Waiting(
                    row,
                    row.written(),
                    clock.wall().instant().plus(late),
                    clock.instant().plus(late)));
        }
    }

    /** The write is undone: it will not become visible. */
    void undone(Object[] values) {
        waiting.removeIf(w -> w.values() == values);
    }

    /** Shows what is due by now. */
    void settle() {
        if (waiting.isEmpty()) {
            return;
        }
        Instant wall = clock.wall().instant();
        Instant record = clock.instant();
        waiting.removeIf(w -> !wall.isBefore(w.wall()) && !record.isBefore(w.record()) && shown(w));
    }

    private static boolean shown(Waiting write) {
        write.row().show(write.values());
        return true;
    }

    /** Rows whose latest write queries do not see yet: an index does not tell how they look. */
    Set<Row> pending() {
        Set<Row> rows = new LinkedHashSet<>();
        waiting.forEach(w -> rows.add(w.row()));
        return rows;
    }
}
