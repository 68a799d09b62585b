package io.smarketing.testkit.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.smarketing.core.crm.record.RecordRef;
import io.smarketing.core.lead.Email;
import io.smarketing.testkit.engine.Fuse.Killed;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ErasureTest {
    private static final String WHO = "lead-0001@example.com";
    private static final String OTHER = "lead-0002@example.com";
    private final Bench bench = new Bench();

    private void inStep() {
        bench.leftPerson(WHO, "title", "one", "company", "Acme");
        bench.leftPerson(OTHER, "title", "one", "company", "Acme");
        bench.sync();
        bench.clock.advance(Duration.ofMinutes(1));
    }

    /** What the CRM does, and what it tells. */
    private void deletedForPrivacy(RecordRef ref) {
        bench.left.delete(ref);
        bench.left.destroy(ref);
        bench.books.askErasure(Set.of(ref));
    }

    private void nothingIsKnown() {
        assertThat(bench.books.everybody())
                .allSatisfy(p -> assertThat(p.email()).contains(new Email(OTHER)));
        assertThat(bench.books.sightedByEmail(Bench.LEFT, Set.of(new Email(WHO))))
                .isEmpty();
        assertThat(bench.books.sightedByEmail(Bench.RIGHT, Set.of(new Email(WHO))))
                .isEmpty();
        assertThat(bench.parked()).isEmpty();
    }

    @Test
    void whoeverWasErasedIsKnownNoMoreAndTheOtherSideKeepsItsRecord() {
        inStep();
        deletedForPrivacy(bench.leftRef(WHO));
        bench.sync();
        nothingIsKnown();
        assertThat(bench.books.erasuresAsked()).isEmpty();
        assertThat(bench.emails(bench.right)).containsExactly(WHO, OTHER);
        assertThat(bench.emails(bench.left)).containsExactly(OTHER);
    }

    @Test
    void nobodyIsMadeAgainByAnEditNorByAnotherAddressNorByAConversion() {
        inStep();
        deletedForPrivacy(bench.leftRef(WHO));
        bench.sync();
        bench.clock.advance(Duration.ofMinutes(1));
        RecordRef lead = bench.rightRef(WHO);
        bench.right.edit(lead, "title", "two");
        bench.sync();
        bench.right.edit(lead, "email", "lead-0003@example.com");
        bench.sync();
        bench.clock.advance(Duration.ofMinutes(1));
        bench.right.convert(lead, "contact");
        bench.sync();
        assertThat(bench.emails(bench.left)).containsExactly(OTHER);
        nothingIsKnown();
    }

    @Test
    void theAddressIsCarriedNowhereFromEitherSide() {
        inStep();
        RecordRef lead = bench.rightRef(WHO);
        deletedForPrivacy(bench.leftRef(WHO));
        bench.sync();
        bench.right.delete(lead);
        bench.leftPerson(WHO, "company", "Acme");
        bench.sync();
        assertThat(bench.emails(bench.right)).containsExactly(OTHER);
        bench.left.delete(bench.leftRef(WHO));
        bench.rightPerson(WHO);
        bench.sync();
        assertThat(bench.emails(bench.left)).containsExactly(OTHER);
        nothingIsKnown();
    }

    @Test
    void everybodyElseGoesOn() {
        inStep();
        deletedForPrivacy(bench.leftRef(WHO));
        bench.left.edit(bench.leftRef(OTHER), "title", "two");
        bench.sync();
        assertThat(bench.rightText(OTHER, "title")).isEqualTo("two");
    }

    @Test
    void aFirstLoadPassesThemBy() {
        RecordRef left = bench.leftPerson(WHO, "company", "Acme");
        bench.rightPerson(OTHER);
        bench.books.askErasure(Set.of(left));
        bench.sync();
        assertThat(bench.emails(bench.right)).containsExactly(OTHER);
        assertThat(bench.books.sightings(Set.of(left))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void aDeathOnTheWayLosesNothing(int nth) {
        Fuse fuse = new Fuse();
        bench.ledger(fuse::in);
        inStep();
        deletedForPrivacy(bench.leftRef(WHO));
        for (boolean after : List.of(false, true)) {
            fuse.dieAt(nth, after);
            try {
                bench.sync();
            } catch (Killed e) {
                fuse.live();
            }
        }
        fuse.live();
        bench.sync();
        nothingIsKnown();
        assertThat(bench.emails(bench.left)).containsExactly(OTHER);
    }
}
