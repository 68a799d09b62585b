package io.smarketing.hubspot.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Every change is told, however late the index shows it, and one that it shows at once is told by the next window. */
class MarkTest {

    private static final Instant START = Instant.parse("2026-11-22T10:00:00Z");

    /** A change with its stamp, and when the index shows it, in seconds. */
    private record Row(int stamp, int shown) {}

    @Property(tries = 100)
    void nothingIsLostAndWhatShowsItselfAtOnceIsToldByTheNextWindow(
            @ForAll Random random, @ForAll @IntRange(min = 1, max = 4_000) int longestRest) {
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            int stamp = random.nextInt(7_200);
            int lag = random.nextBoolean() ? 0 : random.nextInt((int) Mark.LONGEST_LAG.toSeconds() + 1);
            rows.add(new Row(stamp, stamp + lag));
        }
        Set<Row> told = new HashSet<>();
        Mark mark = Mark.of(START.minus(Mark.LONGEST_LAG));
        int now = 0;
        while (now < 7_200 + longestRest + Mark.LONGEST_LAG.plus(Mark.FAR_LOOKS).toSeconds()) {
            int to = now;
            Instant at = START.plusSeconds(to);
            Instant since = mark.isFarLookDue(at) ? mark.far() : mark.near();
            rows.stream()
                    .filter(r ->
                            r.shown() <= to && !START.plusSeconds(r.stamp()).isBefore(since))
                    .forEach(told::add);
            assertThat(rows.stream().filter(r -> r.shown() == r.stamp() && r.stamp() <= to))
                    .allMatch(told::contains);
            mark = stored(mark.after(since, at));
            now += 1 + random.nextInt(longestRest);
        }
        assertThat(told).containsAll(rows);
    }

    /** As it comes back from the store. */
    private static Mark stored(Mark mark) {
        Place.Window window = Place.Window.since(mark, Optional.empty());
        return ((Place.Window) Place.of(window.cursor())).from();
    }
}
