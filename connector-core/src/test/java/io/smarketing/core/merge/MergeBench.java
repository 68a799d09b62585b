package io.smarketing.core.merge;

import io.smarketing.core.crm.record.CrmId;
import io.smarketing.core.lead.FieldValue;
import io.smarketing.core.merge.MergePolicy.Conflict;
import io.smarketing.core.merge.MergePolicy.FirstMeeting;
import java.time.Instant;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/** A benchmark: how many fields are merged in a second, by what became of them since both sides were in step. */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class MergeBench {

    private static final int FIELDS = 1_000;
    private static final CrmId A = new CrmId("a");
    private static final CrmId B = new CrmId("b");

    private final Merge merge = new Merge(
            new MergePolicy(Optional.empty(), Conflict.NEWEST, A, true, FirstMeeting.LEAVE, false),
            "1",
            Instant.parse("2026-03-02T09:00:00Z"));
    private final FieldSide[][] untouched = sides(0, 0);
    private final FieldSide[][] edited = sides(1, 0);
    private final FieldSide[][] contested = sides(1, 1);
    private final FieldSide[][] mixed = sides(0.1, 0.1);

    private static FieldSide[][] sides(double editedInA, double editedInB) {
        Random random = new Random(1);
        FieldSide[][] sides = new FieldSide[FIELDS][];
        for (int i = 0; i < FIELDS; i++) {
            FieldValue before = FieldValue.of("value " + i);
            FieldValue a = random.nextDouble() < editedInA ? FieldValue.of("edited in a " + i) : before;
            FieldValue b = random.nextDouble() < editedInB ? FieldValue.of("edited in b " + i) : before;
            sides[i] = new FieldSide[] {side(A, a, before, b), side(B, b, before, a)};
        }
        return sides;
    }

    private static FieldSide side(CrmId crm, FieldValue now, FieldValue before, FieldValue others) {
        return new FieldSide(crm, now, now, Optional.of(Half.settled(before, "1")), Optional.of(others), false);
    }

    @Benchmark
    @OperationsPerInvocation(FIELDS)
    public void untouched(Blackhole settled) {
        settle(untouched, settled);
    }

    @Benchmark
    @OperationsPerInvocation(FIELDS)
    public void editedOnOneSide(Blackhole settled) {
        settle(edited, settled);
    }

    @Benchmark
    @OperationsPerInvocation(FIELDS)
    public void editedOnBothSides(Blackhole settled) {
        settle(contested, settled);
    }

    /** A tenth of them edited on each side. */
    @Benchmark
    @OperationsPerInvocation(FIELDS)
    public void mixed(Blackhole settled) {
        settle(mixed, settled);
    }

    private void settle(FieldSide[][] fields, Blackhole settled) {
        for (FieldSide[] sides : fields) {
            settled.consume(merge.settle(sides[0], sides[1], Optional.of(B)));
        }
    }
}
