package io.smarketing.salesforce;

import static io.smarketing.salesforce.SandboxOrg.ref;
import static io.smarketing.salesforce.StubOrg.CONTACT;
import static io.smarketing.salesforce.StubOrg.LEAD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.smarketing.core.crm.Crm;
import io.smarketing.core.crm.Lane;
import io.smarketing.core.crm.Schema;
import io.smarketing.core.crm.WriteCommand;
import io.smarketing.core.crm.WriteOutcome;
import io.smarketing.core.crm.WriteOutcome.Gone;
import io.smarketing.core.crm.WriteOutcome.Moved;
import io.smarketing.core.crm.WriteOutcome.Refused;
import io.smarketing.core.crm.WriteOutcome.Written;
import io.smarketing.core.crm.failure.CrmException;
import io.smarketing.core.crm.failure.FailureKind;
import io.smarketing.core.crm.record.Author;
import io.smarketing.core.crm.record.CrmRecord;
import io.smarketing.core.crm.record.Edit;
import io.smarketing.core.crm.record.RecordRef;
import io.smarketing.core.crm.record.Touch;
import io.smarketing.core.lead.Email;
import io.smarketing.core.lead.FieldName;
import io.smarketing.core.lead.FieldSpec;
import io.smarketing.core.lead.FieldSpec.Trait;
import io.smarketing.core.lead.FieldType;
import io.smarketing.core.lead.FieldValue;
import io.smarketing.core.lead.Fields;
import io.smarketing.salesforce.soql.SalesforceId;
import io.smarketing.sandbox.kernel.Insider;
import io.smarketing.sandbox.kernel.Insider.BadRow;
import io.smarketing.sandbox.org.write.LeadConversion.Converted;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SandboxRowsTest {

    private final SandboxOrg sandbox = new SandboxOrg();

    private static Fields lead(String email) {
        return Fields.of("LastName", "Lead")
                .with(FieldName.of("Company"), FieldValue.of("Acme"))
                .with(FieldName.of("Email"), FieldValue.of(email));
    }

    private static WriteCommand create(String key, Fields fields) {
        return new WriteCommand.Create(LEAD, key, fields, Lane.FIELDS);
    }

    private WriteOutcome write(WriteCommand command) {
        return sandbox.crm.writer().write(List.of(command)).get(0);
    }

    private WriteOutcome setCity(String id) {
        return write(new WriteCommand.Update(ref(LEAD, id), Fields.of("City", "Rome"), Lane.FIELDS));
    }

    @Test
    void renewedItKnowsWhatTheAdminAddedAndGoesOnCounting() {
        sandbox.inside.addTextField("Lead", "Favourite_Colour__c");
        FieldName added = FieldName.of("Favourite_Colour__c");
        long calls = sandbox.crm.quota().calls();
        assertThat(sandbox.crm.schema().fields(LEAD)).doesNotContainKey(added);

        Crm renewed = sandbox.crm.renewed();

        assertThat(renewed.schema().fields(LEAD)).containsKey(added);
        assertThat(renewed.quota().calls()).isEqualTo(calls + 4);
        assertThat(renewed.account()).isEqualTo(sandbox.crm.account());
    }

    private void act(String object, String id, String action, String value) throws BadRow {
        sandbox.inside.act(new Insider.Deed(sandbox.clock.instant(), object, id, action, "", value));
    }

    @Test
    void aCreationThatIsRepeatedMakesNoSecondRecord() {
        RecordRef first = ((Written) write(create("hs-1-1", lead("lead-0001@example.com")))).ref();
        RecordRef second = ((Written) write(create("hs-1-1", lead("lead-0001@example.com")))).ref();

        assertThat(second).isEqualTo(first);
        CrmRecord record = sandbox.crm.reader().byKeys(List.of("HS-1-1")).get(0);
        assertThat(record.ref()).isEqualTo(first);
        assertThat(record.modifiedBy()).isEqualTo(Author.OURSELVES);
        assertThat(record.key()).isEqualTo("hs-1-1");
    }

    @Test
    void aThousandCreationsAreAnsweredInOrder() {
        List<WriteCommand> commands = IntStream.range(0, 1_000)
                .mapToObj(i -> create("hs-1-" + i, lead(i == 777 ? "nobody" : "lead-%04d@example.com".formatted(i))))
                .toList();
        sandbox.line.asks().clear();

        List<WriteOutcome> outcomes = sandbox.crm.writer().write(commands);

        assertThat(sandbox.line.asks()).hasSize(5);
        assertThat(outcomes).filteredOn(Written.class::isInstance).hasSize(999);
        Refused refused = (Refused) outcomes.get(777);
        assertThat(refused.kind()).isEqualTo(FailureKind.INVALID_VALUE);
        assertThat(refused.field()).contains(FieldName.of("Email"));
        assertThat(sandbox.read(((Written) outcomes.get(500)).ref()).key()).isEqualTo("hs-1-500");
    }

    @Test
    void aConvertedLeadHasMovedAndIsReadAsItsContact() throws BadRow {
        String lead = sandbox.lead("lead-0001@example.com");
        Converted made = sandbox.org.convert(lead, sandbox.clock.instant());

        assertThat(setCity(lead)).isEqualTo(new Moved(ref(CONTACT, made.contactId())));
        assertThat(sandbox.read(ref(LEAD, lead)).ref()).isEqualTo(ref(CONTACT, made.contactId()));
        assertThat(sandbox.crm.reader().byEmails(List.of(new Email("lead-0001@example.com"))))
                .extracting(CrmRecord::ref)
                .containsExactly(ref(CONTACT, made.contactId()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"off", "true"})
    void aKeyOnAConvertedLeadLeadsToItsContact(String editable) throws BadRow {
        sandbox.switches.set("conversion-drops-fields", "true");
        sandbox.switches.set("edit-converted-leads", editable);
        String lead = sandbox.lead("lead-0001@example.com");
        sandbox.set("Lead", lead, "Smarketing_Key__c", "hs-1-1");
        Converted made = sandbox.org.convert(lead, sandbox.clock.instant());

        assertThat(write(create("hs-1-1", lead("lead-0001@example.com"))))
                .isEqualTo(new Moved(ref(CONTACT, made.contactId())));
    }

    @Test
    void aMergedLeadIsReadAsItsMasterAndADeletedOneIsGone() throws BadRow {
        String master = sandbox.lead("lead-0001@example.com");
        String loser = sandbox.lead("lead-0002@example.com");
        String deleted = sandbox.lead("lead-0003@example.com");
        act("Lead", master, "merge", "lead-0002@example.com");
        act("Lead", deleted, "delete", "");

        Map<RecordRef, CrmRecord> found =
                sandbox.crm.reader().byRefs(List.of(ref(LEAD, loser), ref(LEAD, deleted), ref(LEAD, master)));

        assertThat(found).containsOnlyKeys(ref(LEAD, loser), ref(LEAD, master));
        assertThat(found.get(ref(LEAD, loser)).ref()).isEqualTo(ref(LEAD, master));
        assertThat(setCity(deleted)).isEqualTo(new Gone());
        assertThat(setCity(loser)).isEqualTo(new Moved(ref(LEAD, master)));
    }

    @Test
    void anAddressThatIsSoqlIsOnlyAnAddress() throws BadRow {
        sandbox.lead("lead-0001@example.com");

        assertThat(sandbox.crm.reader().byEmails(List.of(new Email("x' OR Name != '"))))
                .isEmpty();
        assertThat(sandbox.crm.reader().byKeys(List.of("x') OR (Name != '\\"))).isEmpty();
        assertThat(sandbox.crm.reader().byEmails(List.of(new Email("LEAD-0001@example.com"))))
                .hasSize(1);
    }

    @Test
    void anEmptyQuestionCostsNoCall() {
        sandbox.line.asks().clear();

        assertThat(sandbox.crm.reader().byRefs(List.of())).isEmpty();
        assertThat(sandbox.crm.reader().byKeys(List.of())).isEmpty();
        assertThat(sandbox.crm.reader().byEmails(List.of())).isEmpty();
        assertThat(sandbox.crm.writer().write(List.of())).isEmpty();
        assertThat(sandbox.line.asks()).isEmpty();
    }

    @Test
    void aBlankClearsAndATriggersValueIsReadBack() throws BadRow {
        String id = sandbox.lead("lead-0001@example.com");
        sandbox.switches.set("trigger-uppercase", "Lead.City");
        setCity(id);
        assertThat(sandbox.read(ref(LEAD, id)).fields().text(FieldName.of("City")))
                .isEqualTo("ROME");

        write(new WriteCommand.Update(ref(LEAD, id), Fields.of("City", ""), Lane.FIELDS));

        assertThat(sandbox.read(ref(LEAD, id)).fields().get(FieldName.of("City")))
                .contains(FieldValue.BLANK);
    }

    @Test
    void lockedRowsAreWrittenInTheEnd() throws BadRow {
        String id = sandbox.lead("lead-0001@example.com");
        sandbox.switches.set("lock-rows", "2");

        assertThat(setCity(id)).isInstanceOf(Written.class);
    }

    @Test
    void aFieldHiddenAfterTheStartIsNamed() {
        sandbox.switches.set("hide-field", "Lead.City");

        assertThatThrownBy(() -> sandbox.crm.reader().byKeys(List.of("k")))
                .isInstanceOf(CrmException.class)
                .hasMessageContaining("Lead.City")
                .hasMessageContaining("permission set");
    }

    @Test
    void theSchemaSaysWhatFieldsAre() {
        Map<FieldName, FieldSpec> lead = sandbox.crm.schema().fields(LEAD);
        Map<FieldName, FieldSpec> contact = sandbox.crm.schema().fields(CONTACT);

        assertThat(lead.get(FieldName.of("Company")).traits()).contains(Trait.REQUIRED, Trait.CREATABLE);
        assertThat(lead.get(FieldName.of("Status")).is(Trait.RESTRICTED)).isTrue();
        assertThat(lead.get(FieldName.of("Status")).is(Trait.REQUIRED)).isFalse();
        assertThat(lead.get(FieldName.of("AnnualRevenue")).scale()).hasValue(0);
        assertThat(lead.get(FieldName.of("Email")).type()).isEqualTo(FieldType.EMAIL);
        assertThat(lead.get(FieldName.of("OwnerId")).type()).isEqualTo(FieldType.OWNER);
        assertThat(lead.get(FieldName.of("DoNotCall")).is(Trait.BLANKABLE)).isFalse();
        assertThat(lead.get(FieldName.of("Smarketing_Key__c")).is(Trait.UNIQUE)).isTrue();
        assertThat(contact.get(FieldName.of("Account.Industry")).traits()).containsExactly(Trait.BLANKABLE);
    }

    @Test
    void ownersAreActiveUsersAndNeverOurselves() throws BadRow {
        String rep = sandbox.inside.create(
                "User",
                Map.of("Username", "rep@org.example", "LastName", "Rep", "Email", "Rep@org.example"),
                sandbox.clock.instant());
        String left = sandbox.inside.create(
                "User",
                Map.of(
                        "Username",
                        "left@org.example",
                        "LastName",
                        "L",
                        "Email",
                        "left@org.example",
                        "IsActive",
                        "false"),
                sandbox.clock.instant());
        Email address = new Email("rep@org.example");
        int before = sandbox.line.asks().size();

        // users are read anew at most once a minute
        assertThat(sandbox.crm.schema().ownerId(address)).isEmpty();
        assertThat(sandbox.line.asks()).hasSize(before);
        sandbox.time.sleep(Duration.ofMinutes(1));
        assertThat(sandbox.crm.schema().ownerId(address)).contains(rep);
        assertThat(sandbox.crm.schema().ownerEmail(rep)).contains(address);
        assertThat(sandbox.crm.schema().ownerEmail(left)).contains(new Email("left@org.example"));
        assertThat(sandbox.crm.schema().ownerId(new Email("left@org.example"))).isEmpty();
        assertThat(sandbox.crm.schema().ownerId(new Email("integration@org.example")))
                .isEmpty();
        assertThat(sandbox.crm.schema().ownerEmail("00G000000000001EAA")).isEmpty();
    }

    @Test
    void aHumanOwnsWhatNeitherAQueueNorOurselvesOwn() throws BadRow {
        String queue = sandbox.inside.create("Group", Map.of("Name", "Inbound"), sandbox.clock.instant());
        String lead = sandbox.lead("lead-0001@example.com");
        RecordRef ours = ((Written) write(create("hs-1-1", lead("lead-0002@example.com")))).ref();

        CrmRecord owned = sandbox.read(ref(LEAD, lead));
        assertThat(owned.stage().owned()).contains(owned.stamp());
        assertThat(sandbox.read(ours).stage().owned()).isEmpty();
        sandbox.set("Lead", lead, "OwnerId", queue);
        assertThat(sandbox.read(ref(LEAD, lead)).stage().owned()).isEmpty();
    }

    @Test
    void aQueueIsKnownByItsNameWhereItMayOwnLeads() throws BadRow {
        String inbound = queue("Inbound Leads", "Inbound_Leads", "Lead");
        queue("Support", "Support", "Task");
        queue("Twice", "Twice_A", "Lead");
        String twice = queue("Twice", "Twice_B", "Lead");
        Schema schema = sandbox.crm.schema();

        assertThat(schema.queueId(LEAD, "Inbound Leads")).contains(inbound);
        assertThat(schema.queueId(LEAD, "Inbound_Leads")).contains(inbound);
        assertThat(schema.queueId(LEAD, "Twice_B")).contains(twice);
        assertThat(schema.queueId(LEAD, "Twice")).as("two bear that label").isEmpty();
        assertThat(schema.queueId(LEAD, "Support")).as("it may own tasks only").isEmpty();
        assertThat(schema.queueId(LEAD, "x' OR Id != '")).isEmpty();
    }

    private String queue(String label, String name, String owns) throws BadRow {
        Instant now = sandbox.clock.instant();
        String queue = sandbox.inside.create("Group", Map.of("Name", label, "DeveloperName", name), now);
        sandbox.inside.create("QueueSobject", Map.of("QueueId", queue, "SobjectType", owns), now);
        return queue;
    }

    @ParameterizedTest
    @ValueSource(strings = {"off", "Lead.City"})
    void theLastEditIsThatOfTheFieldWhereItIsTracked(String tracked) throws BadRow {
        sandbox.switches.set("track-history", tracked);
        String lead = sandbox.lead("lead-0001@example.com");
        sandbox.later(Duration.ofMinutes(5));
        Instant city = sandbox.clock.instant();
        sandbox.set("Lead", lead, "City", "Rome");
        sandbox.later(Duration.ofMinutes(5));
        sandbox.set("Lead", lead, "Title", "Boss");

        Edit edit = sandbox.crm
                .activity()
                .lastEdits(Map.of(ref(LEAD, lead), FieldName.of("City")))
                .get(ref(LEAD, lead));

        assertThat(edit.at()).isEqualTo(tracked.equals("off") ? sandbox.clock.instant() : city);
        assertThat(edit.who()).contains(new Email("admin@org.example"));
    }

    @Test
    void aCallThatIsLoggedOpenCountsWhenItWasLogged() throws BadRow {
        String lead = sandbox.lead("lead-0001@example.com");
        Instant logged = sandbox.clock.instant();
        sandbox.inside.create("Task", Map.of("WhoId", lead, "TaskSubtype", "Call"), logged);
        sandbox.later(Duration.ofMinutes(5));

        assertThat(sandbox.crm.activity().touches(Map.of(ref(LEAD, lead), SandboxOrg.START)))
                .hasSize(1)
                .allSatisfy((ref, touches) -> assertThat(touches)
                        .extracting(Touch::at, Touch::kind)
                        .containsExactly(tuple(logged, Touch.Kind.CALL)));
    }

    @Test
    void aThousandLeadsAreAskedForTouchesInFifteenCalls() {
        Map<RecordRef, Instant> since = IntStream.range(0, 1_000)
                .boxed()
                .collect(Collectors.toMap(
                        i -> ref(LEAD, SalesforceId.normal("00Q%012d".formatted(i + 1))), i -> SandboxOrg.START));
        sandbox.line.asks().clear();

        assertThat(sandbox.crm.activity().touches(since)).isEmpty();

        assertThat(sandbox.line.asks()).hasSize(15);
    }
}
