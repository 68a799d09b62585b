package io.smarketing.testkit.engine;

import static io.smarketing.testkit.engine.Bench.LEFT;
import static io.smarketing.testkit.engine.Bench.RIGHT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smarketing.core.crm.record.RecordRef;
import io.smarketing.core.person.Person;
import io.smarketing.testkit.crm.Call;
import io.smarketing.testkit.crm.FakeCrm;
import io.smarketing.testkit.crm.FakeHabits;
import io.smarketing.testkit.engine.Fuse.Killed;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Who is who after records were merged, converted, deleted and restored, several of it before anybody looks. */
final class IdentityTest {
    private static final String WHO = "lead-0001@example.com";
    private static final String OTHER = "lead-0002@example.com";
    private static final String THIRD = "lead-0003@example.com";
    private Bench bench = new Bench();

    private void sync() {
        bench.sync();
        bench.clock.advance(Duration.ofMinutes(1));
    }

    private Person only() {
        assertThat(bench.books.everybody()).hasSize(1);
        return bench.books.everybody().get(0);
    }

    private RecordRef mergedOnTheLeft(String... emails) {
        RecordRef into = bench.left.put(Bench.CONTACT, FakeCrm.fields("email", "merged@example.com", "name", "Merged"));
        for (String email : emails) {
            bench.left.merge(bench.leftRef(email), into);
        }
        return into;
    }

    @AfterEach
    void nothingIsAside() {
        assertThat(bench.sync().all().writes()).isZero();
        assertThat(bench.parked()).isEmpty();
    }

    @Test
    void whatTakesTheDeletedOnesPlaceIsSettledAtOnce() {
        bench.rightPerson(WHO);
        bench.rightPerson(OTHER);
        sync();
        bench.right.merge(bench.rightRef(OTHER), bench.rightRef(WHO));
        sync();
        sync();
        bench.left.delete(bench.leftRef(WHO));
        sync();
        assertThat(bench.left.record(only().in(LEFT).orElseThrow().principal()).key())
                .isEqualTo(only().key());
    }

    @Test
    void whoIsOneHasComeAsFarAsTheFurther() {
        bench.leftPerson(WHO, "company", "Acme");
        sync();
        bench.right.delete(bench.rightRef(WHO));
        bench.leftPerson(OTHER, "company", "Acme");
        bench.rightPerson(OTHER, "stage", "Qualified");
        sync();
        String entered = bench.rightText(OTHER, "mql_at");
        bench.right.edit(bench.rightRef(OTHER), "stage", "");
        RecordRef merged = mergedOnTheLeft(WHO, OTHER);
        sync();
        assertThat(entered).isNotEmpty();
        assertThat(bench.left.text(merged, "mql_at")).isEqualTo(entered);
        assertThat(bench.left.text(merged, "stage")).isEqualTo("mql");
    }

    @Test
    void aRecordOfOneWhoIsAnotherByNowIsFollowedInTheSamePage() {
        for (String email : new String[] {WHO, OTHER, THIRD}) {
            bench.rightPerson(email);
            sync();
        }
        bench.right.merge(bench.rightRef(THIRD), bench.rightRef(OTHER));
        sync();
        bench.left.merge(bench.leftRef(OTHER), bench.leftRef(WHO));
        bench.left.merge(bench.leftRef(THIRD), bench.leftRef(WHO));
        sync();
        assertThat(only().in(LEFT).orElseThrow().others()).isEmpty();
    }

    @Test
    void aRestoredRecordOfOneWhoIsAnotherByNowIsTheirs() {
        RecordRef lead = restoredAfterItsPersonWasMerged();
        sync();
        assertThat(only().in(RIGHT).orElseThrow().others()).containsExactly(lead);
        assertThat(bench.left.records()).hasSize(1);
    }

    @Test
    void oneThatIsRestoredAndConvertedAtOnceIsFollowedToo() {
        RecordRef lead = restoredAfterItsPersonWasMerged();
        RecordRef contact = bench.right.convert(lead, "contact");
        sync();
        assertThat(only().in(RIGHT).orElseThrow().others()).containsExactly(contact);
        assertThat(bench.left.records()).hasSize(1);
    }

