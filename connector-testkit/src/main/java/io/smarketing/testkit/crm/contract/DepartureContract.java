package io.smarketing.testkit.crm.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.smarketing.core.crm.Change;
import io.smarketing.core.crm.Change.Became;
import io.smarketing.core.crm.Change.Changed;
import io.smarketing.core.crm.Change.Gone;
import io.smarketing.core.crm.Cursor;
import io.smarketing.core.crm.Lane;
import io.smarketing.core.crm.WriteCommand.Update;
import io.smarketing.core.crm.WriteOutcome;
import io.smarketing.core.crm.record.CrmRecord;
import io.smarketing.core.crm.record.RecordRef;
import io.smarketing.core.lead.Fields;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** What an adapter must do about records that people delete, restore, destroy and merge. */
public interface DepartureContract {

    CrmLab lab();

    private FeedRun run(Cursor from) {
        return FeedRun.from(lab().crm().changes(), from);
    }

    private void needs(Ability ability) {
        Assumptions.assumeTrue(lab().abilities().contains(ability), () -> "not there yet: " + ability);
    }

    private List<RecordRef> put(int many) {
        List<RecordRef> refs = new ArrayList<>();
        for (int i = 0; i < many; i++) {
            refs.add(lab().put(lab().person(String.format("lead-%04d@example.com", i), "text " + i)));
        }
        return refs;
    }

    /** Where to read on when all that was there has been told. */
    private Cursor settled() {
        lab().advance(FeedContract.LONG);
        Cursor listed = run(Cursor.START).next();
        lab().advance(FeedContract.LONG);
        Cursor next = run(listed).next();
        lab().advance(FeedContract.LONG);
        return next;
    }

    private void soon() {
        lab().advance(Duration.ofSeconds(5));
    }

    private Optional<RecordRef> read(RecordRef ref) {
        return Optional.ofNullable(lab().crm().reader().byRefs(List.of(ref)).get(ref))
                .map(CrmRecord::ref);
    }

    private WriteOutcome edit(RecordRef ref) {
        return lab().crm()
                .writer()
                .write(List.of(new Update(ref, Fields.of(lab().text().text(), "ours"), Lane.FIELDS)))
                .get(0);
    }

    /** Where a record is by what the feed tells, step by step. */
    private static RecordRef followed(RecordRef ref, FeedRun... runs) {
        RecordRef at = ref;
        for (FeedRun run : runs) {
            for (Change change : run.changes()) {
                boolean moves = change instanceof Became && change.ref().equals(at);
                at = moves ? ((Became) change).now() : at;
            }
        }
        return at;
    }

    @Test
    default void aDeletedRecordIsToldGoneAndInTheEndNoMore() {
        needs(Ability.DELETION);
        List<RecordRef> all = put(5);
        Cursor cursor = settled();
        lab().delete(all.get(3));
        soon();
        FeedRun run = run(cursor);
        assertThat(run.changes()).containsOnly(new Gone(all.get(3)));
        assertThat(run(cursor).changes()).contains(new Gone(all.get(3)));
        assertThat(read(all.get(3))).isEmpty();
        lab().advance(FeedContract.LONG);
        Cursor later = run(run.next()).next();
        lab().advance(FeedContract.LONG);
        assertThat(run(later).changes()).isEmpty();
    }

    @Test
    default void aRecordDeletedDuringTheListingIsToldGone() {
        needs(Ability.DELETION);
        List<RecordRef> all = put(3);
        lab().advance(FeedContract.LONG);
        Cursor next = lab().crm().changes().read(Cursor.START).next();
        soon();
        lab().delete(all.get(0));
        soon();
        FeedRun rest = run(next);
        List<Change> told = new ArrayList<>(rest.changes());
        told.addAll(run(rest.next()).changes());
        assertThat(told).contains(new Gone(all.get(0)));
    }

    @Test
    default void aRecordEditedAndThenDeletedIsOnlyGone() {
        needs(Ability.DELETION);
        RecordRef ref = put(2).get(0);
        Cursor cursor = settled();
        lab().edit(ref, Fields.of(lab().text().text(), "edited"));
        soon();
        lab().delete(ref);
        soon();
        assertThat(run(cursor).changes()).containsOnly(new Gone(ref));
    }

    @Test
    default void aDeletionThatAppearsLateIsToldGone() {
        needs(Ability.DELETION);
        RecordRef ref = put(2).get(0);
        Cursor cursor = settled();
        Assumptions.assumeTrue(lab().showLate(Duration.ofMinutes(5)), "this CRM shows every change at once");
        lab().delete(ref);
        lab().advance(Duration.ofMinutes(1));
        FeedRun before = run(cursor);
        lab().advance(Duration.ofMinutes(5));
        assertThat(run(before.next()).changes()).contains(new Gone(ref));
    }

