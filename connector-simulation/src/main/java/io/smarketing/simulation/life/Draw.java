package io.smarketing.simulation.life;

import io.smarketing.simulation.world.Setup;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Draws what happens in a life from its seed. */
public final class Draw {

    private static final int MANY = 1 << 20;
    /** So many habits the CRMs have, in lives in which they have any. */
    private static final int HABITS = 6;

    private Draw() {}

    /** So many operations, those of people and all others together. */
    public static List<Operation> operations(long seed, int count) {
        Random random = new Random(seed);
        List<Kind> kinds = Arrays.stream(Kind.values())
                .filter(kind -> !kind.isOfAdmins() || Setup.hasAdmins(seed))
                .toList();
        boolean restless = Setup.isRestless(seed);
        int all = kinds.stream().mapToInt(kind -> kind.weight(restless)).sum();
        int habits = Setup.hasHabits(seed) ? HABITS : 0;
        List<Operation> operations = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            operations.add(new Operation(
                    i + 1,
                    i < habits ? Kind.HABIT : kind(kinds, restless, random.nextInt(all)),
                    random.nextInt(MANY),
                    random.nextInt(MANY),
                    random.nextInt(MANY)));
        }
        return operations;
    }

    private static Kind kind(List<Kind> kinds, boolean restless, int number) {
        int left = number;
        for (Kind kind : kinds) {
            left -= kind.weight(restless);
            if (left < 0) {
                return kind;
            }
        }
        throw new IllegalArgumentException("there is no kind " + number);
    }
}
