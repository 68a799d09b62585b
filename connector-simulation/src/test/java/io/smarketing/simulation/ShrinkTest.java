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
        assertThat(new Shrink(1_000, part -> part.containsAll(needed)).shrunk(life))
                .isEqualTo(needed);
    }
}