    private RecordRef restoredAfterItsPersonWasMerged() {
        bench.leftPerson(WHO, "company", "Acme");
        bench.leftPerson(OTHER, "company", "Acme");
        sync();
        RecordRef lead = bench.rightRef(OTHER);
        bench.right.delete(lead);
        sync();
        bench.right.restore(lead);
        mergedOnTheLeft(WHO, OTHER);
        return lead;
    }

    @Test
    void aTwinOfSomebodyWhoIsOnlyHereIsNobodyNew() {
        bench.leftPerson(WHO, "company", "Acme");
        sync();
        RecordRef contact = bench.leftRef(WHO);
        bench.left.delete(contact);
        RecordRef twin = bench.rightPerson(WHO);
        sync();
        assertThat(bench.left.records()).isEmpty();
        bench.left.restore(contact);
        sync();
        assertThat(only().in(RIGHT).orElseThrow().others()).containsExactly(twin);
    }

    @Test
    void whoBearsAKnownPersonsKeyIsThatPerson() {
        bench.rightPerson(WHO);
        sync();
        bench.left.delete(bench.leftRef(WHO));
        bench.right.convert(bench.rightRef(WHO), "contact");
        bench.leftPerson(WHO, "title", "new");
        sync();
        assertThat(only().in(RIGHT).orElseThrow().principal()).isEqualTo(bench.rightRef(WHO));
        assertThat(bench.rightText(WHO, "title")).isEqualTo("new");
    }

    @Test
    void whoWasDeletedBeforeWeKnewIsNotMadeAgain() {
        bench.leftPerson(WHO, "company", "Acme");
        bench.right.mishaps().after(Call.WRITE, 1, () -> {
            throw new Killed();
        });
        assertThatThrownBy(this::sync).isInstanceOf(Killed.class);
        bench.right.delete(bench.right.convert(bench.rightRef(WHO), "contact"));
        sync();
        assertThat(bench.right.records()).isEmpty();
        assertThat(only().in(RIGHT)).isEmpty();
    }

    @Test
    void whoWasMergedBeforeWeKnewIsTheOneWhoIsLeft() {
        bench.leftPerson(WHO, "company", "Acme");
        sync();
        bench.leftPerson(OTHER, "company", "Acme");
        bench.right.mishaps().after(Call.WRITE, 1, () -> {
            throw new Killed();
        });
        assertThatThrownBy(this::sync).isInstanceOf(Killed.class);
        bench.right.merge(bench.rightRef(OTHER), bench.rightRef(WHO));
        sync();
        assertThat(only().in(LEFT).orElseThrow().others()).containsExactly(bench.leftRef(OTHER));
        assertThat(bench.right.records()).hasSize(1);
    }

    @Test
    void whatARecordHasBecomeDoesNotAnswerForIt() {
        bench.leftPerson(WHO, "company", "Acme");
        bench.leftPerson(OTHER, "company", "Acme", "city", "Bonn");
        sync();
        bench.left.edit(bench.leftRef(OTHER), "city", "");
        bench.right.mishaps().before(Call.WRITE, 1, () -> {
            throw new Killed();
        });
        assertThatThrownBy(this::sync).isInstanceOf(Killed.class);
        bench.right.merge(bench.rightRef(OTHER), bench.rightRef(WHO));
        sync();
        assertThat(only().in(LEFT).orElseThrow().others()).containsExactly(bench.leftRef(OTHER));
        assertThat(bench.rightText(WHO, "city")).isEmpty();
    }

    @Test
    void aWayThatWasFollowedIsNotReadAgain() {
        bench = new Bench(FakeHabits.THRIFTY, FakeHabits.TALKATIVE.withPage(1));
        bench.rightPerson(WHO);
        bench.rightPerson(OTHER);
        RecordRef kept = bench.right.convert(bench.rightRef(OTHER), "contact");
        sync();
        bench.right.merge(bench.right.convert(bench.rightRef(WHO), "contact"), kept);
        bench.left.edit(bench.leftRef(WHO), "title", "followed from here");
        sync();
        int reads = bench.right.mishaps().made(Call.BY_REFS);
        sync();
        assertThat(bench.right.mishaps().made(Call.BY_REFS)).isEqualTo(reads);
    }
}
