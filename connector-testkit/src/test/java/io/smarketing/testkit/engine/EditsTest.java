package io.smarketing.testkit.engine;

import static io.smarketing.testkit.engine.Bench.LEFT;
import static io.smarketing.testkit.engine.Bench.RIGHT;
import static org.assertj.core.api.Assertions.assertThat;

import io.smarketing.core.crm.record.RecordRef;
import io.smarketing.core.journal.JournalLine.Event;
import io.smarketing.core.lead.FieldType;
import io.smarketing.core.mapping.Codecs;
import io.smarketing.core.merge.MergePolicy.Conflict;
import io.smarketing.testkit.crm.Call;
import io.smarketing.testkit.crm.FakeCrm;
import io.smarketing.testkit.crm.FakeHabits;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class EditsTest {
    private static final String WHO = "lead-0001@example.com";
    private final Bench bench = new Bench();

    private void inStep(String title) {
        bench.leftPerson(WHO, "title", title, "company", "Acme");
        bench.sync();
        bench.clock.advance(Duration.ofMinutes(30));
        bench.sync();
    }

    private void editLeft(String field, String value) {
        bench.left.edit(bench.leftRef(WHO), field, value);
    }

    private void editRight(String field, String value) {
        bench.right.edit(bench.rightRef(WHO), field, value);
    }

    @Test
    void editsGoBothWaysAndAnEchoWritesNothing() {
        inStep("one");
        editLeft("title", "two");
        editRight("city", "Bonn");
        assertThat(bench.sync().all().writes()).isEqualTo(2);
        assertThat(bench.rightText(WHO, "title")).isEqualTo("two");
        assertThat(bench.leftText(WHO, "city")).isEqualTo("Bonn");
        bench.clock.advance(Duration.ofMinutes(1));
        assertThat(bench.sync().all().writes()).isZero();
    }

    @Test
    void aClearedFieldIsCleared() {
        inStep("one");
        editRight("title", "");
        bench.sync();
        assertThat(bench.leftText(WHO, "title")).isEmpty();
    }

    @Test
    void aBlankThatMayNotOverwriteStaysAlone() {
        bench.rule(Rules.text("title").keepsBlanks().rule());
        inStep("one");
        editRight("title", "");
        assertThat(bench.sync().all().writes()).isZero();
        assertThat(bench.leftText(WHO, "title")).isEqualTo("one");
        editRight("title", "two");
        bench.sync();
        assertThat(bench.leftText(WHO, "title")).isEqualTo("two");
    }

    @Test
    void theLaterEditWinsByTheIntervalsInWhichTheyWereMade() {
        Bench plain = new Bench(FakeHabits.TALKATIVE, FakeHabits.TALKATIVE);
        plain.rule(Rules.text("title").conflict(Conflict.NEWEST, RIGHT).rule());
        RecordRef left = plain.leftPerson(WHO, "title", "one", "company", "Acme");
        plain.sync();
        plain.clock.advance(Duration.ofMinutes(30));
        plain.sync();
        plain.right.showLate(Duration.ofMinutes(20));
        plain.right.edit(plain.rightRef(WHO), "title", "right, earlier");
        plain.clock.advance(Duration.ofMinutes(5));
        plain.left.edit(left, "unmapped", "seen");
        plain.sync();
        plain.clock.advance(Duration.ofMinutes(1));
        plain.left.edit(left, "title", "left, later");
        plain.sync();
        assertThat(plain.rightText(WHO, "title")).isEqualTo("left, later");
    }

    @Test
    void theLaterEditWinsByHistory() {
        inStep("one");
        editRight("title", "right");
        bench.clock.advance(Duration.ofMinutes(5));
        editLeft("title", "left, later");
        bench.sync();
        assertThat(bench.rightText(WHO, "title")).isEqualTo("left, later");
        assertThat(bench.made(Call.HISTORY)).isEqualTo(1);
        assertThat(bench.books.journal()).anySatisfy(l -> assertThat(l.note()).isEqualTo("left won, edited later"));
    }

    @Test
    void editsThatCannotBeOrderedGoToTheTieSide() {
        bench.rule(Rules.text("title").conflict(Conflict.NEWEST, RIGHT).rule());
        inStep("one");
        editLeft("title", "left");
        editRight("title", "right");
        bench.sync();
        assertThat(bench.leftText(WHO, "title")).isEqualTo("right");
        assertThat(bench.books.journal()).anySatisfy(l -> {
            assertThat(l.event()).isEqualTo(Event.CONFLICT);
            assertThat(l.note()).isEqualTo("right won, by the field's policy");
        });
    }

    @Test
    void theLaterEditWinsAgainstTheTieSide() {
        inStep("one");
        editLeft("title", "left");
        bench.clock.advance(Duration.ofMinutes(5));
        editRight("title", "right, later");
        bench.sync();
        assertThat(bench.leftText(WHO, "title"))
                .as("the interval of the right one is open")
                .isEqualTo("left");
        assertThat(bench.rightText(WHO, "title")).isEqualTo("left");
    }

    @Test
    void aPreferredSideWinsAndNoHistoryIsAsked() {
        bench.rule(Rules.text("title").conflict(Conflict.PREFER, RIGHT).rule());
        inStep("one");
        editRight("title", "right");
        bench.clock.advance(Duration.ofMinutes(5));
        editLeft("title", "left, later");
        bench.sync();
        assertThat(bench.leftText(WHO, "title")).isEqualTo("right");
        assertThat(bench.made(Call.HISTORY)).isZero();
    }

    @Test
    void aPreferredSideYieldsWhereItIsBlank() {
        bench.rule(Rules.text("title")
                .conflict(Conflict.PREFER_UNLESS_BLANK, RIGHT)
                .rule());
        inStep("one");
        editRight("title", "");
        editLeft("title", "left");
        bench.sync();
        assertThat(bench.rightText(WHO, "title")).isEqualTo("left");
    }

    @Test
    void aOneWayFieldDriftsAndIsCounted() {
        bench.rule(Rules.text("title").from(LEFT, false).rule());
        inStep("one");
        editRight("title", "drifted");
        assertThat(bench.sync().all().writes()).isZero();
        assertThat(bench.rightText(WHO, "title")).isEqualTo("drifted");
        assertThat(bench.books.leftAlone().get(Event.DRIFT).values()).containsExactly(1L);
        editLeft("title", "two");
        bench.sync();
        assertThat(bench.rightText(WHO, "title")).isEqualTo("two");
    }

    @Test
    void anEnforcedFieldIsWrittenAgain() {
        bench.rule(Rules.text("title").from(LEFT, true).rule());
        inStep("one");
        editRight("title", "drifted");
        bench.sync();
        assertThat(bench.rightText(WHO, "title")).isEqualTo("one");
    }

    @Test
    void aWordWithoutAWayBackIsNoFaultInAOneWayField() {
        var words = Map.of("SOCIAL_MEDIA", "Social", "PAID_SOCIAL", "Social", "OTHER", "Web");
        bench.rule(Rules.text("title")
                .from(LEFT, false)
                .codec(LEFT, Codecs.picklist(words, Map.of("Web", "OTHER")))
                .rule());
        inStep("SOCIAL_MEDIA");
        assertThat(bench.rightText(WHO, "title")).isEqualTo("Social");
        editLeft("city", "Bonn");
        bench.sync();
        assertThat(bench.parked()).isEmpty();
        editRight("title", "Trade show");
        editLeft("title", "OTHER");
        bench.sync();
        assertThat(bench.parked()).isEmpty();
        assertThat(bench.rightText(WHO, "title")).isEqualTo("Web");
    }

    @Test
    void aStandInReadsAsBlankUntilSomebodyEditsIt() {
        bench.leftPerson(WHO);
        bench.sync();
        assertThat(bench.rightText(WHO, "company")).isEqualTo("[not provided]");
        assertThat(bench.leftText(WHO, "company")).isEmpty();
        editRight("city", "Bonn");
        bench.sync();
        assertThat(bench.leftText(WHO, "company")).isEmpty();
        editRight("company", "Acme");
        bench.sync();
        assertThat(bench.leftText(WHO, "company")).isEqualTo("Acme");
        editRight("company", "[not provided]");
        bench.sync();
        assertThat(bench.leftText(WHO, "company"))
                .as("the same word by a person")
                .isEqualTo("[not provided]");
    }

    @Test
    void aStandInWhoseLettersATriggerChangesStillReadsAsBlank() {
        bench.leftPerson(WHO);
        bench.sync();
        editRight("company", "[NOT PROVIDED]");
        assertThat(bench.sync().all().writes()).isZero();
        assertThat(bench.leftText(WHO, "company")).isEmpty();
        editLeft("company", "Acme");
        bench.sync();
        assertThat(bench.rightText(WHO, "company")).isEqualTo("Acme");
    }

    @Test
    void aStandInReadsAsBlankAfterAConversion() {
        bench.leftPerson(WHO);
        bench.sync();
        bench.clock.advance(Duration.ofMinutes(1));
        bench.right.convert(bench.rightRef(WHO), "contact");
        bench.sync();
        assertThat(bench.rightText(WHO, "company")).isEqualTo("[not provided]");
        assertThat(bench.leftText(WHO, "company")).isEmpty();
        editRight("company", "Acme");
        bench.sync();
        assertThat(bench.leftText(WHO, "company")).isEqualTo("Acme");
    }

    @Test
    void aStandInReadsAsBlankOnARecordThatIsBroughtBack() {
        bench.leftPerson(WHO);
        bench.sync();
        RecordRef lead = bench.rightRef(WHO);
        bench.right.delete(lead);
        bench.sync();
        bench.clock.advance(Duration.ofMinutes(1));
        bench.right.restore(lead);
        bench.sync();
        assertThat(bench.rightText(WHO, "company")).isEqualTo("[not provided]");
        assertThat(bench.leftText(WHO, "company")).isEmpty();
    }

    @Test
    void aStandInReadsAsBlankWhereAConversionDropsOurKeyAndTheContactIsBroughtBack() {
        bench.rule(Rules.text("name").standIn(RIGHT, "[not provided]").rule());
        bench.left.put(Bench.CONTACT, FakeCrm.fields("email", WHO));
        bench.sync();
        bench.clock.advance(Duration.ofMinutes(1));
        RecordRef contact = bench.right.convert(bench.rightRef(WHO), "contact");
        bench.right.edit(contact, "key", "");
        bench.right.delete(contact);
        bench.sync();
        bench.clock.advance(Duration.ofMinutes(1));
        bench.right.restore(contact);
        bench.sync();
        assertThat(bench.right.record(contact).key()).isNotEmpty();
        assertThat(bench.rightText(WHO, "name")).isEqualTo("[not provided]");
        assertThat(bench.leftText(WHO, "name")).isEmpty();
    }

    @Test
    void aStandInThatIsReadFromTheCompanyOfANewContactIsNotCarried() {
        bench.right.put(Bench.CONTACT, FakeCrm.fields("email", WHO, "name", "N", "company", "[not provided]"));
        bench.sync();
        assertThat(bench.leftText(WHO, "company")).isEmpty();
        bench.right.edit(bench.rightRef(WHO), "company", "Acme");
        bench.sync();
        assertThat(bench.leftText(WHO, "company")).isEqualTo("Acme");
    }

    @Test
    void aStandInThatIsReadFromTheCompanyOfAContactIsNoValue() {
        bench.leftPerson(WHO, "company", "Acme");
        bench.sync();
        RecordRef contact = bench.right.convert(bench.rightRef(WHO), "contact");
        bench.sync();
        bench.clock.advance(Duration.ofMinutes(1));
        bench.right.edit(contact, "company", "[not provided]");
        bench.sync();
        assertThat(bench.leftText(WHO, "company")).isEqualTo("Acme");
        bench.right.edit(contact, "company", "Bolt");
        bench.sync();
        assertThat(bench.leftText(WHO, "company")).isEqualTo("Bolt");
    }

    @Test
    void theWordOfAStandInOnARecordThatPeopleMadeIsAValue() {
        bench.rightPerson(WHO, "company", "[not provided]");
        bench.sync();
        assertThat(bench.leftText(WHO, "company")).isEqualTo("[not provided]");
    }

    @Test
    void aStandInGivesWayToAValue() {
        bench.leftPerson(WHO);
        bench.sync();
        editLeft("company", "Acme");
        bench.sync();
        assertThat(bench.rightText(WHO, "company")).isEqualTo("Acme");
    }

    @Test
    void falseAndBlankAreEqualWhereABooleanCannotBeBlank() {
        bench.rule(Rules.of("opted", FieldType.BOOLEAN).rule());
        inStep("one");
        assertThat(bench.rightText(WHO, "opted")).isEqualTo("false");
        assertThat(bench.leftText(WHO, "opted")).isEmpty();
        editRight("opted", "true");
        bench.sync();
        assertThat(bench.leftText(WHO, "opted")).isEqualTo("true");
    }

    @Test
    void nothingIsAskedOfTheOtherSideWhereNothingDiffers() {
        inStep("one");
        int reads = bench.right.mishaps().made(Call.BY_REFS);
        int writes = bench.made(Call.WRITE);
        editLeft("unmapped", "x");
        bench.sync();
        assertThat(bench.right.mishaps().made(Call.BY_REFS)).isEqualTo(reads);
        assertThat(bench.made(Call.WRITE)).isEqualTo(writes);
    }
}
