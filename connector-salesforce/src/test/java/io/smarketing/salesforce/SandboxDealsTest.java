package io.smarketing.salesforce;

import static io.smarketing.salesforce.SandboxOrg.OPPORTUNITY;
import static io.smarketing.salesforce.SandboxOrg.ref;
import static org.assertj.core.api.Assertions.assertThat;

import io.smarketing.core.crm.Change;
import io.smarketing.core.crm.Change.Gone;
import io.smarketing.core.crm.Crm;
import io.smarketing.core.crm.Cursor;
import io.smarketing.core.crm.Lane;
import io.smarketing.core.crm.WriteCommand;
import io.smarketing.core.crm.WriteOutcome;
import io.smarketing.core.crm.WriteOutcome.Refused;
import io.smarketing.core.crm.WriteOutcome.Written;
import io.smarketing.core.crm.failure.FailureKind;
import io.smarketing.core.crm.record.CrmRecord;
import io.smarketing.core.crm.record.RecordRef;
import io.smarketing.core.crm.record.StageTold;
import io.smarketing.core.crm.record.Subject;
import io.smarketing.core.lead.Email;
import io.smarketing.core.lead.FieldName;
import io.smarketing.core.lead.FieldSpec;
import io.smarketing.core.lead.FieldSpec.Trait;
import io.smarketing.core.lead.FieldType;
import io.smarketing.core.lead.FieldValue;
import io.smarketing.core.lead.Fields;
import io.smarketing.sandbox.kernel.Insider.BadRow;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SandboxDealsTest {

    private static final FieldName COMPANY = FieldName.of("Account.Smarketing_Key__c");
    private static final FieldName PEOPLE = FieldName.of("OpportunityContactRoles.Contact.Smarketing_Key__c");

    private final SandboxOrg sandbox = new SandboxOrg();
    private final Crm deals = sandbox.openWithCompaniesAndDeals().of(Subject.DEALS);

    private String make(String object, Map<String, String> fields) throws BadRow {
        return sandbox.inside.create(object, fields, sandbox.clock.instant());
    }

    private String opportunity(String accountId) throws BadRow {
        Map<String, String> fields = new HashMap<>(
                Map.of("Name", "Deal", "StageName", "Prospecting", "CloseDate", "2026-12-31", "Amount", "1200.505"));
        fields.put("AccountId", accountId);
        return make("Opportunity", fields);
    }

    private String contact(String key) throws BadRow {
        return make("Contact", Map.of("LastName", "Example", "Smarketing_Key__c", key));
    }

    private String account(String key) throws BadRow {
        return make("Account", Map.of("Name", "Example", "Smarketing_Key__c", key));
    }

    private String role(String opportunity, String contact) throws BadRow {
        return make("OpportunityContactRole", Map.of("OpportunityId", opportunity, "ContactId", contact));
    }

    private CrmRecord read(String id) {
        return deals.reader().byRefs(List.of(ref(OPPORTUNITY, id))).get(ref(OPPORTUNITY, id));
    }

    private static Fields deal(String people) {
        return Fields.of("Name", "Ours")
                .with(FieldName.of("StageName"), FieldValue.of("Closed Won"))
                .with(FieldName.of("CloseDate"), FieldValue.of("2026-11-20"))
                .with(FieldName.of("Amount"), FieldValue.of("99.5"))
                .with(COMPANY, FieldValue.of("hs-1-c1"))
                .with(PEOPLE, FieldValue.of(people));
    }

    private WriteOutcome create(String people) {
        return write(new WriteCommand.Create(OPPORTUNITY, "hs-1-d1", deal(people), Lane.FIELDS));
    }

    private WriteOutcome write(WriteCommand command) {
        return deals.writer().write(List.of(command)).get(0);
    }

    private WriteOutcome name(String opportunity, String people) {
        Fields fields = Fields.of(PEOPLE.text(), people);
        return write(new WriteCommand.Update(ref(OPPORTUNITY, opportunity), fields, Lane.FIELDS));
    }

    @Test
    void anOpportunityIsListedWithItsCompanyAndItsPeople() throws BadRow {
        String id = opportunity(account("hs-1-c1"));
        role(id, contact("hs-1-p2"));
        role(id, contact("hs-1-p1"));
        role(id, contact(""));

        List<Change> listed = SandboxOrg.changes(SandboxOrg.pages(deals, Cursor.START));

        assertThat(listed).singleElement().isInstanceOfSatisfying(Change.Changed.class, change -> {
            CrmRecord deal = change.record().orElseThrow();
            assertThat(deal.ref()).isEqualTo(ref(OPPORTUNITY, id));
            assertThat(deal.email()).isEmpty();
            assertThat(deal.stage()).isEqualTo(StageTold.NOTHING);
            assertThat(deal.fields().text(FieldName.of("Amount"))).isEqualTo("1200.51");
            assertThat(deal.fields().text(FieldName.of("CloseDate"))).isEqualTo("2026-12-31");
            assertThat(deal.fields().text(FieldName.of("IsWon"))).isEqualTo("false");
            assertThat(deal.fields().text(COMPANY)).isEqualTo("hs-1-c1");
            assertThat(deal.fields().text(PEOPLE)).isEqualTo("hs-1-p1;hs-1-p2");
        });
    }

    @Test
    void withoutLinksThePlacesAreBlankAndOfWhatHasNoKeyTheyTellNothing() throws BadRow {
        CrmRecord bare = read(opportunity(""));
        assertThat(bare.fields().get(COMPANY)).contains(FieldValue.BLANK);
        assertThat(bare.fields().get(PEOPLE)).contains(FieldValue.BLANK);

        String id = opportunity(account(""));
        role(id, contact(""));
        assertThat(read(id).fields().get(COMPANY)).isEmpty();
        assertThat(read(id).fields().get(PEOPLE)).isEmpty();
    }

    @Test
    void whatChangesOfADealOrItsLinksIsAChangeOfIt() throws BadRow {
        String account = account("");
        String person = contact("");
        String contact = contact("hs-1-p1");
        String amount = opportunity("");
        String company = opportunity(account);
        String named = opportunity("");
        String keyed = opportunity("");
        String dropped = opportunity("");
        String untouched = opportunity(account("hs-1-c2"));
        role(keyed, person);
        String role = role(dropped, contact);
        sandbox.later(Duration.ofHours(1));
        Cursor listed = SandboxOrg.end(SandboxOrg.pages(deals, Cursor.START));
        sandbox.later(Duration.ofHours(1));
        Cursor from = SandboxOrg.end(SandboxOrg.pages(deals, listed));
        sandbox.later(Duration.ofHours(1));

        sandbox.set("Opportunity", amount, "Amount", "5");
        sandbox.set("Account", account, "Smarketing_Key__c", "hs-1-c1");
        sandbox.set("Contact", person, "Smarketing_Key__c", "hs-1-p2");
        role(named, contact);
        sandbox.act("OpportunityContactRole", role, "delete");
        Set<String> told = SandboxOrg.changes(SandboxOrg.pages(deals, from)).stream()
                .map(change -> change.ref().id())
                .collect(Collectors.toSet());

        assertThat(told).contains(amount, company, named, keyed).doesNotContain(untouched);
        assertThat(read(company).fields().text(COMPANY)).isEqualTo("hs-1-c1");
        assertThat(read(keyed).fields().text(PEOPLE)).isEqualTo("hs-1-p2");
        assertThat(told).contains(dropped);
    }

    @Test
    void aDeletedOneIsGone() throws BadRow {
        String id = opportunity("");
        Cursor from = SandboxOrg.end(SandboxOrg.pages(deals, Cursor.START));
        sandbox.act("Opportunity", id, "delete");

        assertThat(SandboxOrg.changes(SandboxOrg.pages(deals, from))).contains(new Gone(ref(OPPORTUNITY, id)));
        assertThat(read(id)).isNull();
        assertThat(name(id, "")).isEqualTo(new WriteOutcome.Gone());
    }

    @Test
    void aDealIsMadeOnceWithItsCompanyAndItsPeople() throws BadRow {
        String account = account("hs-1-c1");
        contact("hs-1-p1");
        contact("hs-1-p2");

        RecordRef first = ((Written) create("hs-1-p1;hs-1-p2")).ref();
        RecordRef second = ((Written) create("hs-1-p1;hs-1-p2")).ref();

        assertThat(second).isEqualTo(first);
        assertThat(sandbox.inside.count("OpportunityContactRole")).isEqualTo(2);
        assertThat(sandbox.inside.peek("Opportunity", first.id(), "AccountId")).contains(account);
        CrmRecord deal = deals.reader().byKeys(List.of("hs-1-d1")).get(0);
        assertThat(deal.fields().text(PEOPLE)).isEqualTo("hs-1-p1;hs-1-p2");
        assertThat(deal.fields().text(FieldName.of("IsWon"))).isEqualTo("true");
        assertThat(deal.fields().text(FieldName.of("Amount"))).isEqualTo("99.5");
    }

    @Test
    void peopleAreNamedAndDroppedAndThoseWithoutAKeyStay() throws BadRow {
        String id = opportunity("");
        String stranger = contact("");
        role(id, stranger);
        role(id, contact("hs-1-p1"));
        contact("hs-1-p2");

        assertThat(name(id, "hs-1-p2")).isInstanceOf(Written.class);
        assertThat(read(id).fields().text(PEOPLE)).isEqualTo("hs-1-p2");
        assertThat(name(id, "")).isInstanceOf(Written.class);
        assertThat(read(id).fields().get(PEOPLE)).isEmpty();
        assertThat(sandbox.inside.count("OpportunityContactRole")).isEqualTo(1);
    }

    @Test
    void aPersonWhoIsNotThereIsRefusedByNameAndNothingIsWritten() throws BadRow {
        account("hs-1-c1");
        contact("hs-1-p1");

        Refused refused = (Refused) create("hs-1-p1;hs-1-p404");

        assertThat(refused.kind()).isEqualTo(FailureKind.LINK_MISSING);
        assertThat(refused.field()).contains(PEOPLE);
        assertThat(sandbox.inside.count("Opportunity")).isZero();
    }

    @Test
    void twoHundredDealsAreNamedTheirPeopleInFiveCalls() throws BadRow {
        account("hs-1-c1");
        contact("hs-1-p1");
        List<WriteCommand> commands = IntStream.range(0, 200)
                .<WriteCommand>mapToObj(
                        i -> new WriteCommand.Create(OPPORTUNITY, "hs-1-d" + i, deal("hs-1-p1"), Lane.FIELDS))
                .toList();
        sandbox.line.asks().clear();

        assertThat(deals.writer().write(commands)).hasSize(200).allMatch(Written.class::isInstance);

        assertThat(sandbox.line.asks()).hasSizeLessThanOrEqualTo(5);
        assertThat(sandbox.inside.count("OpportunityContactRole")).isEqualTo(200);
    }

    @Test
    void historyIsThatOfItsFields() throws BadRow {
        sandbox.switches.set("track-history", "Opportunity.Amount");
        String id = opportunity("");
        sandbox.later(Duration.ofMinutes(1));
        sandbox.set("Opportunity", id, "Amount", "7");
        FieldName amount = FieldName.of("Amount");

        var history = deals.reader().history(List.of(ref(OPPORTUNITY, id)), Set.of(amount));

        assertThat(history.get(ref(OPPORTUNITY, id)).get(amount))
                .extracting(entry -> entry.value().text())
                .containsExactly("7");
    }

    @Test
    void aPersonWhoIsDeletedIsNamedNoMore() throws BadRow {
        String id = opportunity("");
        String contact = contact("hs-1-p1");
        role(id, contact);
        sandbox.act("Contact", contact, "delete");

        assertThat(name(id, "")).isInstanceOf(Written.class);
        assertThat(read(id).fields().get(PEOPLE)).contains(FieldValue.BLANK);
    }

    @Test
    void nobodyIsKnownByAnAddressAndTheAskingIsFree() {
        sandbox.line.asks().clear();

        assertThat(deals.reader().byEmails(List.of(new Email("example.com")))).isEmpty();
        assertThat(deals.activity().touches(Map.of())).isEmpty();
        assertThat(sandbox.line.asks()).isEmpty();
    }

    @Test
    void theSchemaTellsThePlaces() {
        Map<FieldName, FieldSpec> fields = deals.schema().fields(OPPORTUNITY);

        assertThat(fields.get(PEOPLE).type()).isEqualTo(FieldType.MULTI_PICKLIST);
        assertThat(fields.get(PEOPLE).traits())
                .containsExactlyInAnyOrder(Trait.BLANKABLE, Trait.CREATABLE, Trait.UPDATABLE, Trait.RELATED);
        assertThat(fields.get(COMPANY).traits()).contains(Trait.UPDATABLE);
        assertThat(fields.get(FieldName.of("IsWon")).traits()).doesNotContain(Trait.UPDATABLE);
    }
}
