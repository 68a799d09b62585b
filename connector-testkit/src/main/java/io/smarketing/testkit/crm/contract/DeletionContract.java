package io.smarketing.testkit.crm.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.smarketing.core.crm.Change.Gone;
import io.smarketing.core.crm.Cursor;
import io.smarketing.core.crm.Lane;
import io.smarketing.core.crm.WriteCommand;
import io.smarketing.core.crm.WriteOutcome;
import io.smarketing.core.crm.record.RecordRef;
import io.smarketing.core.lead.Fields;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** What an adapter's writer must do when it is to delete. */
public interface DeletionContract {

    CrmLab lab();

    private List<WriteOutcome> write(List<WriteCommand> commands) {
        return lab().crm().writer().write(commands);
    }

    private WriteOutcome delete(RecordRef ref) {
        return write(List.of(new WriteCommand.Delete(ref, Lane.FIELDS))).get(0);
    }

    private RecordRef put(int number) {
        return lab().put(lab().person(address(number), "old"));
    }

    private static String address(int number) {
        return String.format("lead-%04d@example.com", number);
    }

    private void needs(Ability ability) {
        Assumptions.assumeTrue(lab().abilities().contains(ability), () -> "not there yet: " + ability);
    }

    @Test
    default void aRecordThatWeDeleteIsGoneAndToldSo() {
        needs(Ability.DELETE_COMMAND);
        RecordRef ref = put(1);
        RecordRef neighbour = put(2);
        lab().advance(FeedContract.LONG);
        Cursor cursor = FeedRun.from(lab().crm().changes(), Cursor.START).next();
        lab().advance(FeedContract.LONG);
        WriteOutcome outcome = delete(ref);
        assertThat(outcome).isInstanceOf(WriteOutcome.Written.class);
        assertThat(((WriteOutcome.Written) outcome).ref()).isEqualTo(ref);
        assertThat(lab().crm().reader().byRefs(List.of(ref, neighbour))).containsOnlyKeys(neighbour);
        assertThat(lab().crm().reader().byEmails(List.of(lab().known(address(1)))))
                .isEmpty();
        lab().advance(Duration.ofSeconds(5));
        assertThat(FeedRun.from(lab().crm().changes(), cursor).changes()).contains(new Gone(ref));
    }

    @Test
    default void whatIsDeletedAlreadyIsGone() {
        needs(Ability.DELETE_COMMAND);
        RecordRef ref = put(1);
        RecordRef neighbour = put(2);
        lab().delete(ref);
        List<WriteOutcome> outcomes = write(List.of(
                new WriteCommand.Delete(ref, Lane.FIELDS),
                new WriteCommand.Delete(neighbour, Lane.FIELDS),
                new WriteCommand.Delete(lab().unknown(), Lane.FIELDS)));
        assertThat(outcomes.get(0)).isEqualTo(new WriteOutcome.Gone());
        assertThat(outcomes.get(1)).isInstanceOf(WriteOutcome.Written.class);
        assertThat(outcomes.get(2)).isEqualTo(new WriteOutcome.Gone());
        assertThat(delete(neighbour)).isEqualTo(new WriteOutcome.Gone());
    }

    @Test
    default void deletesStandAmongOtherCommandsInTheirOrder() {
        needs(Ability.DELETE_COMMAND);
        List<WriteCommand> commands = new ArrayList<>();
        List<RecordRef> deleted = new ArrayList<>();
        for (int i = 0; i < 450; i++) {
            RecordRef ref = put(i);
            if (i % 2 == 0) {
                deleted.add(ref);
                commands.add(new WriteCommand.Delete(ref, Lane.FIELDS));
            } else {
                commands.add(new WriteCommand.Update(ref, Fields.of(lab().text().text(), "row " + i), Lane.FIELDS));
            }
        }
        List<WriteOutcome> outcomes = write(commands);
        assertThat(outcomes).hasSize(450).allMatch(WriteOutcome.Written.class::isInstance);
        for (int i = 0; i < 450; i += 2) {
            assertThat(((WriteOutcome.Written) outcomes.get(i)).ref()).isEqualTo(deleted.get(i / 2));
        }
        assertThat(lab().crm().reader().byRefs(deleted)).isEmpty();
    }

    @Test
    default void whatHasBecomeAnotherIsNotDeleted() {
        needs(Ability.DELETE_COMMAND);
        RecordRef ref = put(1);
        Optional<RecordRef> now = lab().convert(ref);
        Assumptions.assumeTrue(now.isPresent(), "this CRM converts nothing");
        assertThat(delete(ref)).isEqualTo(new WriteOutcome.Moved(now.get()));
        assertThat(lab().crm().reader().byRefs(List.of(ref)).get(ref).ref()).isEqualTo(now.get());
    }

    @Test
    default void theLoserOfAMergeIsNotDeletedAndItsWinnerStays() {
        needs(Ability.DELETE_COMMAND);
        needs(Ability.MERGE);
        RecordRef loser = put(1);
        RecordRef winner = lab().merge(loser, put(2));
        assertThat(delete(loser)).isEqualTo(new WriteOutcome.Moved(winner));
        assertThat(lab().crm().reader().byRefs(List.of(winner))).containsOnlyKeys(winner);
    }

    @Test
    default void theKeyOfADeletedRecordIsFree() {
        needs(Ability.DELETE_COMMAND);
        WriteCommand create =
                new WriteCommand.Create(lab().type(), "other-1-1", lab().person(address(1), "t"), Lane.FIELDS);
        RecordRef first = ((WriteOutcome.Written) write(List.of(create)).get(0)).ref();
        assertThat(delete(first)).isInstanceOf(WriteOutcome.Written.class);
        RecordRef second = ((WriteOutcome.Written) write(List.of(create)).get(0)).ref();
        assertThat(second).isNotEqualTo(first);
        assertThat(lab().crm().reader().byKeys(List.of("other-1-1")))
                .extracting(r -> r.ref())
                .containsExactly(second);
    }
}
