package io.smarketing.salesforce;

import static io.smarketing.salesforce.StubOrg.LEAD;
import static org.assertj.core.api.Assertions.assertThat;

import io.smarketing.core.crm.Lane;
import io.smarketing.core.crm.WriteCommand;
import io.smarketing.core.crm.record.RecordRef;
import io.smarketing.core.crm.record.Touch;
import io.smarketing.core.lead.Fields;
import io.smarketing.sandbox.kernel.Insider.BadRow;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Touches that only a lead's own history tells: it was taken out of a queue, or moved on in its status. */
class SandboxMovesTest {

    private final SandboxOrg org = new SandboxOrg();
    private String lead = "";
    private String queue = "";
    private String rep = "";

    @BeforeEach
    void leadInItsQueue() throws BadRow {
        Instant now = org.clock.instant();
        queue = org.inside.create("Group", Map.of("Name", "Inbound", "DeveloperName", "Inbound"), now);
        org.inside.create("QueueSobject", Map.of("QueueId", queue, "SobjectType", "Lead"), now);
        rep = user("rep@org.example");
        lead = org.lead("lead-0001@example.com");
        org.set("Lead", lead, "OwnerId", queue);
        org.later(Duration.ofMinutes(5));
    }

    private String user(String email) throws BadRow {
        return org.inside.create(
                "User",
                Map.of("Username", email, "Email", email, "LastName", "Rep", "Alias", "rep"),
                org.clock.instant());
    }

    private Optional<Touch> first() {
        RecordRef ref = SandboxOrg.ref(LEAD, lead);
        org.later(Duration.ofMinutes(5));
        return org
                .crm
                .activity()
                .touches(Map.of(ref, SandboxOrg.START.plusSeconds(60)))
                .getOrDefault(ref, List.of())
                .stream()
                .map(t -> new Touch(t.at(), t.kind()))
                .findFirst();
    }

    @Test
    void whoTakesALeadOutOfItsQueueHasTouchedIt() throws BadRow {
        Instant taken = org.clock.instant();
        org.set("Lead", lead, "OwnerId", rep);

        assertThat(first()).contains(new Touch(taken, Touch.Kind.STATUS));
    }

    @Test
    void whoMovesALeadOnHasTouchedIt() throws BadRow {
        Instant moved = org.clock.instant();
        org.set("Lead", lead, "Status", "Working - Contacted");

        assertThat(first()).contains(new Touch(moved, Touch.Kind.STATUS));
    }

    @Test
    void whoOnlyHandsALeadOverOrBackHasNot() throws BadRow {
        String other = user("other@org.example");
        org.set("Lead", lead, "OwnerId", rep);
        org.later(Duration.ofMinutes(3));
        RecordRef ref = SandboxOrg.ref(LEAD, lead);
        Instant since = org.clock.instant();
        org.set("Lead", lead, "OwnerId", other);
        org.set("Lead", lead, "OwnerId", queue);
        org.later(Duration.ofMinutes(5));

        assertThat(org.crm.activity().touches(Map.of(ref, since))).isEmpty();
    }

    @Test
    void whatWeOurselvesWriteIsNoTouch() {
        org.crm
                .writer()
                .write(List.of(
                        new WriteCommand.Update(SandboxOrg.ref(LEAD, lead), Fields.of("OwnerId", rep), Lane.FIELDS)));

        assertThat(first()).isEmpty();
    }
}
