package io.smarketing.testkit.books;

import static org.assertj.core.api.Assertions.assertThat;

import io.smarketing.core.lifecycle.Handover;
import io.smarketing.core.lifecycle.Moment;
import io.smarketing.core.lifecycle.Pass;
import io.smarketing.core.lifecycle.Progress;
import io.smarketing.core.lifecycle.TrackRecord;
import io.smarketing.core.lifecycle.View;
import io.smarketing.core.person.Person;
import io.smarketing.core.sync.WaveRecord;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What a store must know of how the leads of a source fared. */
public interface HandoffsContract {

    /** The stages of somebody who has bought. */
    Set<String> WON = Set.of("customer", "fan");

    StoreLab lab();

    @Test
    default void eachSourceHasItsTrackRecord() {
        try (OpenBooks books = lab().open()) {
            books.ledger()
                    .record(Samples.wave(
                            handed(1, 1, "Web", "mql"),
                            handed(2, 1, "Web", "sql", Moment.ACCEPTED),
                            handed(3, 1, "Web", "customer", Moment.TOUCHED, Moment.ACCEPTED),
                            handed(4, 1, "Web", "fan", Moment.REJECTED),
                            handed(5, 1, "Fair", "mql"),
                            handed(6, 1, "", "mql"),
                            Samples.person(7)));
            assertThat(books.people().trackRecords(List.of("Web", "Fair", "web", ""), WON))
                    .isEqualTo(Map.of("Web", new TrackRecord(4, 2, 2), "Fair", new TrackRecord(1, 0, 0)));
            assertThat(books.people().trackRecords(List.of("Web"), Set.of()))
                    .isEqualTo(Map.of("Web", new TrackRecord(4, 2, 0)));
            assertThat(books.people().trackRecords(List.of(), WON)).isEmpty();
        }
    }

    @Test
    default void aHandoffIsCountedOnceAsItStandsNowAndEarlierPassesToo() {
        try (OpenBooks books = lab().open()) {
            books.ledger().record(Samples.wave(handed(1, 1, "Web", "mql")));
            books.ledger().record(Samples.wave(handed(1, 1, "Web", "sql", Moment.ACCEPTED)));
            assertThat(web(books)).isEqualTo(new TrackRecord(1, 1, 0));
            books.ledger().record(Samples.wave(handed(1, 2, "Web", "mql")));
            assertThat(web(books)).isEqualTo(new TrackRecord(2, 1, 0));
        }
        try (OpenBooks again = lab().open()) {
            again.ledger().record(Samples.wave(handed(1, 2, "Web", "customer")));
            assertThat(web(again)).isEqualTo(new TrackRecord(2, 1, 1));
        }
    }

    @Test
    default void whoTurnedOutToBeAnotherIsNotCountedTwice() {
        try (OpenBooks books = lab().open()) {
            books.ledger().record(Samples.wave(handed(1, 1, "Web", "mql"), handed(2, 1, "Web", "mql")));
            WaveRecord joined = new WaveRecord(
                    List.of(handed(1, 1, "Web", "mql")),
                    List.of(),
                    Set.of(),
                    Set.of(),
                    List.of(),
                    List.of(),
                    Map.of(Samples.id(2), Samples.id(1)));
            books.ledger().record(joined);
            assertThat(web(books)).isEqualTo(new TrackRecord(1, 0, 0));
        }
    }

    @Test
    default void hostileTextsAreSourcesLikeAnyOther() {
        List<String> sources =
                Samples.HOSTILE.stream().filter(t -> !t.startsWith("cut off")).toList();
        try (OpenBooks books = lab().open()) {
            Person[] people = new Person[sources.size()];
            for (int i = 0; i < people.length; i++) {
                people[i] = handed(i, 1, sources.get(i), "mql");
            }
            books.ledger().record(Samples.wave(people));
            assertThat(books.people().trackRecords(sources, WON).values())
                    .hasSize((int) sources.stream().filter(s -> !s.isEmpty()).count())
                    .containsOnly(new TrackRecord(1, 0, 0));
        }
    }

    private static TrackRecord web(OpenBooks books) {
        return books.people().trackRecords(Set.of("Web"), WON).get("Web");
    }

    private static Person handed(int number, int pass, String source, String stage, Moment... moments) {
        Map<Moment, java.time.Instant> at = new TreeMap<>();
        List.of(moments).forEach(m -> at.put(m, Samples.AT));
        Handover handover = new Handover(at, Optional.empty(), Optional.of(new View("", source, "")));
        return Samples.person(number)
                .with(new Progress(
                        stage,
                        Map.of("mql", Samples.AT),
                        new Pass(pass, Samples.AT, Optional.empty()),
                        handover,
                        Map.of()));
    }
}
