package io.smarketing.testkit.engine;

import static io.smarketing.testkit.engine.Bench.LEFT;
import static io.smarketing.testkit.engine.Bench.RIGHT;
import static org.assertj.core.api.Assertions.assertThat;

import io.smarketing.core.journal.JournalLine.Event;
import io.smarketing.core.lead.FieldName;
import io.smarketing.core.lead.FieldType;
import io.smarketing.core.lead.FieldValue;
import io.smarketing.core.lifecycle.Moment;
import io.smarketing.core.person.Person;
import io.smarketing.core.report.Archive;
import io.smarketing.core.report.Archive.Found;
import io.smarketing.core.report.Dossier;
import io.smarketing.core.report.Dossier.FieldState;
import io.smarketing.core.report.Dossier.LineState;
import io.smarketing.core.report.Dossier.Reasons;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class ArchiveTest {
    private static final String WHO = "lead-0001@example.com";
    private final Bench bench = Funnel.bench();

    private Archive archive() {
        return new Archive(bench.mapping(), bench.books, bench.books, bench.books);
    }

    private Dossier dossier() {
        Found found = archive().find(WHO);
        assertThat(found.people()).hasSize(1);
        return archive().of(found.people().get(0), 100);
    }

    private void wait(int minutes) {
        bench.clock.advance(Duration.ofMinutes(minutes));
    }

    private static FieldState field(Dossier dossier, String name) {
        return dossier.fields().stream()
                .filter(f -> f.rule().name().text().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static Reasons reasons(Dossier dossier, String name) {
        return dossier.reasons().stream()
                .filter(r -> r.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aPersonIsFoundByAddressRecordKeyAndId() {
        bench.leftPerson(WHO, "company", "Acme");
        bench.leftPerson("lead-0002@example.com", "company", "Acme");
        bench.sync();
        Person person =
                archive().find(WHO.toUpperCase(java.util.Locale.ROOT)).people().get(0);
        for (String asked : new String[] {
            bench.leftRef(WHO).id(),
            bench.rightRef(WHO).id(),
            person.key(),
            person.id().toString()
        }) {
            assertThat(archive().find(asked).people()).as(asked).containsExactly(person);
        }
        assertThat(archive().find("lead-0003@example.com").isNothing()).isTrue();
        assertThat(archive().find("x' OR 1=1 --").isNothing()).isTrue();
    }

    @Test
    void aRecordThatIsNobodysIsAStranger() {
        bench.entry(LEFT, fields -> Optional.of("nobody enters"));
        bench.leftPerson(WHO, "company", "Acme");
        bench.sync();
        Found found = archive().find(WHO);
        assertThat(found.people()).isEmpty();
        assertThat(found.strangers()).extracting(s -> s.ref()).containsExactly(bench.leftRef(WHO));
    }

    @Test
    void eachLineIsHeldAgainstTheBase() {
        bench.leftPerson(WHO, "company", "Acme", "score", "70");
        bench.sync();
        Reasons mql = reasons(dossier(), "mql");
        FieldName score = FieldName.of("score");
        assertThat(mql.criteria())
                .containsExactly(new LineState(
                        "score >= 50",
                        "score >= 50",
                        Optional.of(true),
                        Optional.empty(),
                        Map.of(score, Optional.of(FieldValue.of("70")))));
        assertThat(mql.gate()).extracting(LineState::holds).containsExactly(Optional.of(true));
        assertThat(reasons(dossier(), "sql").criteria())
                .extracting(LineState::holds)
                .containsExactly(Optional.of(false));
        assertThat(reasons(dossier(), "recycled").isDetour()).isTrue();
    }

    @Test
    void aValueOfAnotherMappingIsNotKnown() {
        bench.leftPerson(WHO, "company", "Acme", "score", "70");
        bench.sync();
        bench.rule(Rules.of("score", FieldType.NUMBER).rule("another mapping"));
        LineState line = reasons(dossier(), "mql").criteria().get(0);
        assertThat(line.holds()).isEmpty();
        assertThat(line.inputs()).containsValue(Optional.empty());
    }

    @Test
    void theHandoffIsTold() {
        bench.leftPerson(WHO, "company", "Acme", "score", "70");
        bench.sync();
        wait(24 * 60);
        bench.right.edit(bench.rightRef(WHO), "verdict", "accepted");
        wait(1);
        bench.sync();
        Dossier.Took took = dossier().handoff().get(Moment.ACCEPTED);
        assertThat(took.wall()).contains(Duration.ofHours(24));
        assertThat(took.business()).contains(Duration.ofHours(8));
    }

    @Test
    void whoWonAFieldIsToldAndWhatBothHeld() {
        bench.leftPerson(WHO, "company", "Acme", "city", "Berlin");
        bench.sync();
        wait(20);
        bench.left.edit(bench.leftRef(WHO), "city", "Hamburg");
        wait(1);
        bench.right.edit(bench.rightRef(WHO), "city", "Munich");
        wait(1);
        bench.sync();
        FieldState city = field(dossier(), "city");
        assertThat(city.equal()).contains(true);
        assertThat(city.halves()).containsOnlyKeys(LEFT, RIGHT);
        assertThat(city.halves().get(LEFT).value().text())
                .isEqualTo(bench.leftText(WHO, "city"))
                .isNotEqualTo("Berlin");
        assertThat(city.notes()).extracting(n -> n.event()).containsExactly(Event.CONFLICT);
        assertThat(field(dossier(), "title").notes()).isEmpty();
    }

    @Test
    void whatIsParkedAndWhatBecameOfRecordsIsTold() {
        bench.leftPerson(WHO, "company", "Acme", "city", "Berlin");
        bench.sync();
        wait(20);
        bench.left.edit(bench.leftRef(WHO), "city", "x".repeat(300));
        bench.sync();
        assertThat(dossier().parked()).hasSize(1);
        var lead = bench.rightRef(WHO);
        wait(20);
        bench.right.delete(lead);
        wait(1);
        bench.sync();
        assertThat(dossier().tombstones()).extracting(s -> s.ref()).containsExactly(lead);
        assertThat(dossier().journal()).extracting(l -> l.event()).contains(Event.DELETED);
        assertThat(dossier().journal().get(dossier().journal().size() - 1).event())
                .isEqualTo(Event.CREATED);
    }
}
