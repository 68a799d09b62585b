package io.smarketing.hubspot;

import static io.smarketing.hubspot.PortalDesk.ref;
import static org.assertj.core.api.Assertions.assertThat;

import io.smarketing.core.crm.Change;
import io.smarketing.core.crm.Crm;
import io.smarketing.core.crm.Cursor;
import io.smarketing.core.crm.Lane;
import io.smarketing.core.crm.WriteCommand;
import io.smarketing.core.crm.WriteOutcome;
import io.smarketing.core.crm.WriteOutcome.Refused;
import io.smarketing.core.crm.WriteOutcome.Written;
import io.smarketing.core.crm.open.Wanted;
import io.smarketing.core.crm.record.CrmRecord;
import io.smarketing.core.crm.record.RecordRef;
import io.smarketing.core.crm.record.RecordType;
import io.smarketing.core.crm.record.StageTold;
import io.smarketing.core.crm.record.Subject;
import io.smarketing.core.lead.Email;
import io.smarketing.core.lead.FieldName;
import io.smarketing.core.lead.FieldType;
import io.smarketing.core.lead.FieldValue;
import io.smarketing.core.lead.Fields;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Deals: matched by nothing but our key, and linked to a company and to people. */
final class DealsTest {

    private static final FieldName KEY = FieldName.of("smarketing_key");
    private static final FieldName COMPANY = FieldName.of("company.smarketing_key");
    private static final FieldName CONTACTS = FieldName.of("contacts.smarketing_key");
    private static final FieldName AMOUNT = FieldName.of("amount");
    private static final RecordType DEAL = new RecordType("deal");
    private static final Wanted.Type NOTHING_ELSE = new Wanted.Type(KEY, Optional.empty(), Set.of());

    private final PortalDesk desk = new PortalDesk(new Wanted(Map.of(
            new RecordType("contact"),
            NOTHING_ELSE,
            new RecordType("company"),
            NOTHING_ELSE,
            DEAL,
            new Wanted.Type(KEY, Optional.empty(), Set.of(AMOUNT, FieldName.of("dealstage"), COMPANY, CONTACTS)))));
    private final Crm deals = desk.crm().of(Subject.DEALS);
    private final String company =
            desk.create("companies", Map.of("name", "one", "domain", "one.example.com", "smarketing_key", "company-1"));
    private final String first = desk.contact("lead-0001@example.com", Map.of("smarketing_key", "person-1"));
    private final String second = desk.contact("lead-0002@example.com", Map.of("smarketing_key", "person-2"));
    private final String unkeyed = desk.contact("lead-0003@example.com", Map.of());

    private String deal(String contacts) {
        return desk.create(
                "deals",
                Map.of(
                        "dealname", "a deal",
                        "dealstage", "qualifiedtobuy",
                        "amount", "100",
                        "associated_company", company,
                        "associated_contacts", contacts));
    }

    private Fields fields(String id) {
        RecordRef ref = ref("deal", id);
        return deals.reader().byRefs(List.of(ref)).get(ref).fields();
    }

    private WriteOutcome update(String id, FieldName field, String value) {
        return deals.writer()
                .write(List.of(new WriteCommand.Update(ref("deal", id), Fields.of(field.text(), value), Lane.FIELDS)))
                .get(0);
    }

    private List<String> linked(String id) {
        String path = "/crm/objects/2026-09/deals/" + id + "/associations/contacts";
        return Stub.json(desk.send("GET", path, "", "").body()).findValuesAsText("toObjectId");
    }

    @Test
    void aDealIsToldWithItsCompanyAndItsPeople() {
        String id = deal(second + ";" + unkeyed + ";" + first);
        RecordRef ref = ref("deal", id);
        CrmRecord record = deals.reader().byRefs(List.of(ref)).get(ref);
        assertThat(record.email()).isEmpty();
        assertThat(record.stage()).isEqualTo(StageTold.NOTHING);
        assertThat(record.fields().text(AMOUNT)).isEqualTo("100");
        assertThat(record.fields().text(COMPANY)).isEqualTo("company-1");
        assertThat(record.fields().text(CONTACTS)).isEqualTo("person-1;person-2");
        assertThat(deals.schema().fields(DEAL).get(CONTACTS).type()).isEqualTo(FieldType.MULTI_PICKLIST);
    }

