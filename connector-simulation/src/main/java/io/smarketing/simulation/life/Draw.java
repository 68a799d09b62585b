package io.smarketing.simulation.life;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Draws what happens in a life from its seed. */
public final class Draw {

    private static final int MANY = 1 << 20;
    private static final int ALL =
            Arrays.stream(Kind.values()).mapToInt(Kind::weight).sum();

    private Draw() {}

    /** So many operations, those of people and all others together. */
    public static List<Operation> operations(long seed, int count) {
        Random random = new Random(seed);
        List<Operation> operations = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            operations.add(new Operation(
                    i + 1,
                    kind(random.nextInt(ALL)),
                    random.nextInt(MANY),
                    random.nextInt(MANY),
                    random.nextInt(MANY)));
        }
        return operations;
    }

    private static Kind kind(int number) {
        int left = number;
        for (Kind kind : Kind.values()) {
            left -= kind.weight();
            if (left < 0) {
                return kind;
            }
        }
        throw new IllegalArgumentException("there is no kind " + number);
    }
}