    @Test
    default void aListingHasNothingOfWhatWasDeletedBefore() {
        needs(Ability.DELETION);
        List<RecordRef> all = put(2);
        lab().delete(all.get(0));
        lab().advance(FeedContract.LONG);
        assertThat(run(Cursor.START).changes().stream().map(Change::ref)).containsOnly(all.get(1));
    }

    @Test
    default void aRestoredRecordIsToldAsAChangeAgain() {
        needs(Ability.DELETION);
        RecordRef ref = put(2).get(0);
        Cursor cursor = settled();
        lab().delete(ref);
        soon();
        FeedRun gone = run(cursor);
        assertThat(gone.changes()).contains(new Gone(ref));
        lab().restore(ref);
        soon();
        FeedRun back = run(gone.next());
        assertThat(back.changes()).noneMatch(Gone.class::isInstance);
        assertThat(back.changes())
                .filteredOn(Changed.class::isInstance)
                .extracting(Change::ref)
                .contains(ref);
        assertThat(read(ref)).contains(ref);
        assertThat(lab().crm().reader().byEmails(List.of(lab().known("lead-0000@example.com"))))
                .extracting(CrmRecord::ref)
                .containsExactly(ref);
        assertThat(edit(ref)).isInstanceOf(WriteOutcome.Written.class);
    }

    @Test
    default void aDestroyedRecordIsGoneWhoeverAsks() {
        needs(Ability.DESTRUCTION);
        List<RecordRef> all = put(2);
        lab().delete(all.get(0));
        lab().destroy(all.get(0));
        assertThat(lab().crm().reader().byRefs(all)).containsOnlyKeys(all.get(1));
        assertThat(edit(all.get(0))).isEqualTo(new WriteOutcome.Gone());
    }

    @Test
    default void aMergedRecordBecomesTheOtherAndIsToldNoLaterThanIt() {
        needs(Ability.MERGE);
        List<RecordRef> all = put(3);
        Cursor cursor = settled();
        RecordRef winner = lab().merge(all.get(0), all.get(2));
        soon();
        FeedRun run = run(cursor);
        assertThat(run.changes()).contains(new Became(all.get(0), winner)).doesNotContain(new Gone(all.get(0)));
        assertThat(run.pageOf(all.get(0))).isLessThanOrEqualTo(run.pageOf(winner));
        assertThat(run.touched()).contains(winner).doesNotContain(all.get(1));
        assertThat(read(all.get(0))).contains(winner);
        assertThat(edit(all.get(0))).isEqualTo(new WriteOutcome.Moved(winner));
    }

    @Test
    default void aChainOfMergesLeadsToItsEnd() {
        needs(Ability.MERGE);
        List<RecordRef> all = put(3);
        Cursor cursor = settled();
        RecordRef second = lab().merge(all.get(0), all.get(1));
        soon();
        FeedRun first = run(cursor);
        RecordRef last = lab().merge(second, all.get(2));
        soon();
        assertThat(followed(all.get(0), first, run(first.next()))).isEqualTo(last);
        assertThat(read(all.get(0))).contains(last);
        assertThat(read(all.get(1))).contains(last);
        assertThat(edit(all.get(0))).isEqualTo(new WriteOutcome.Moved(last));
    }

    @Test
    default void aMergeWhoseWinnerIsDeletedLaterIsGone() {
        needs(Ability.MERGE);
        List<RecordRef> all = put(3);
        Cursor cursor = settled();
        RecordRef winner = lab().merge(all.get(0), all.get(1));
        soon();
        lab().delete(winner);
        soon();
        assertThat(run(cursor).changes()).contains(new Gone(winner)).doesNotContain(new Gone(all.get(2)));
        assertThat(lab().crm().reader().byRefs(all)).containsOnlyKeys(all.get(2));
        assertThat(edit(all.get(0))).isEqualTo(new WriteOutcome.Gone());
    }

    @Test
    default void aConvertedRecordWhoseSuccessorIsMergedLeadsToTheWinner() {
        needs(Ability.MERGE);
        List<RecordRef> all = put(2);
        Optional<RecordRef> loser = lab().convert(all.get(0));
        Assumptions.assumeTrue(loser.isPresent(), "this CRM converts nothing");
        RecordRef other = lab().convert(all.get(1)).orElseThrow();
        Cursor cursor = settled();
        RecordRef winner = lab().merge(loser.get(), other);
        soon();
        FeedRun run = run(cursor);
        assertThat(run.changes()).contains(new Became(loser.get(), winner));
        Map<RecordRef, CrmRecord> read = lab().crm().reader().byRefs(all);
        assertThat(read.get(all.get(0)).ref()).isEqualTo(winner);
        assertThat(read.get(all.get(1)).ref()).isEqualTo(winner);
        assertThat(edit(all.get(0))).isEqualTo(new WriteOutcome.Moved(winner));
    }
}