    @Test
    void peopleWithoutAKeyAreNeitherBlankNorKeys() {
        assertThat(fields(deal(unkeyed)).get(CONTACTS)).isEmpty();
        assertThat(fields(deal("")).get(CONTACTS)).contains(FieldValue.BLANK);
    }

    @Test
    void thePeopleBecomeThoseThatAreWrittenAndOneWithoutAKeyStays() {
        String id = deal(first + ";" + unkeyed);
        Written written = (Written) update(id, CONTACTS, "person-2");
        assertThat(written.values()).contains(Fields.of(CONTACTS.text(), "person-2"));
        assertThat(linked(id)).containsExactlyInAnyOrder(second, unkeyed);
        update(id, CONTACTS, "person-1;person-2");
        assertThat(fields(id).text(CONTACTS)).isEqualTo("person-1;person-2");
        update(id, CONTACTS, "");
        assertThat(linked(id)).containsExactly(unkeyed);
    }

    @Test
    void aPersonWhoIsNotThereRefusesTheDeal() {
        String id = deal(first);
        assertThat(update(id, CONTACTS, "person-1;person-9")).isInstanceOf(Refused.class);
        assertThat(linked(id)).containsExactly(first);
    }

    @Test
    void aDealIsCreatedWithItsLinksAndAgainIsTheSame() {
        Fields fields = Fields.of("dealname", "new")
                .with(FieldName.of("dealstage"), FieldValue.of("qualifiedtobuy"))
                .with(COMPANY, FieldValue.of("company-1"))
                .with(CONTACTS, FieldValue.of("person-1"));
        WriteCommand create = new WriteCommand.Create(DEAL, "deal-1", fields, Lane.FIELDS);
        Written made = (Written) deals.writer().write(List.of(create)).get(0);
        assertThat(((Written) deals.writer().write(List.of(create)).get(0)).ref())
                .isEqualTo(made.ref());
        assertThat(deals.reader().byKeys(List.of("deal-1")))
                .singleElement()
                .satisfies(record -> assertThat(record.fields().text(COMPANY)).isEqualTo("company-1"))
                .satisfies(record -> assertThat(record.fields().text(CONTACTS)).isEqualTo("person-1"));
    }

    @Test
    void noAddressFindsADeal() {
        deal(first);
        int before = desk.line().asks().size();
        assertThat(deals.reader().byEmails(List.of(new Email("one.example.com"))))
                .isEmpty();
        assertThat(desk.line().asks()).hasSize(before);
    }

    @Test
    void dealsAreListedAndTheirChangesAndDeletionsTold() {
        String id = deal(first);
        String gone = deal(second);
        Cursor cursor = desk.caughtUp(deals);
        desk.act("deals", id, "set", "amount", "250");
        desk.act("deals", gone, "delete", "", "");
        desk.time().sleep(Duration.ofSeconds(5));
        var page = deals.changes().read(cursor);
        assertThat(page.changes()).extracting(Change::ref).containsExactly(ref("deal", id));
        assertThat(deals.changes().read(page.next()).changes()).containsExactly(new Change.Gone(ref("deal", gone)));
    }

    @Test
    void theKeyThatAPersonGetsIsAChangeOfTheDeal() {
        String id = deal(unkeyed);
        Cursor cursor = desk.caughtUp(deals);
        desk.act("contacts", unkeyed, "set", "smarketing_key", "person-3");
        desk.time().sleep(Duration.ofSeconds(5));
        assertThat(deals.changes().read(cursor).changes())
                .extracting(Change::ref)
                .containsExactly(ref("deal", id));
        assertThat(fields(id).text(CONTACTS)).isEqualTo("person-3");
    }
}
