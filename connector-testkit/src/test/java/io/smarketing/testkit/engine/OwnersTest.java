package io.smarketing.testkit.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.smarketing.core.lead.FieldType;
import io.smarketing.core.mapping.Assignment.By;
import io.smarketing.core.mapping.FieldRule;
import io.smarketing.core.merge.MergePolicy.Conflict;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The owner {@code robot} of the right CRM is our own user: nobody's owner, without an address. */
final class OwnersTest {
    private static final String WHO = "lead-0001@example.com";
    private final Bench bench = new Bench();

    @BeforeEach
    void twoReps() {
        bench.rule(Rules.of("owner", FieldType.OWNER).rule());
        bench.left.owner("l1", "rep-1@example.com");
        bench.left.owner("l2", "rep-2@example.com");
        bench.right.owner("r1", "rep-1@example.com");
        bench.right.owner("r3", "rep-3@example.com");
    }

    private void editLeft(String owner) {
        bench.left.edit(bench.leftRef(WHO), "owner", owner);
        bench.sync();
    }

    private void editRight(String owner) {
        bench.right.edit(bench.rightRef(WHO), "owner", owner);
        bench.sync();
    }

    @Test
    void anOwnerGoesByAddress() {
        bench.leftPerson(WHO, "owner", "l1");
        bench.sync();
        assertThat(bench.rightText(WHO, "owner")).isEqualTo("r1");
    }

    @Test
    void anOwnerWithoutACounterpartIsLeftAlone() {
        bench.leftPerson(WHO, "owner", "l2");
        bench.rightPerson(WHO, "owner", "r1");
        assertThat(bench.sync().inStep()).isTrue();
        assertThat(bench.leftText(WHO, "owner")).isEqualTo("l2");
        assertThat(bench.rightText(WHO, "owner")).isEqualTo("r1");
        assertThat(bench.parked()).isEmpty();
        editRight("r3");
        assertThat(bench.leftText(WHO, "owner")).isEqualTo("l2");
    }

    @Test
    void theFirstOwnerIsCarriedToSomebodyWhomNobodyOwned() {
        bench.leftPerson(WHO);
        bench.sync();
        editRight("robot");
        assertThat(bench.leftText(WHO, "owner")).isEmpty();
        editRight("r1");
        assertThat(bench.leftText(WHO, "owner")).isEqualTo("l1");
    }

    @Test
    void whoIsOwnedByOurUserOrNobodyGetsTheOwnerThatTheOtherSideGives() {
        bench.leftPerson(WHO);
        bench.sync();
        editRight("robot");
        editLeft("l1");
        assertThat(bench.rightText(WHO, "owner")).isEqualTo("r1");
        editRight("robot");
        assertThat(bench.leftText(WHO, "owner")).as("our user says nothing").isEqualTo("l1");
    }

    @Test
    void anOwnerIsNotTakenAwayWhereThatCannotBe() {
        bench.leftPerson(WHO, "owner", "l1");
        bench.sync();
        editLeft("");
        assertThat(bench.rightText(WHO, "owner")).isEqualTo("r1");
        assertThat(bench.parked()).isEmpty();
    }

    @Test
    void whomTheRulesChooseIsToldToWhoeverOwnedThePerson() {
        bench.left.owner("l3", "rep-3@example.com");
        bench.rule(Rules.of("owner", FieldType.OWNER)
                .conflict(Conflict.PREFER, Bench.RIGHT)
                .rule());
        bench.right.rule("owner", "r3");
        bench.leftPerson(WHO, "owner", "l1");
        bench.leftPerson("lead-0002@example.com");
        assertThat(bench.sync().inStep()).isTrue();
        assertThat(bench.rightText(WHO, "owner")).isEqualTo("r3");
        assertThat(bench.leftText(WHO, "owner")).isEqualTo("l3");
        assertThat(bench.leftText("lead-0002@example.com", "owner")).isEqualTo("l3");
    }

    @Test
    void anOwnerWhomTheRulesChooseStandsEvenIfTheOtherSideDoesNotKnowThem() {
        bench.right.rule("owner", "r3");
        bench.leftPerson(WHO, "owner", "l1");
        assertThat(bench.sync().inStep()).isTrue();
        assertThat(bench.rightText(WHO, "owner")).isEqualTo("r3");
        assertThat(bench.leftText(WHO, "owner")).isEqualTo("l1");
    }

    @Test
    void aQueueGetsNewRecordsUntilSomebodyTakesThem() {
        bench.right.queue("q1", "Inbound");
        bench.assigning(By.QUEUE, "Inbound");
        bench.leftPerson(WHO, "owner", "l1");
        assertThat(bench.sync().inStep()).isTrue();
        assertThat(bench.rightText(WHO, "owner")).isEqualTo("q1");
        assertThat(bench.leftText(WHO, "owner")).isEqualTo("l1");
        bench.left.owner("l3", "rep-3@example.com");
        editRight("r3");
        assertThat(bench.leftText(WHO, "owner")).isEqualTo("l3");
        editLeft("l1");
        assertThat(bench.rightText(WHO, "owner")).isEqualTo("r1");
    }

    @Test
    void aQueueNeedsNoMappedOwner() {
        bench.rules(Rules.usual().toArray(FieldRule[]::new));
        bench.right.queue("q1", "Inbound");
        bench.assigning(By.QUEUE, "Inbound");
        bench.leftPerson(WHO, "owner", "l1");
        assertThat(bench.sync().inStep()).isTrue();
        assertThat(bench.rightText(WHO, "owner")).isEqualTo("q1");
    }

    @Test
    void theMappedOwnerGetsNewRecords() {
        bench.assigning(By.OWNER);
        bench.leftPerson(WHO, "owner", "l1");
        assertThat(bench.sync().inStep()).isTrue();
        assertThat(bench.rightText(WHO, "owner")).isEqualTo("r1");
    }
}
