package io.smarketing.testkit.crm.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.smarketing.core.crm.Change;
import io.smarketing.core.crm.ChangePage;
import io.smarketing.core.crm.Cursor;
import io.smarketing.core.crm.record.CrmRecord;
import io.smarketing.core.crm.record.RecordRef;
import io.smarketing.core.lead.Fields;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** What an adapter's change feed must do. */
public interface FeedContract {

    /** More than one page of any adapter. */
    int MANY = 1_050;

    /** Longer than any adapter's overlap. */
    Duration LONG = Duration.ofHours(1);

    CrmLab lab();

    private FeedRun run(Cursor from) {
        return FeedRun.from(lab().crm().changes(), from);
    }

    private List<RecordRef> put(int many) {
        List<RecordRef> refs = new ArrayList<>();
        for (int i = 0; i < many; i++) {
            refs.add(lab().put(lab().person(String.format("lead-%04d@example.com", i), "before")));
        }
        return refs;
    }

    private Fields text(String value) {
        return Fields.of(lab().text().text(), value);
    }

    @Test
    default void anEmptyAccountIsListedAndCaughtUp() {
        FeedRun run = run(Cursor.START);
        assertThat(run.changes()).isEmpty();
        assertThat(run.next()).isNotEqualTo(Cursor.START);
    }

    @Test
    default void theListingHasEachRecordOnce() {
        List<RecordRef> all = put(MANY);
        lab().advance(LONG);
        FeedRun run = run(Cursor.START);
        assertThat(run.pages().get(0).listing()).isTrue();
        assertThat(run.listed()).hasSize(MANY).containsExactlyInAnyOrderElementsOf(all);
        assertThat(run.pages()).extracting(ChangePage::changes).allMatch(c -> c.size() <= MANY);
    }

    @Test
    default void whatIsMadeOrEditedDuringTheListingIsNotLost() {
        List<RecordRef> all = put(MANY);
        lab().advance(LONG);
        ChangePage first = lab().crm().changes().read(Cursor.START);
        lab().advance(Duration.ofSeconds(5));
        Set<RecordRef> meanwhile = new TreeSet<>();
        meanwhile.add(lab().put(lab().person("late@example.com", "new")));
        lab().edit(all.get(0), text("edited"));
        meanwhile.add(all.get(0));
        lab().advance(Duration.ofSeconds(5));
        FeedRun rest = run(first.next());
        Set<RecordRef> told = new TreeSet<>(rest.touched());
        told.addAll(run(rest.next()).touched());
        assertThat(told).containsAll(meanwhile);
    }

    @Test
    default void whatChangesAfterTheCursorIsFoundAndNothingElseOnceTheOverlapHasPassed() {
        List<RecordRef> all = put(5);
        lab().advance(LONG);
        Cursor cursor = run(Cursor.START).next();
        lab().advance(LONG);
        lab().edit(all.get(3), text("after"));
        lab().advance(Duration.ofSeconds(5));
        RecordRef fresh = lab().put(lab().person("fresh@example.com", "new"));
        lab().advance(Duration.ofSeconds(5));
        FeedRun run = run(cursor);
        assertThat(run.touched()).containsExactlyInAnyOrder(all.get(3), fresh);
        assertThat(run.pages()).noneMatch(ChangePage::listing);
        lab().advance(LONG);
        cursor = run(run.next()).next();
        lab().advance(LONG);
        assertThat(run(cursor).changes()).isEmpty();
    }

    @Test
    default void equalStampsOverMoreThanOnePageAreAllFound() {
        List<RecordRef> all = put(MANY);
        lab().advance(LONG);
        Cursor cursor = run(Cursor.START).next();
        lab().advance(LONG);
        all.forEach(ref -> lab().edit(ref, text("at one instant")));
        lab().advance(Duration.ofSeconds(5));
        assertThat(run(cursor).touched()).containsExactlyInAnyOrderElementsOf(all);
    }

    @Test
    default void aChangeThatAppearsLateIsFound() {
        List<RecordRef> all = put(3);
        lab().advance(LONG);
        Cursor cursor = run(Cursor.START).next();
        lab().advance(LONG);
        Assumptions.assumeTrue(lab().showLate(Duration.ofMinutes(5)), "this CRM shows every change at once");
        lab().edit(all.get(1), text("late"));
        lab().advance(Duration.ofMinutes(1));
        FeedRun before = run(cursor);
        assertThat(before.touched()).doesNotContain(all.get(1));
        lab().advance(Duration.ofMinutes(5));
        assertThat(run(before.next()).touched()).contains(all.get(1));
    }

    @Test
    default void theSameCursorTwiceGivesTheSamePeople() {
        List<RecordRef> all = put(20);
        lab().advance(LONG);
        Cursor cursor = run(Cursor.START).next();
        assertThat(run(Cursor.START).listed()).containsExactlyInAnyOrderElementsOf(all);
        lab().advance(LONG);
        all.subList(0, 10).forEach(ref -> lab().edit(ref, text("after")));
        lab().advance(Duration.ofSeconds(5));
        Set<RecordRef> once = run(cursor).touched();
        assertThat(run(cursor).touched()).isEqualTo(once).hasSize(10);
    }

    @Test
    default void aRecordInTheFeedIsTheRecordOfTheReader() {
        RecordRef ref = put(1).get(0);
        lab().advance(LONG);
        FeedRun run = run(Cursor.START);
        Change.Changed change = (Change.Changed) run.changes().get(0);
        CrmRecord read = lab().crm().reader().byRefs(List.of(ref)).get(ref);
        assertThat(change.stamp()).isEqualTo(read.stamp());
        assertThat(change.record().orElse(read)).isEqualTo(read);
    }

    @Test
    default void aConvertedRecordBecomesTheOtherAndIsToldNoLaterThanIt() {
        RecordRef old = put(3).get(1);
        lab().advance(LONG);
        Cursor cursor = run(Cursor.START).next();
        lab().advance(LONG);
        Optional<RecordRef> now = lab().convert(old);
        Assumptions.assumeTrue(now.isPresent(), "this CRM converts nothing");
        lab().advance(Duration.ofSeconds(5));
        for (FeedRun run : List.of(run(cursor), run(Cursor.START))) {
            assertThat(run.changes()).contains(new Change.Became(old, now.get()));
            assertThat(run.touched()).contains(now.get());
            assertThat(run.pageOf(old)).isLessThanOrEqualTo(run.pageOf(now.get()));
        }
        Map<RecordRef, CrmRecord> read = lab().crm().reader().byRefs(List.of(old));
        assertThat(read).containsOnlyKeys(old);
        assertThat(read.get(old).ref()).isEqualTo(now.get());
        assertThat(read.get(old).email()).isPresent();
    }
}
