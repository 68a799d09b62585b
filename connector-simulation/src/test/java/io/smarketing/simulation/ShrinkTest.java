package io.smarketing.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import io.smarketing.simulation.life.Draw;
import io.smarketing.simulation.life.Operation;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ShrinkTest {

    @Test
    void whatIsNotNeededIsLeftOut() {
        List<Operation> life = Draw.operations(3, 500);
        List<Operation> needed = List.of(life.get(41), life.get(242), life.get(499));
        assertThat(new Shrink(100_000, part -> part.containsAll(needed), left -> {}).shrunk(life))
                .isEqualTo(needed);
    }

    @Test
    void itEndsWhenItsTimeIsUp() {
        List<Operation> life = Draw.operations(3, 500);
        int[] lived = new int[1];
        List<Operation> left = new Shrink(
                        2_000,
                        part -> {
                            lived[0] += part.size();
                            return part.contains(life.get(41));
                        },
                        size -> {})
                .shrunk(life);
        assertThat(left).contains(life.get(41));
        assertThat(lived[0]).isBetween(2_000, 2_500);
    }
}
