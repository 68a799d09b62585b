package io.smarketing.salesforce;

import static com.github.tomakehurst.wiremock.client.WireMock.containing;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static io.smarketing.salesforce.StubOrg.CONTACT;
import static io.smarketing.salesforce.StubOrg.LEAD;
import static io.smarketing.salesforce.StubOrg.SALES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.smarketing.core.crm.Crm;
import io.smarketing.core.crm.failure.CrmException;
import io.smarketing.core.crm.failure.FailureKind;
import io.smarketing.core.crm.record.Author;
import io.smarketing.core.crm.record.CrmRecord;
import io.smarketing.core.crm.record.HistoryEntry;
import io.smarketing.core.crm.record.RecordRef;
import io.smarketing.core.crm.record.StageFact;
import io.smarketing.core.lead.Email;
import io.smarketing.core.lead.FieldName;
import io.smarketing.core.lead.FieldValue;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.Test;

class ReaderTest {

    private static final String LEAD_1 = "00Q000000000001EAA";
    private static final String CONTACT_1 = "003000000000001AAA";
    private static final RecordRef CONTACT_REF = new RecordRef(SALES, CONTACT, CONTACT_1);

    private final StubOrg org = new StubOrg();
    private final VirtualTime time = new VirtualTime();

    private static String role(String id, String created, boolean won) {
        return "{\"Opportunity\":{\"Id\":\"" + id + "\",\"CreatedDate\":\"" + created
                + "T09:00:00.000+0000\",\"IsWon\":" + won + ",\"StageName\":\"" + (won ? "Closed Won" : "Prospecting")
                + "\"}}";
    }

    private static String part(String rows, String next) {
        return "{\"totalSize\":9,\"done\":" + next.isEmpty()
                + (next.isEmpty() ? "" : ",\"nextRecordsUrl\":\"" + StubOrg.DATA + "/query/" + next + "\"")
                + ",\"records\":[" + rows + "]}";
    }

    @Test
    void anAnswerInPartsIsReadToItsEnd() {
        Crm crm = org.open(time.surroundings());
        org.query("FROM Contact");
        org.stub(
                get(urlPathEqualTo(StubOrg.DATA + "/query")).withQueryParam("q", containing("FROM Lead")),
                StubOrg.json(part(StubOrg.row(LEAD_1, ""), "0r8-1")));
        org.stub(
                get(StubOrg.DATA + "/query/0r8-1"),
                StubOrg.json(part(StubOrg.row("00Q000000000002EAA", ",\"Email\":\"Lead-0002@Example.com\""), "")));

        List<CrmRecord> found = crm.reader().byKeys(List.of("k-1"));

        assertThat(found).hasSize(2);
        assertThat(found.get(1).email()).contains(new Email("lead-0002@example.com"));
    }

    @Test
    void opportunitiesAreFactsWithTheTimesOfTheFirst() {
        org.describe(
                "Contact",
                "[{\"childSObject\":\"OpportunityContactRole\",\"relationshipName\":\"OpportunityContactRoles\"}]",
                "LastName string 80 false",
                "Email email 80 true");
        Crm crm = org.open(time.surroundings());
        String roles = part(role("006A", "2026-11-05", true) + "," + role("006B", "2026-11-03", false), "0r8-roles");
        org.query("FROM Contact", StubOrg.row(CONTACT_1, ",\"OpportunityContactRoles\":" + roles));
        org.stub(
                get(StubOrg.DATA + "/query/0r8-roles"),
                StubOrg.json(part(role("006C", "2026-11-09", true) + ",{\"Opportunity\":null}", "")));
        org.query(
                "FROM OpportunityHistory",
                history("006A", "Prospecting", "2026-11-05"),
                history("006A", "Closed Won", "2026-11-08"),
                history("006A", "Closed Won", "2026-11-20"));

        CrmRecord contact =
                crm.reader().byRefs(List.of(CONTACT_REF)).values().iterator().next();

        assertThat(contact.stage().facts())
                .containsEntry(StageFact.OPPORTUNITY, Instant.parse("2026-11-03T09:00:00Z"))
                .containsEntry(StageFact.WON_OPPORTUNITY, Instant.parse("2026-11-08T09:00:00Z"));
    }

    private static String history(String opportunity, String stage, String day) {
        return "{\"OpportunityId\":\"" + opportunity + "\",\"StageName\":\"" + stage + "\",\"CreatedDate\":\"" + day
                + "T09:00:00.000+0000\"}";
    }

