package io.smarketing.testkit.crm.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.smarketing.core.crm.Lane;
import io.smarketing.core.crm.WriteCommand;
import io.smarketing.core.crm.WriteOutcome;
import io.smarketing.core.crm.record.Author;
import io.smarketing.core.crm.record.CrmRecord;
import io.smarketing.core.crm.record.RecordRef;
import io.smarketing.core.lead.Fields;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** What an adapter's writer must do. */
public interface WriterContract {

    CrmLab lab();

    private List<WriteOutcome> write(List<WriteCommand> commands) {
        return lab().crm().writer().write(commands);
    }

    private WriteCommand create(int number, String text) {
        return new WriteCommand.Create(
                lab().type(), "other-1-" + number, lab().person(address(number), text), Lane.FIELDS);
    }

    private WriteCommand update(RecordRef ref, String text) {
        return new WriteCommand.Update(ref, Fields.of(lab().text().text(), text), Lane.FIELDS);
    }

    private static String address(int number) {
        return String.format("lead-%04d@example.com", number);
    }

    private static RecordRef written(WriteOutcome outcome) {
        assertThat(outcome).isInstanceOf(WriteOutcome.Written.class);
        return ((WriteOutcome.Written) outcome).ref();
    }

    private CrmRecord read(RecordRef ref) {
        return lab().crm().reader().byRefs(List.of(ref)).get(ref);
    }

    @Test
    default void aCreatedRecordIsFoundByItsKeyAndHoldsWhatWasSent() {
        RecordRef ref =
                written(write(List.of(create(1, "<b>'\"\\ 漢字 👩 {{x}}"))).get(0));
        List<CrmRecord> found = lab().crm().reader().byKeys(List.of("other-1-1", "other-1-2"));
        assertThat(found).extracting(CrmRecord::ref).containsExactly(ref);
        assertThat(found.get(0).key()).isEqualTo("other-1-1");
        assertThat(found.get(0).email()).contains(lab().known(address(1)));
        assertThat(found.get(0).fields().text(lab().text())).isEqualTo("<b>'\"\\ 漢字 👩 {{x}}");
        assertThat(found.get(0).modifiedBy()).isIn(Author.OURSELVES, Author.UNKNOWN);
    }

    @Test
    default void aRepeatedCreateMakesNoSecondRecord() {
        RecordRef first = written(write(List.of(create(1, "once"))).get(0));
        lab().advance(Duration.ofMinutes(1));
        assertThat(written(write(List.of(create(1, "twice"))).get(0))).isEqualTo(first);
        assertThat(lab().crm().reader().byEmails(List.of(lab().known(address(1)))))
                .extracting(CrmRecord::ref)
                .containsExactly(first);
    }

    @Test
    default void outcomesKeepTheOrderAndOneBadRowHurtsNoOther() {
        List<WriteCommand> commands = new ArrayList<>();
        for (int i = 0; i < 450; i++) {
            if (i % 3 == 0) {
                commands.add(update(lab().put(lab().person(address(i), "old")), "row " + i));
            } else {
                commands.add(create(i, "row " + i));
            }
        }
        RecordRef victim = lab().put(lab().person("victim@example.com", "old"));
        commands.add(225, new WriteCommand.Update(victim, lab().unacceptable(), Lane.FIELDS));
        List<WriteOutcome> outcomes = new ArrayList<>(write(commands));
        assertThat(outcomes).hasSize(451);
        WriteOutcome bad = outcomes.remove(225);
        assertThat(bad).isInstanceOf(WriteOutcome.Refused.class);
        assertThat(((WriteOutcome.Refused) bad).sentence()).isNotBlank();
        List<RecordRef> refs = outcomes.stream().map(WriterContract::written).toList();
        var read = lab().crm().reader().byRefs(refs);
        for (int i = 0; i < refs.size(); i++) {
            assertThat(read.get(refs.get(i)).fields().text(lab().text())).isEqualTo("row " + i);
        }
        assertThat(read(victim).fields().text(lab().text())).isEqualTo("old");
    }

    @Test
    default void aBadCreateMakesNothing() {
        Fields bad = lab().person(address(1), "t").with(lab().unacceptable());
        WriteOutcome outcome = write(List.of(new WriteCommand.Create(lab().type(), "other-1-1", bad, Lane.FIELDS)))
                .get(0);
        assertThat(outcome).isInstanceOf(WriteOutcome.Refused.class);
        assertThat(lab().crm().reader().byKeys(List.of("other-1-1"))).isEmpty();
        assertThat(lab().crm().reader().byEmails(List.of(lab().known(address(1)))))
                .isEmpty();
    }

    @Test
    default void aBlankClears() {
        RecordRef ref = lab().put(lab().person(address(1), "full"));
        written(write(List.of(update(ref, ""))).get(0));
        assertThat(read(ref).fields().get(lab().text()))
                .hasValueSatisfying(v -> assertThat(v.isBlank()).isTrue());
        assertThat(read(ref).email()).contains(lab().known(address(1)));
    }

    @Test
    default void whatAnAnswerTellsIsWhatTheCrmHolds() {
        RecordRef known = lab().put(lab().person(address(1), "old"));
        lab().advance(Duration.ofMinutes(1));
        for (WriteOutcome outcome : write(List.of(create(2, "new"), update(known, "newer")))) {
            CrmRecord now = read(written(outcome));
            WriteOutcome.Written told = (WriteOutcome.Written) outcome;
            told.stamp().ifPresent(stamp -> assertThat(stamp).isEqualTo(now.stamp()));
            told.values()
                    .ifPresent(values -> assertThat(now.fields().values())
                            .containsAllEntriesOf(values.values())
                            .containsKey(lab().text()));
            assertThat(told.values().orElse(now.fields()).names()).contains(lab().text());
            assertThat(told.at()).isAfterOrEqualTo(now.createdAt());
        }
    }

    @Test
    default void aDeletedRecordIsGone() {
        RecordRef ref = lab().put(lab().person(address(1), "t"));
        RecordRef neighbour = lab().put(lab().person(address(2), "t"));
        lab().delete(ref);
        List<WriteOutcome> outcomes = write(List.of(update(ref, "x"), update(neighbour, "x")));
        assertThat(outcomes.get(0)).isInstanceOf(WriteOutcome.Gone.class);
        assertThat(written(outcomes.get(1))).isEqualTo(neighbour);
    }

    @Test
    default void aConvertedRecordHasMoved() {
        RecordRef ref = lab().put(lab().person(address(1), "t"));
        Optional<RecordRef> now = lab().convert(ref);
        Assumptions.assumeTrue(now.isPresent(), "this CRM converts nothing");
        assertThat(write(List.of(update(ref, "x")))).containsExactly(new WriteOutcome.Moved(now.get()));
    }
}
