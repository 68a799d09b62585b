package io.smarketing.simulation;

import io.smarketing.simulation.life.Kind;
import io.smarketing.simulation.life.Operation;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;
import java.util.function.Predicate;

/** Leaves out of a life what is not needed for it to fail: whole kinds, then halves, then ever smaller parts (ddmin). */
final class Shrink {

    private final Predicate<List<Operation>> fails;
    private final IntConsumer left;
    private long budget;

    /**
     * One cut.
     *
     * @param budget how many operations may be lived in all tries together
     * @param left hears how many are left
     */
    Shrink(long budget, Predicate<List<Operation>> fails, IntConsumer left) {
        this.budget = budget;
        this.fails = fails;
        this.left = left;
    }

    /** A part that fails still. */
    List<Operation> shrunk(List<Operation> failing) {
        List<Operation> left = failing;
        for (Kind kind : Kind.values()) {
            left = fewer(left, left.stream().filter(o -> o.kind() != kind).toList());
        }
        for (int parts = 2; left.size() > 1 && budget > 0; ) {
            int size = (left.size() + parts - 1) / parts;
            int before = left.size();
            for (int from = left.size() - size; from > -size && budget > 0; from -= size) {
                left = without(left, Math.max(0, from), from + size);
            }
            if (left.size() < before) {
                parts = Math.max(2, Math.min(parts, left.size()));
            } else if (size == 1) {
                break;
            } else {
                parts = Math.min(left.size(), parts * 2);
            }
        }
        return left;
    }

    /** Without that stretch if it fails still, else as it was. */
    private List<Operation> without(List<Operation> whole, int from, int to) {
        List<Operation> fewer = new ArrayList<>(whole);
        fewer.subList(from, Math.min(to, fewer.size())).clear();
        return fewer(whole, fewer);
    }

    private List<Operation> fewer(List<Operation> whole, List<Operation> fewer) {
        if (fewer.size() == whole.size() || budget <= 0) {
            return whole;
        }
        budget -= Math.max(1, fewer.size());
        if (!fails.test(fewer)) {
            return whole;
        }
        left.accept(fewer.size());
        return fewer;
    }
}
