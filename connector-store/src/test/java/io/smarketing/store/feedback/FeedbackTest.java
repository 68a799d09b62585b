package io.smarketing.store.feedback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.smarketing.core.crm.record.CrmId;
import io.smarketing.core.feedback.Answer;
import io.smarketing.core.feedback.Returned;
import io.smarketing.core.lead.FieldName;
import io.smarketing.core.lifecycle.Handoff;
import io.smarketing.core.lifecycle.Handoff.Answers;
import io.smarketing.core.lifecycle.Lifecycle;
import io.smarketing.core.mapping.Mapping;
import io.smarketing.core.person.Remembered;
import io.smarketing.core.sla.BusinessHours;
import io.smarketing.core.sla.terms.Versions;
import io.smarketing.core.sync.WaveRecord;
import io.smarketing.core.sync.watch.Watch;
import io.smarketing.store.SqliteStore;
import io.smarketing.store.clock.AcceptedAgreement;
import io.smarketing.testkit.books.Samples;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Leads that were sent back, on a real store. */
final class FeedbackTest {

    private static final Map<CrmId, String> ACCOUNTS = Map.of(Samples.LEFT, "1", Samples.RIGHT, "2");

    @TempDir
    private Path folder;

    private SqliteStore store;

    @BeforeEach
    void open() {
        store = SqliteStore.open(folder.resolve("store.db"), ACCOUNTS);
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void aReasonThatComesLaterIsFilledInAndOneThatWasGivenStands() {
        store.feedback().sentBack(List.of(returned(1, 1, "rejected", "", false)));
        store.feedback().sentBack(List.of(returned(1, 1, "rejected", "too early", false)));
        store.feedback().sentBack(List.of(returned(1, 1, "disqualified", "no fit", true)));
        store.feedback().sentBack(List.of(returned(1, 2, "rejected", "no fit", true)));

        assertThat(store.feedback().all())
                .extracting(
                        f -> f.lead().pass(),
                        f -> f.lead().reason(),
                        f -> f.lead().isFitting())
                .containsExactly(tuple(1, "too early", true), tuple(2, "no fit", false));
    }

    @Test
    void theFirstAnswerStands() {
        store.feedback().sentBack(List.of(returned(1, 1, "rejected", "too early", false)));
        store.feedback().answer(List.of(answer("no more cold lists")));
        store.feedback().answer(List.of(answer("another")));

        assertThat(store.feedback().all())
                .extracting(f -> f.answer().orElseThrow().change())
                .containsExactly("no more cold lists");
    }

    @Test
    void itGoesOverToWhomSomebodyTurnsOutToBeAndGoesWithWhoIsErased() {
        store.feedback().sentBack(List.of(returned(2, 1, "rejected", "too early", false)));
        WaveRecord wave = Samples.wave(Samples.person(1));
        store.ledger()
                .record(new WaveRecord(
                        wave.people(),
                        List.of(Samples.sighting(Samples.LEFT, "contact", 1)),
                        Set.of(),
                        Set.of(),
                        List.of(),
                        List.of(),
                        Map.of(Samples.id(2), Samples.id(1))));
        assertThat(store.feedback().all()).extracting(f -> f.lead().person()).containsExactly(Samples.id(1));

        store.ledger().erase(Set.of(Samples.ref(Samples.LEFT, "contact", 1)));
        assertThat(store.feedback().all()).isEmpty();
    }

    @Test
    void whatIsAcknowledgedPastTheCrmsIsShownByThemOnce() {
        store.accept(new AcceptedAgreement("1", Samples.AT, Samples.AT, "mql", Map.of(), ""));
        store.ledger().record(Samples.wave(Samples.person(1), Samples.person(2)));
        store.feedback().acknowledge(answer("no more cold lists"));
        store.feedback()
                .acknowledge(new Answer(Samples.id(2), 7, Samples.AT, "marketing@example.com", "of another pass"));

        watch().look(Samples.AT.plusSeconds(60), Remembered.OFFLINE, () -> {});

        assertThat(watch().untold())
                .extracting(p -> p.progress().handover().answer())
                .containsExactly(Optional.of("no more cold lists"));
        watch().told(watch().untold());
        watch().look(Samples.AT.plusSeconds(120), Remembered.OFFLINE, () -> {});
        assertThat(watch().untold()).isEmpty();
    }

    private Watch watch() {
        Answers answers =
                new Answers(Optional.empty(), Optional.empty(), Optional.of(FieldName.of("change")), Set.of());
        Handoff handoff = new Handoff(
                "mql",
                answers,
                Optional.empty(),
                Optional.empty(),
                BusinessHours.ALWAYS,
                Map.of(),
                Handoff.Lookout.FIRST);
        Mapping mapping = new Mapping(
                List.of(),
                new Lifecycle(List.of(), List.of()),
                Optional.of(handoff),
                Map.of(),
                Map.of(),
                Set.of(),
                Map.of());
        return new Watch(mapping, new Versions(List.of()), store.people(), store.watchBooks(), Set.of());
    }

    private static Returned returned(int person, int pass, String verdict, String reason, boolean touched) {
        return new Returned(
                Samples.id(person), pass, Samples.AT.plusSeconds(pass), verdict, reason, Optional.empty(), touched);
    }

    private static Answer answer(String change) {
        return new Answer(Samples.id(1), 1, Samples.AT, "marketing@example.com", change);
    }
}
