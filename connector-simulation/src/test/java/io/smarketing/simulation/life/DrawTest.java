package io.smarketing.simulation.life;

import static org.assertj.core.api.Assertions.assertThat;

import io.smarketing.simulation.world.Setup;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

final class DrawTest {

    @Test
    void everythingButAClockThatIsSetHappensWhereAdminsAreAtWorkAndElsewhereAllButWhatTheyDo() {
        Set<Kind> rare = EnumSet.of(Kind.EXPIRED_TOKENS, Kind.TRIGGER, Kind.RULE, Kind.CLOCK_SET, Kind.HABIT);
        assertThat(kinds(3)).isEqualTo(EnumSet.complementOf(EnumSet.of(Kind.CLOCK_SET, Kind.HABIT)));
        assertThat(kinds(4)).isEqualTo(EnumSet.complementOf(EnumSet.copyOf(rare)));
        assertThat(LongStream.range(-8, 8).filter(Setup::hasAdmins)).containsExactly(-5L, -1L, 3L, 7L);
    }

    @Test
    void whereCrmsHaveHabitsALifeBeginsWithSome() {
        assertThat(LongStream.range(-6, 6).filter(Setup::hasHabits)).containsExactly(-4L, -1L, 2L, 5L);
        assertThat(Draw.operations(5, 100).stream().map(Operation::kind).filter(k -> k == Kind.HABIT))
                .hasSize(6);
        assertThat(Draw.operations(5, 6)).allMatch(o -> o.kind() == Kind.HABIT);
        assertThat(Draw.operations(6, 6)).noneMatch(o -> o.kind() == Kind.HABIT);
    }

    @Test
    void whereAllIsRestlessFarMoreIsMergedAndBroughtBack() {
        assertThat(LongStream.range(-8, 8).filter(Setup::isRestless)).containsExactly(-7L, 0L, 7L);
        assertThat(merges(7)).isGreaterThan(3 * merges(8));
    }

    private static long merges(long seed) {
        return Draw.operations(seed, 20_000).stream()
                .filter(o -> o.kind() == Kind.MERGE)
                .count();
    }

    private static Set<Kind> kinds(long seed) {
        EnumSet<Kind> kinds = EnumSet.noneOf(Kind.class);
        Draw.operations(seed, 20_000).forEach(o -> kinds.add(o.kind()));
        return kinds;
    }
}
