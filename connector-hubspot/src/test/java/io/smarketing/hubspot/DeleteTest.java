package io.smarketing.hubspot;

import static org.assertj.core.api.Assertions.assertThat;

import io.smarketing.core.crm.Lane;
import io.smarketing.core.crm.WriteCommand;
import io.smarketing.core.crm.WriteOutcome;
import io.smarketing.sandbox.kernel.Ask;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What deletes cost, and what is left of one whose answer is lost. */
class DeleteTest {

    private final PortalDesk desk = new PortalDesk();

    @Test
    void aHundredCostOneReadAndOneArchive() {
        List<WriteCommand> deletes = deletes(150);

        List<WriteOutcome> outcomes = desk.crm().writer().write(deletes);

        assertThat(outcomes).hasSize(150).allMatch(WriteOutcome.Written.class::isInstance);
        assertThat(desk.line().asks().stream().map(Ask::path).filter(path -> path.endsWith("/batch/archive")))
                .hasSize(2);
        assertThat(desk.line().asks()).hasSize(4);
    }

    @Test
    void oneWhoseAnswerIsLostIsUnknownAndGoneWhenItIsRepeated() {
        List<WriteCommand> deletes = deletes(1);
        desk.line().cutAfter("/batch/archive");

        assertThat(desk.crm().writer().write(deletes)).first().isInstanceOf(WriteOutcome.Unknown.class);
        assertThat(desk.crm().writer().write(deletes)).containsExactly(new WriteOutcome.Gone());
    }

    private List<WriteCommand> deletes(int many) {
        List<WriteCommand> deletes = new ArrayList<>();
        for (int i = 0; i < many; i++) {
            String id = desk.contact("lead-" + i + "@example.com", Map.of());
            deletes.add(new WriteCommand.Delete(PortalDesk.ref(id), Lane.FIELDS));
        }
        desk.line().asks().clear();
        return deletes;
    }
}
