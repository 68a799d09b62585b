package io.smarketing.testkit.crm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smarketing.core.crm.Cursor;
import io.smarketing.core.crm.Lane;
import io.smarketing.core.crm.WriteCommand;
import io.smarketing.core.crm.WriteOutcome;
import io.smarketing.core.crm.failure.CrmException;
import io.smarketing.core.crm.failure.FailureKind;
import io.smarketing.core.crm.record.RecordRef;
import io.smarketing.core.crm.record.RecordType;
import io.smarketing.core.crm.record.StageFact;
import io.smarketing.core.lead.Fields;
import io.smarketing.testkit.time.SettableTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

final class MishapsTest {

    private final SettableTime clock = SettableTime.start();
    private final FakeCrm crm = new FakeCrm(
            "fake", FakeHabits.THRIFTY, clock, FakeType.of("contact", "company"), FakeType.of("lead", "company"));
    private final RecordRef ref = crm.put("lead", "email", "lead-0001@example.com", "company", "old");
    private final WriteCommand command = new WriteCommand.Update(ref, Fields.of("company", "new"), Lane.FIELDS);

    @Test
    void aCallFailsWhenItIsItsTurnAndOnlyThen() {
        crm.mishaps().before(Call.WRITE, 2, () -> {
            throw new CrmException(FailureKind.UNREACHABLE, "The CRM does not answer.");
        });
        crm.writer().write(List.of(command));
        crm.edit(ref, "company", "old");
        assertThatThrownBy(() -> crm.writer().write(List.of(command))).isInstanceOf(CrmException.class);
        assertThat(crm.text(ref, "company")).isEqualTo("old");
        crm.writer().write(List.of(command));
        assertThat(crm.text(ref, "company")).isEqualTo("new");
        assertThat(crm.mishaps().made(Call.WRITE)).isEqualTo(3);
    }

    @Test
    void aProcessCanDieAfterTheWriteTookEffect() {
        crm.mishaps().after(Call.WRITE, 1, () -> {
            throw new IllegalStateException("killed");
        });
        assertThatThrownBy(() -> crm.writer().write(List.of(command))).hasMessage("killed");
        assertThat(crm.text(ref, "company")).isEqualTo("new");
    }

    @Test
    void rowsAreRefusedOrLostAsOrdered() {
        crm.mishaps().loseRequest(c -> c == command);
        assertThat(crm.writer().write(List.of(command)).get(0)).isInstanceOf(WriteOutcome.Unknown.class);
        assertThat(crm.text(ref, "company")).isEqualTo("old");
        crm.mishaps().heal();
        crm.mishaps().loseAnswer(c -> c == command);
        assertThat(crm.writer().write(List.of(command)).get(0)).isInstanceOf(WriteOutcome.Unknown.class);
        assertThat(crm.text(ref, "company")).isEqualTo("new");
        crm.mishaps().heal();
        crm.mishaps().refuse(c -> true, FailureKind.REFUSED_BY_RULE, "A rule refuses it.");
        assertThat(crm.writer().write(List.of(command)).get(0)).isInstanceOf(WriteOutcome.Refused.class);
    }

    @Test
    void peopleConvertMergeAndWin() {
        crm.fact(ref, StageFact.OPPORTUNITY);
        RecordRef contact = crm.convert(ref, "contact");
        assertThat(crm.record(ref).ref()).isEqualTo(contact);
        assertThat(crm.text(contact, "company")).isEqualTo("old");
        assertThat(crm.record(contact).stage().facts()).containsKey(StageFact.OPPORTUNITY);
        RecordRef winner = crm.put("contact", "company", "kept");
        crm.merge(contact, winner);
        assertThat(crm.record(ref).ref()).isEqualTo(winner);
        assertThat(crm.text(ref, "company")).isEqualTo("kept");
        assertThat(crm.changes().read(Cursor.START).changes()).hasSize(3);
    }

    @Test
    void whereAnAddressIsUniqueACreateIsToldWhoHasIt() {
        WriteCommand create = new WriteCommand.Create(
                new RecordType("contact"), "k-1", Fields.of("email", "LEAD-0001@example.com"), Lane.FIELDS);
        assertThat(crm.writer().write(List.of(create))).containsExactly(new WriteOutcome.Moved(ref));
    }

    @Test
    void whoSleepsMovesTheTime() {
        Instant before = clock.instant();
        clock.sleep(Duration.ofSeconds(3));
        assertThat(clock.instant()).isEqualTo(before.plusSeconds(3));
        assertThat(clock.slept()).isEqualTo(Duration.ofSeconds(3));
    }
}
