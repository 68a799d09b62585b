package io.smarketing.salesforce.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Every row is told, however late its transaction ends, and one that shows itself at once is told by the next sweep. */
class SweepsTest {

    private static final Instant START = Instant.parse("2026-11-22T10:00:00Z");
    private static final int LATEST = (int) Position.LATEST_COMMIT.toSeconds();
    private static final int PAGE = 5;

    /** A row with its stamp, and when it shows itself, in seconds. */
    private record Row(String id, Instant stamp, Instant shown) {

        static final Comparator<Row> ORDER = Comparator.comparing(Row::stamp).thenComparing(Row::id);

        boolean comesAfter(Position at) {
            Instant from = at.stamp().orElseThrow();
            return at.id().isEmpty()
                    ? !stamp.isBefore(from)
                    : stamp.isAfter(from) || stamp.equals(from) && id.compareTo(at.id()) > 0;
        }
    }

    @Property(tries = 100)
    void nothingIsLostAndWhatShowsItselfAtOnceIsToldByTheNextSweep(
            @ForAll Random random, @ForAll @IntRange(min = 1, max = 4_000) int longestRest) {
        List<Row> rows = rows(random);
        Set<Row> told = new HashSet<>();
        Position position = Position.since(START.minusSeconds(LATEST));
        Instant now = START;
        Instant end = START.plusSeconds(7_200 + longestRest)
                .plus(Position.LATEST_COMMIT)
                .plus(Position.FAR_LOOKS);
        while (now.isBefore(end)) {
            Instant began = now;
            do {
                position = page(position.at(now), rows, told, now);
                now = now.plusSeconds(random.nextInt(3));
            } while (position.isUnderWay());
            assertThat(rows.stream()
                            .filter(r ->
                                    r.shown().equals(r.stamp()) && !r.stamp().isAfter(began)))
                    .allMatch(told::contains);
            position = stored(position);
            now = now.plusSeconds(1 + random.nextInt(longestRest));
        }
        assertThat(told).containsAll(rows);
    }

    private static List<Row> rows(Random random) {
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            Instant stamp = START.plusSeconds(random.nextInt(7_200));
            int lag = random.nextBoolean() ? 0 : random.nextInt(LATEST + 1);
            rows.add(new Row("00Q" + (1_000 + random.nextInt(9_000)) + i, stamp, stamp.plusSeconds(lag)));
        }
        rows.sort(Row.ORDER);
        return rows;
    }

    private static Position page(Position at, List<Row> rows, Set<Row> told, Instant now) {
        List<Row> page = rows.stream()
                .filter(r -> !r.shown().isAfter(now) && r.comesAfter(at))
                .limit(PAGE)
                .toList();
        told.addAll(page);
        if (page.size() < PAGE) {
            return at.swept(now);
        }
        Row last = page.get(PAGE - 1);
        return at.after(last.id(), last.stamp(), now);
    }

    /** As it comes back from the store. */
    private static Position stored(Position position) {
        Place place = new Place(Place.Turn.ALL, Map.of(Source.LEAD, position), Optional.empty());
        return Place.of(place.cursor()).position(Source.LEAD);
    }
}
