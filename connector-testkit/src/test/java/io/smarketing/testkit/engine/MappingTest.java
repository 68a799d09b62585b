package io.smarketing.testkit.engine;

import static io.smarketing.testkit.engine.Bench.LEFT;
import static org.assertj.core.api.Assertions.assertThat;

import io.smarketing.core.journal.JournalLine.Event;
import io.smarketing.core.lead.FieldName;
import io.smarketing.core.mapping.EntryCondition;
import io.smarketing.core.merge.MergePolicy.FirstMeeting;
import io.smarketing.core.sync.loop.SyncLoop;
import io.smarketing.testkit.crm.Call;
import io.smarketing.testkit.crm.FakeCrm;
import io.smarketing.testkit.crm.FakeHabits;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Entry conditions, a mapping that changes, and CRMs that rewrite what we write. */
final class MappingTest {
    private static final String WHO = "lead-0001@example.com";
    private static final EntryCondition HAS_CITY =
            f -> f.text(FieldName.of("city")).isBlank() ? Optional.of("has a city") : Optional.empty();
    private final Bench bench = new Bench();

    private void edit(FakeCrm crm, String field, String value) {
        crm.edit(crm.record(WHO).ref(), field, value);
    }

    @Test
    void whoDoesNotEnterStaysOutUntilTheConditionHolds() {
        bench.entry(LEFT, HAS_CITY);
        bench.leftPerson(WHO);
        bench.sync();
        assertThat(bench.right.records()).isEmpty();
        edit(bench.left, "city", "Bonn");
        bench.sync();
        assertThat(bench.emails(bench.right)).containsExactly(WHO);
    }

    @Test
    void leavingTheConditionPausesAndNeverDeletes() {
        bench.entry(LEFT, HAS_CITY);
        bench.leftPerson(WHO, "city", "Bonn");
        bench.sync();
        edit(bench.left, "city", "");
        edit(bench.left, "title", "paused");
        bench.sync();
        assertThat(bench.rightText(WHO, "city")).isEqualTo("Bonn");
        edit(bench.right, "name", "Edited");
        assertThat(bench.sync().all().writes()).isZero();
        edit(bench.left, "city", "Ulm");
        bench.sync();
        assertThat(bench.rightText(WHO, "city")).isEqualTo("Ulm");
        assertThat(bench.rightText(WHO, "title")).isEqualTo("paused");
        assertThat(bench.leftText(WHO, "name")).isEqualTo("Edited");
        assertThat(bench.books.journal())
                .extracting(l -> l.event())
                .contains(Event.PAUSED, Event.RESUMED)
                .containsOnlyOnce(Event.PAUSED);
    }

    @Test
    void anotherMappingDropsTheBaseOfItsFieldOnly() {
        Bench both = new Bench(FakeHabits.THRIFTY, FakeHabits.THRIFTY);
        both.leftPerson(WHO, "title", "one", "city", "Bonn", "company", "Acme");
        both.sync();
        both.clock.advance(Duration.ofHours(1));
        both.sync();
        both.rule(Rules.text("title").rule("2"));
        both.rule(Rules.text("note").firstMeeting(FirstMeeting.FAVOURED).rule());
        both.left.edit(both.leftRef(WHO), "title", "two");
        both.left.edit(both.leftRef(WHO), "city", "Ulm");
        both.sync();
        assertThat(both.rightText(WHO, "title")).as("a first meeting: left").isEqualTo("one");
        assertThat(both.rightText(WHO, "city")).as("still an edit").isEqualTo("Ulm");
    }

    @Test
    void aNewFieldIsFilledForEverybody() {
        Bench both = new Bench(FakeHabits.THRIFTY, FakeHabits.THRIFTY);
        both.leftPerson(WHO, "note", "noted", "company", "Acme");
        both.sync();
        both.clock.advance(Duration.ofHours(1));
        both.sync();
        assertThat(both.rightText(WHO, "note")).isEmpty();
        both.rule(Rules.text("note").rule());
        both.sync();
        assertThat(both.rightText(WHO, "note")).isEqualTo("noted");
    }

    @Test
    void aRewrittenValueIsAccepted() {
        bench.leftPerson(WHO, "title", "one", "company", "Acme");
        bench.sync();
        rewrites(bench.right, "title", "RIGHT'S OWN", 1);
        edit(bench.left, "title", "two");
        assertThat(bench.sync().inStep()).isTrue();
        assertThat(bench.leftText(WHO, "title")).isEqualTo(bench.rightText(WHO, "title"));
    }

    @Test
    void aFightIsAsideAfterThree() {
        bench.rule(Rules.text("title").from(LEFT, true).rule());
        bench.leftPerson(WHO, "title", "ours", "company", "Acme");
        bench.sync();
        int[] fights = {0};
        for (int i = 0; i < 6; i++) {
            bench.clock.advance(Duration.ofMinutes(1));
            edit(bench.right, "title", "theirs");
            fights[0] += bench.sync().all().writes();
        }
        assertThat(fights[0]).isEqualTo(3);
        assertThat(bench.parked())
                .singleElement()
                .satisfies(p -> assertThat(p.field()).contains(FieldName.of("title")));
        edit(bench.left, "title", "a third value");
        bench.sync();
        assertThat(bench.rightText(WHO, "title")).isEqualTo("a third value");
        assertThat(bench.parked()).isEmpty();
    }

    @Test
    void whatNeverComesToRestIsNamedAfterTenRounds() {
        bench.leftPerson(WHO, "title", "start", "company", "Acme");
        bench.sync();
        edit(bench.right, "title", "r");
        int[] counter = {0};
        for (int i = 1; i <= 20; i++) {
            bench.right.mishaps().after(Call.CHANGES, i, () -> edit(bench.right, "title", "r" + counter[0]++));
        }
        SyncLoop.Result result = bench.sync();
        assertThat(result.inStep()).isFalse();
        assertThat(result.rounds()).isEqualTo(SyncLoop.MOST_ROUNDS);
        assertThat(result.last().fields()).containsExactly("title");
    }

    /** An automation of that CRM: after each of our next writes the field holds its own value. */
    private void rewrites(FakeCrm crm, String field, String value, int times) {
        for (int i = 1; i <= times; i++) {
            crm.mishaps().after(Call.WRITE, i, () -> edit(crm, field, value));
        }
    }
}
