package io.smarketing.hubspot;

import static org.assertj.core.api.Assertions.assertThat;

import io.smarketing.core.crm.Lane;
import io.smarketing.core.crm.WriteCommand;
import io.smarketing.core.crm.WriteOutcome;
import io.smarketing.core.crm.WriteOutcome.Refused;
import io.smarketing.core.crm.WriteOutcome.Unknown;
import io.smarketing.core.crm.WriteOutcome.Written;
import io.smarketing.core.crm.record.CrmRecord;
import io.smarketing.core.crm.record.RecordRef;
import io.smarketing.core.lead.FieldName;
import io.smarketing.core.lead.FieldValue;
import io.smarketing.core.lead.Fields;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The lifecycle stage moved back in a portal that takes only stages further on. */
class StepBackTest {

    private static final FieldName STAGE = FieldName.of("lifecyclestage");
    private static final FieldName LASTNAME = FieldName.of("lastname");

    private final PortalDesk desk = new PortalDesk();
    private String id = "";

    @BeforeEach
    void aCustomer() {
        id = desk.contact("lead-0001@example.com", Map.of("lifecyclestage", "customer"));
        desk.line().asks().clear();
    }

    @ParameterizedTest
    @CsvSource({"ignored, 3", "error, 3", "accepted, 1"})
    void isCarriedOutInTwoMoreRequestsWhereOneDoesNotDo(String way, int requests) {
        desk.switches().set("backward-stage", way);

        Written written = (Written) write(move("lead").get(0)).get(0);

        assertThat(written.values().orElseThrow().text(STAGE)).isEqualTo("lead");
        assertThat(written.values().orElseThrow().text(LASTNAME)).isEqualTo("Moved");
        assertThat(read().stage().value()).isEqualTo("lead");
        assertThat(read().fields().text(LASTNAME)).isEqualTo("Moved");
        assertThat(written.stamp()).contains(read().stamp());
        assertThat(updates()).isEqualTo(requests);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ignored", "error"})
    void aRepeatHealsWhatWasLostBetweenTheTwo(String way) {
        desk.switches().set("backward-stage", way);
        desk.line().cutAfter("/batch/update", 2);

        WriteOutcome lost = write(move("lead").get(0)).get(0);
        String between = read().stage().value();
        WriteOutcome again = write(move("lead").get(0)).get(0);

        assertThat(lost).isInstanceOf(Unknown.class);
        assertThat(between).isEmpty();
        assertThat(((Written) again).values().orElseThrow().text(STAGE)).isEqualTo("lead");
        assertThat(read().stage().value()).isEqualTo("lead");
    }

    @Test
    void aLostAnswerToTheLastRequestIsUnknownAndTheStageStands() {
        desk.line().cutAfter("/batch/update", 3);

        assertThat(write(move("lead").get(0))).first().isInstanceOf(Unknown.class);
        assertThat(read().stage().value()).isEqualTo("lead");
    }

    @Test
    void aStageThatThePortalDoesNotHaveIsRefusedAndTheOldOneStays() {
        desk.switches().set("backward-stage", "error");

        WriteOutcome outcome = write(move("no-such-stage").get(0)).get(0);

        assertThat(outcome).isInstanceOf(Refused.class);
        assertThat(read().stage().value()).isEqualTo("customer");
        assertThat(updates()).isEqualTo(1);
    }

    @Test
    void aStageFurtherOnAndARowBesideItCostNoMore() {
        String other = desk.contact("lead-0002@example.com", Map.of("lifecyclestage", "lead"));

        List<WriteOutcome> outcomes = write(
                update(other, Fields.of("lifecyclestage", "customer")),
                move("evangelist").get(0));

        assertThat(outcomes).allMatch(Written.class::isInstance);
        assertThat(updates()).isEqualTo(1);
    }

    @Test
    void manyGoBackAHundredACall() {
        List<WriteCommand> commands = new ArrayList<>();
        for (int i = 0; i < 150; i++) {
            String one = desk.contact("back-" + i + "@example.com", Map.of("lifecyclestage", "opportunity"));
            commands.add(update(one, Fields.of("lifecyclestage", "subscriber")));
        }

        List<WriteOutcome> outcomes = desk.crm().writer().write(commands);

        assertThat(outcomes)
                .allMatch(o -> ((Written) o).values().orElseThrow().text(STAGE).equals("subscriber"));
        assertThat(updates()).isEqualTo(6);
    }

    private List<WriteCommand> move(String stage) {
        return List.of(update(id, Fields.of("lifecyclestage", stage).with(LASTNAME, FieldValue.of("Moved"))));
    }

    private static WriteCommand update(String id, Fields fields) {
        return new WriteCommand.Update(PortalDesk.ref(id), fields, Lane.FIELDS);
    }

    private List<WriteOutcome> write(WriteCommand... commands) {
        return desk.crm().writer().write(List.of(commands));
    }

    private CrmRecord read() {
        RecordRef ref = PortalDesk.ref(id);
        return desk.crm().reader().byRefs(List.of(ref)).get(ref);
    }

    private long updates() {
        return desk.line().asks().stream()
                .filter(ask -> ask.path().endsWith("/batch/update"))
                .count();
    }
}
