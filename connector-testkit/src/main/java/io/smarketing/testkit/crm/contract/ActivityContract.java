package io.smarketing.testkit.crm.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.smarketing.core.crm.Cursor;
import io.smarketing.core.crm.Lane;
import io.smarketing.core.crm.WriteCommand;
import io.smarketing.core.crm.WriteOutcome.Written;
import io.smarketing.core.crm.record.CrmRecord;
import io.smarketing.core.crm.record.Edit;
import io.smarketing.core.crm.record.RecordRef;
import io.smarketing.core.crm.record.Touch;
import io.smarketing.core.crm.record.Touch.Kind;
import io.smarketing.core.lead.FieldName;
import io.smarketing.core.lead.Fields;
import io.smarketing.testkit.crm.contract.CrmLab.Doer;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** What an adapter must tell of what people did about a person. */
public interface ActivityContract {

    /** The kinds that every CRM knows. */
    List<Kind> ACTIVITIES = List.of(Kind.CALL, Kind.EMAIL, Kind.MEETING, Kind.TASK);

    CrmLab lab();

    private void needsActivity() {
        Assumptions.assumeTrue(lab().abilities().contains(Ability.ACTIVITY), "not there yet: " + Ability.ACTIVITY);
    }

    private RecordRef put(int number) {
        return lab().put(lab().person(String.format("lead-%04d@example.com", number), "old"));
    }

    private void act(RecordRef about, Kind kind, Doer by) {
        lab().act(about, kind, by, Duration.ZERO);
    }

    private Optional<Touch> first(RecordRef ref, Instant since) {
        return touches(ref, since).stream()
                .map(t -> new Touch(t.at(), t.kind()))
                .findFirst();
    }

    private List<Touch> touches(RecordRef ref, Instant since) {
        Map<RecordRef, List<Touch>> touches = lab().crm().activity().touches(Map.of(ref, since));
        assertThat(touches.keySet()).isSubsetOf(Set.of(ref));
        return touches.getOrDefault(ref, List.of());
    }

    /** The CRM's time now, as a record that is made now tells it. */
    private Instant now(int number) {
        RecordRef ref = put(number);
        return lab().crm().reader().byRefs(List.of(ref)).get(ref).createdAt();
    }

    @Test
    default void aQuestionAboutNobodyCostsNoCall() {
        lab().crm().reader().byRefs(List.of(put(1)));
        long before = lab().calls();
        assertThat(lab().crm().activity().touches(Map.of())).isEmpty();
        assertThat(lab().crm().activity().lastEdits(Map.of())).isEmpty();
        assertThat(lab().calls()).isEqualTo(before);
    }

    @Test
    default void eachKindOfTouchIsToldWithItsTime() {
        needsActivity();
        int number = 0;
        for (Kind kind : ACTIVITIES) {
            RecordRef ref = put(++number);
            Instant since = now(++number);
            assertThat(first(ref, since)).isEmpty();
            lab().advance(Duration.ofMinutes(5));
            act(ref, kind, Doer.HUMAN);
            Instant at = now(++number);
            lab().advance(Duration.ofMinutes(5));
            assertThat(first(ref, since)).contains(new Touch(at, kind));
        }
    }

    @Test
    default void whatWeOrAnAutomationDidIsNoTouch() {
        needsActivity();
        RecordRef ref = put(1);
        Instant since = now(2);
        for (Kind kind : ACTIVITIES) {
            act(ref, kind, Doer.OURSELVES);
            act(ref, kind, Doer.AUTOMATION);
        }
        lab().advance(Duration.ofMinutes(5));
        assertThat(first(ref, since)).isEmpty();
        act(ref, Kind.CALL, Doer.HUMAN);
        Instant at = now(3);
        lab().advance(Duration.ofMinutes(5));
        assertThat(first(ref, since)).contains(new Touch(at, Kind.CALL));
    }

    @Test
    default void theFirstAtOrAfterTheTimeCounts() {
        needsActivity();
        RecordRef ref = put(1);
        Instant beginning = now(2);
        act(ref, Kind.EMAIL, Doer.HUMAN);
        lab().advance(Duration.ofMinutes(5));
        Instant second = now(3);
        act(ref, Kind.MEETING, Doer.HUMAN);
        lab().advance(Duration.ofMinutes(5));
        act(ref, Kind.CALL, Doer.HUMAN);
        lab().advance(Duration.ofMinutes(5));
        assertThat(first(ref, beginning)).contains(new Touch(beginning, Kind.EMAIL));
        assertThat(first(ref, second)).contains(new Touch(second, Kind.MEETING));
        assertThat(first(ref, second.plusSeconds(1))).map(Touch::kind).contains(Kind.CALL);
        assertThat(first(ref, second.plusSeconds(3_600))).isEmpty();
        assertThat(touches(ref, beginning))
                .extracting(Touch::kind)
                .containsExactly(Kind.EMAIL, Kind.MEETING, Kind.CALL);
        assertThat(touches(ref, beginning)).as("who did it").allMatch(t -> t.by().isPresent());
    }