    @Test
    void aQueryTooLongForAUrlGoesInABody() {
        String[] fields = IntStream.range(0, 600)
                .mapToObj(i -> "A_custom_field_%04d__c string 80 true".formatted(i))
                .toArray(String[]::new);
        org.describe("Lead", "[]", fields);
        String[] names = IntStream.range(0, 600)
                .mapToObj("A_custom_field_%04d__c"::formatted)
                .toArray(String[]::new);
        Crm crm = new SalesforceProvider(new OkHttpClient())
                .open(SALES, org.settings("client-secret", "s"), StubOrg.wantedOfLead(names), time.surroundings());
        org.stub(
                post(StubOrg.DATA + "/composite"),
                StubOrg.json("{\"compositeResponse\":[{\"httpStatusCode\":200,\"body\":"
                        + part(StubOrg.row(LEAD_1, ",\"A_custom_field_0007__c\":\"seven\""), "") + "}]}"));

        List<CrmRecord> found = crm.reader().byKeys(List.of("k"));

        assertThat(found.get(0).fields().text(FieldName.of("A_custom_field_0007__c")))
                .isEqualTo("seven");
        org.stub(
                post(StubOrg.DATA + "/composite"),
                StubOrg.json(
                        "{\"compositeResponse\":[{\"httpStatusCode\":400,\"body\":"
                                + "[{\"errorCode\":\"INVALID_FIELD\",\"message\":\"No such column 'X__c' on entity 'Lead'\"}]}]}"));
        assertThatThrownBy(() -> crm.reader().byKeys(List.of("k")))
                .isInstanceOf(CrmException.class)
                .hasMessageContaining("Lead.X__c")
                .extracting(e -> ((CrmException) e).kind())
                .isEqualTo(FailureKind.SCHEMA_MISMATCH);
    }

    @Test
    void aValueThatIsNoneOfItsTypeStaysAsItIs() {
        org.describe("Lead", "[]", "LastName string 80 false", "Company date 0 true", "Email email 80 true");
        Crm crm = org.open(time.surroundings());
        org.query("FROM Contact");
        org.query("FROM Lead", StubOrg.row(LEAD_1, ",\"Company\":\"soon\",\"LastName\":null"));

        CrmRecord record = crm.reader().byKeys(List.of("k")).get(0);

        assertThat(record.fields().text(FieldName.of("Company"))).isEqualTo("soon");
        assertThat(record.fields().get(FieldName.of("LastName"))).contains(FieldValue.BLANK);
    }

    @Test
    void trackedFieldsHaveAHistory() {
        org.describe(
                "Lead", "[{\"childSObject\":\"LeadHistory\"}]", "Company string 80 true", "OwnerId reference 0 true");
        Crm crm = org.open(time.surroundings());
        RecordRef lead = new RecordRef(SALES, LEAD, LEAD_1);
        FieldName company = FieldName.of("Company");
        FieldName owner = FieldName.of("OwnerId");
        org.query(
                "FROM LeadHistory",
                change("Company", "Acme", "005000000000009AAA"),
                change("Company", "Acme Holding", StubOrg.OURSELVES),
                change("Owner", "A Rep", StubOrg.OURSELVES),
                change("Owner", "005000000000007AAA", StubOrg.OURSELVES),
                change("created", "", StubOrg.OURSELVES));

        Map<RecordRef, Map<FieldName, List<HistoryEntry>>> history =
                crm.reader().history(List.of(lead, CONTACT_REF), Set.of(company, owner));

        assertThat(history).containsOnlyKeys(lead);
        assertThat(history.get(lead).get(company))
                .extracting(e -> e.value().text(), HistoryEntry::by)
                .containsExactly(tuple("Acme", Author.SOMEBODY_ELSE), tuple("Acme Holding", Author.OURSELVES));
        assertThat(history.get(lead).get(owner))
                .extracting(e -> e.value().text())
                .containsExactly("005000000000007AAA");
    }

    private static String change(String field, String value, String by) {
        return "{\"LeadId\":\"" + LEAD_1 + "\",\"Field\":\"" + field + "\",\"NewValue\":\"" + value
                + "\",\"CreatedDate\":\"2026-11-20T09:00:00.000+0000\",\"CreatedById\":\"" + by + "\"}";
    }
}
