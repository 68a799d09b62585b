package io.smarketing.testkit.engine;

import static io.smarketing.testkit.engine.HandoffStory.WHO;
import static org.assertj.core.api.Assertions.assertThat;

import io.smarketing.core.journal.JournalLine;
import io.smarketing.core.journal.JournalLine.Event;
import io.smarketing.core.lifecycle.Moment;
import io.smarketing.core.lifecycle.Progress;
import io.smarketing.testkit.engine.HandoffStory.Happening;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Handoffs with every order of what may happen in them; each run is a new engine on the same books. Longer orders of
 * anything with {@code -Dengine.orders=3}.
 */
final class HandoffOrdersTest {
    private static final int ANY = Integer.getInteger("engine.orders", 2);

    private static final Map<Moment, Event> LINES = new EnumMap<>(Map.of(
            Moment.ASSIGNED, Event.ASSIGNED,
            Moment.TOUCHED, Event.TOUCHED,
            Moment.ACCEPTED, Event.ACCEPTED,
            Moment.REJECTED, Event.REJECTED));

    static Stream<Set<Happening>> sensible() {
        return Stream.of(
                EnumSet.of(
                        Happening.ENGAGED,
                        Happening.ASSIGNED,
                        Happening.TOUCHED_LEFT,
                        Happening.TOUCHED_RIGHT,
                        Happening.ACCEPTED),
                EnumSet.of(
                        Happening.ENGAGED,
                        Happening.ASSIGNED,
                        Happening.TOO_EARLY,
                        Happening.ENGAGED_AGAIN,
                        Happening.TOUCHED_RIGHT),
                EnumSet.of(
                        Happening.MQL_BY_HAND_LEFT,
                        Happening.ASSIGNED,
                        Happening.DISQUALIFIED,
                        Happening.TOUCHED_RIGHT,
                        Happening.ACCEPTED),
                EnumSet.of(
                        Happening.MQL_BY_HAND_RIGHT,
                        Happening.TOUCHED_LEFT,
                        Happening.CONVERTED,
                        Happening.OPPORTUNITY,
                        Happening.TOO_EARLY),
                EnumSet.of(
                        Happening.SQL_BY_HAND,
                        Happening.MQL_BY_HAND_LEFT,
                        Happening.ASSIGNED,
                        Happening.TOO_EARLY,
                        Happening.OPPORTUNITY));
    }

    @ParameterizedTest
    @MethodSource("sensible")
    void everyOrderOfFive(Set<Happening> of) {
        for (List<Happening> order : orders(List.copyOf(of), of.size())) {
            oneByOne(order);
            allAtOnce(order);
        }
    }

    @Test
    void everyOrderOfAnyFew() {
        for (List<Happening> order : orders(List.of(Happening.values()), ANY)) {
            oneByOne(order);
            restAtOnce(order);
        }
    }

    /** The first is seen, and then all others together. */
    private static void restAtOnce(List<Happening> order) {
        HandoffStory story = new HandoffStory();
        Watch watch = new Watch(story, order);
        story.happen(order.get(0));
        watch.look();
        for (Happening happening : order.subList(1, order.size())) {
            story.pause();
            story.happen(happening);
        }
        watch.look();
    }

    private static void oneByOne(List<Happening> order) {
        HandoffStory story = new HandoffStory();
        HandoffRules rules = new HandoffRules();
        Watch watch = new Watch(story, order);
        for (Happening happening : order) {
            rules.happen(happening, story.now(), story.now().plus(HandoffStory.REACTION));
            story.happen(happening);
            watch.look();
            Progress now = story.progress();
            assertThat(now.standing()).as("standing after %s", watch.sofar()).isEqualTo(rules.standing());
            assertThat(now.pass().number()).as("pass after %s", watch.sofar()).isEqualTo(rules.pass());
            assertThat(now.handover().moments())
                    .as("moments after %s", watch.sofar())
                    .isEqualTo(rules.moments());
            story.pause();
        }
    }

    private static void allAtOnce(List<Happening> order) {
        HandoffStory story = new HandoffStory();
        Watch watch = new Watch(story, order);
        for (Happening happening : order) {
            story.pause();
            story.happen(happening);
        }
        watch.look();
        story.begun().filter(b -> !story.isOut()).ifPresent(began -> {
            assertThat(story.progress().handover().at(Moment.TOUCHED))
                    .as("the first touch since the handoff began: %s", order)
                    .isEqualTo(story.touches().stream()
                            .filter(t -> !t.isBefore(began))
                            .min(Instant::compareTo));
        });
    }

    private static List<List<Happening>> orders(List<Happening> of, int length) {
        if (length == 0) {
            return List.of(List.of());
        }
        List<List<Happening>> all = new ArrayList<>();
        for (List<Happening> begin : orders(of, length - 1)) {
            for (Happening next : of) {
                if (!begin.contains(next)) {
                    List<Happening> longer = new ArrayList<>(begin);
                    longer.add(next);
                    all.add(longer);
                }
            }
        }
        return all;
    }

    /** Looks at a story whenever it is at rest: what must hold then, whatever has happened. */
    private static final class Watch {
        private final HandoffStory story;
        private final List<Happening> order;
        private final Map<Integer, Map<String, Instant>> stamps = new TreeMap<>();
        private final Map<Integer, Map<Moment, Instant>> moments = new TreeMap<>();

        Watch(HandoffStory story, List<Happening> order) {
            this.story = story;
            this.order = order;
        }

        String sofar() {
            return story.happened() + " of " + order;
        }

        void look() {
            assertThat(story.rest()).as("at rest after %s", sofar()).isTrue();
            Progress now = story.progress();
            story.shown()
                    .forEach((field, shown) -> assertThat(shown)
                            .as("%s in both after %s", field, sofar())
                            .isEqualTo(List.of(story.expected(field), story.expected(field))));
            assertThat(story.stages()).as("stages after %s", sofar()).isEqualTo(story.stagesOf(now));
            now.handover()
                    .moments()
                    .values()
                    .forEach(at -> assertThat(at)
                            .as("not before the handoff: %s", sofar())
                            .isAfterOrEqualTo(story.begun().orElseThrow()));
            keeps(stamps.computeIfAbsent(now.pass().number(), n -> new TreeMap<>()), now.stamps());
            keeps(
                    moments.computeIfAbsent(now.pass().number(), n -> new TreeMap<>()),
                    now.handover().moments());
            journal();
            story.minutes().forEach(m -> assertThat(m.business()).isLessThanOrEqualTo(m.wall()));
        }

        private <K> void keeps(Map<K, Instant> before, Map<K, Instant> now) {
            assertThat(now).as("what is set stays, in one pass: %s", sofar()).containsAllEntriesOf(before);
            before.putAll(now);
        }

        private void journal() {
            List<JournalLine> lines = story.journal();
            LINES.forEach((moment, event) -> assertThat(
                            lines.stream().filter(l -> l.event() == event).count())
                    .as("one line per pass for %s: %s", moment, sofar())
                    .isEqualTo(moments.values().stream()
                            .filter(m -> m.containsKey(moment))
                            .count()));
        }
    }

    @Test
    void theStoryIsAboutOnePerson() {
        HandoffStory story = new HandoffStory();
        story.happen(Happening.ENGAGED);
        assertThat(story.rest()).isTrue();
        assertThat(story.progress().standing()).isEqualTo("mql");
        assertThat(story.begun()).contains(story.now());
        assertThat(story.shown().get("email")).containsOnly(WHO);
    }
}