    @Test
    default void whatIsOnlyPlannedIsNoTouch() {
        needsActivity();
        RecordRef ref = put(1);
        Instant since = now(2);
        lab().act(ref, Kind.MEETING, Doer.HUMAN, Duration.ofMinutes(30));
        lab().act(ref, Kind.TASK, Doer.HUMAN, Duration.ofMinutes(30));
        lab().advance(Duration.ofMinutes(5));
        assertThat(first(ref, since)).isEmpty();
        lab().advance(Duration.ofMinutes(30));
        assertThat(first(ref, since)).contains(new Touch(since.plus(Duration.ofMinutes(30)), Kind.MEETING));
    }

    @Test
    default void aThousandAreAskedAtOnceEachSinceItsOwnTime() {
        needsActivity();
        Map<RecordRef, Instant> since = new HashMap<>();
        Instant now = now(9_999);
        for (int i = 0; i < 1_000; i++) {
            since.put(put(i), i % 2 == 0 ? now : now.plusSeconds(60));
        }
        since.keySet().forEach(ref -> act(ref, Kind.CALL, Doer.HUMAN));
        since.put(lab().unknown(), now);
        lab().advance(Duration.ofMinutes(5));
        Map<RecordRef, List<Touch>> touches = lab().crm().activity().touches(since);
        assertThat(touches).hasSize(500);
        assertThat(touches.keySet()).allMatch(ref -> since.get(ref).equals(now));
    }

    @Test
    default void aTouchGoesWithAConvertedRecord() {
        needsActivity();
        RecordRef ref = put(1);
        Instant since = now(2);
        act(ref, Kind.CALL, Doer.HUMAN);
        lab().advance(Duration.ofMinutes(5));
        Optional<RecordRef> now = lab().convert(ref);
        Assumptions.assumeTrue(now.isPresent(), "this CRM converts nothing");
        assertThat(first(now.get(), since)).contains(new Touch(since, Kind.CALL));
    }

    @Test
    default void aTouchIsAChangeOfItsPerson() {
        needsActivity();
        RecordRef touched = put(1);
        put(2);
        lab().advance(FeedContract.LONG);
        Cursor listed = FeedRun.from(lab().crm().changes(), Cursor.START).next();
        lab().advance(FeedContract.LONG);
        for (Kind kind : ACTIVITIES) {
            Cursor from = FeedRun.from(lab().crm().changes(), listed).next();
            lab().advance(FeedContract.LONG);
            act(touched, kind, Doer.HUMAN);
            lab().advance(Duration.ofSeconds(5));
            FeedRun run = FeedRun.from(lab().crm().changes(), from);
            assertThat(run.touched()).as(kind.name()).containsExactly(touched);
            listed = run.next();
            lab().advance(FeedContract.LONG);
        }
    }

    @Test
    default void theLastEditOfAFieldIsSomebodyElses() {
        needsActivity();
        WriteCommand create = new WriteCommand.Create(
                lab().type(), "other-1-1", lab().person("lead-0001@example.com", "ours"), Lane.FIELDS);
        RecordRef ours = ((Written) lab().crm().writer().write(List.of(create)).get(0)).ref();
        RecordRef theirs = put(2);
        FieldName text = lab().text();
        lab().advance(Duration.ofMinutes(5));
        lab().edit(theirs, Fields.of(text.text(), "edited"));
        CrmRecord edited = lab().crm().reader().byRefs(List.of(theirs)).get(theirs);
        lab().advance(Duration.ofMinutes(5));
        WriteCommand write = new WriteCommand.Update(ours, Fields.of(text.text(), "ours, too"), Lane.FIELDS);
        lab().crm().writer().write(List.of(write));
        Map<RecordRef, Edit> edits =
                lab().crm().activity().lastEdits(Map.of(ours, text, theirs, text, lab().unknown(), text));
        assertThat(edits).containsOnlyKeys(theirs);
        assertThat(edits.get(theirs).at()).isEqualTo(edited.stamp());
        // after our own write only a history can tell, and it must not tell of us
        lab().crm()
                .writer()
                .write(List.of(new WriteCommand.Update(theirs, Fields.of(text.text(), "ours"), Lane.FIELDS)));
        Edit later = lab().crm().activity().lastEdits(Map.of(theirs, text)).get(theirs);
        assertThat(Optional.ofNullable(later).map(Edit::at).orElse(edited.stamp()))
                .isEqualTo(edited.stamp());
    }
}
