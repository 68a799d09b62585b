package io.smarketing.salesforce;

import static org.assertj.core.api.Assertions.assertThat;

import io.smarketing.core.crm.Change;
import io.smarketing.core.crm.ChangePage;
import io.smarketing.core.crm.Cursor;
import io.smarketing.core.lead.FieldName;
import io.smarketing.sandbox.kernel.Insider.BadRow;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** A thousand edits whose transactions end up to ten minutes after the stamp they bear: none is lost. */
class LateCommitsTest {

    private static final int EDITS = 1_000;
    private static final int LATEST_SECONDS = 599;

    private final SandboxOrg org = new SandboxOrg();
    private final Map<String, String> told = new HashMap<>();

    @Test
    void noneIsLost() throws BadRow {
        Random random = new Random(1);
        List<String> leads = new ArrayList<>();
        for (int i = 0; i < EDITS; i++) {
            leads.add(org.lead("lead-%04d@example.com".formatted(i)));
        }
        Cursor at = org.settled();
        Map<String, String> edited = new HashMap<>();
        for (String lead : leads) {
            org.switches.set("late-commit", random.nextInt(LATEST_SECONDS) + "s");
            org.set("Lead", lead, "City", "City of " + lead);
            edited.put(lead, "City of " + lead);
            pass(random.nextInt(6));
            if (random.nextInt(20) == 0) {
                at = read(at);
            }
        }
        org.switches.set("late-commit", "off");
        for (int i = 0; i < 6; i++) {
            pass(301);
            at = read(at);
        }

        assertThat(told).isEqualTo(edited);
    }

    /** On both clocks: late commits wait for both. */
    private void pass(int seconds) {
        org.time.sleep(Duration.ofSeconds(seconds));
    }

    private Cursor read(Cursor from) {
        List<ChangePage> pages = org.pages(from);
        for (Change change : SandboxOrg.changes(pages)) {
            ((Change.Changed) change)
                    .record()
                    .ifPresent(r -> told.put(r.ref().id(), r.fields().text(FieldName.of("City"))));
        }
        return SandboxOrg.end(pages);
    }
}
