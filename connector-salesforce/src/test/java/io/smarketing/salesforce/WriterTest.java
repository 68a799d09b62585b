package io.smarketing.salesforce;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.matchingJsonPath;
import static com.github.tomakehurst.wiremock.client.WireMock.notContaining;
import static com.github.tomakehurst.wiremock.client.WireMock.patch;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static io.smarketing.salesforce.StubOrg.CONTACT;
import static io.smarketing.salesforce.StubOrg.LEAD;
import static io.smarketing.salesforce.StubOrg.SALES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.stubbing.Scenario;
import io.smarketing.core.crm.Crm;
import io.smarketing.core.crm.Lane;
import io.smarketing.core.crm.WriteCommand;
import io.smarketing.core.crm.WriteOutcome;
import io.smarketing.core.crm.WriteOutcome.Gone;
import io.smarketing.core.crm.WriteOutcome.Moved;
import io.smarketing.core.crm.WriteOutcome.Refused;
import io.smarketing.core.crm.WriteOutcome.Unknown;
import io.smarketing.core.crm.WriteOutcome.Written;
import io.smarketing.core.crm.failure.CrmException;
import io.smarketing.core.crm.failure.FailureKind;
import io.smarketing.core.crm.open.Wanted;
import io.smarketing.core.crm.record.RecordRef;
import io.smarketing.core.lead.FieldName;
import io.smarketing.core.lead.FieldValue;
import io.smarketing.core.lead.Fields;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WriterTest {

    private static final String BY_ID = StubOrg.DATA + "/composite/sobjects";
    private static final String BY_KEY = BY_ID + "/Lead/Smarketing_Key__c";
    private static final String LEAD_1 = "00Q000000000001EAA";
    private static final String LEAD_2 = "00Q000000000002EAA";
    private static final String CONTACT_1 = "003000000000001AAA";
    private static final RecordRef CONTACT_REF = new RecordRef(SALES, CONTACT, CONTACT_1);
    private static final Instant AT = Instant.parse("2026-11-22T10:00:00Z");

    private final StubOrg org = new StubOrg();
    private final VirtualTime time = new VirtualTime();
    private Crm crm;

    @BeforeEach
    void open() {
        org.describe(
                "Lead",
                "[]",
                "LastName string 80 false",
                "Company string 255 false",
                "Email email 80 true",
                "Score__c double 0 true",
                "Opt__c boolean 0 false");
        org.query("IsDeleted.*FROM Lead", living(LEAD_1), living(LEAD_2));
        org.query("IsDeleted.*FROM Contact", living(CONTACT_1));
        crm = org.open(time.surroundings());
        org.forget();
    }

    private static String living(String id) {
        return "{\"Id\":\"" + id + "\",\"IsDeleted\":false,\"MasterRecordId\":null,\"IsConverted\":false}";
    }

    private static Fields fields(String... pairs) {
        Fields fields = Fields.NONE;
        for (int i = 0; i < pairs.length; i += 2) {
            fields = fields.with(FieldName.of(pairs[i]), FieldValue.of(pairs[i + 1]));
        }
        return fields;
    }

    private static WriteCommand create(String key) {
        return new WriteCommand.Create(
                LEAD, key, fields("LastName", "Lead " + key, "Company", "Acme", "Opt__c", "false"), Lane.FIELDS);
    }

    private static WriteCommand update(String id, String... pairs) {
        return new WriteCommand.Update(new RecordRef(SALES, LEAD, id), fields(pairs), Lane.FIELDS);
    }

    private WriteOutcome write(WriteCommand command) {
        return crm.writer().write(List.of(command)).get(0);
    }

    private static String ok(String id) {
        return "{\"id\":\"" + id + "\",\"success\":true,\"errors\":[]}";
    }

    private static String refused(String code, String message, String fields) {
        return "{\"success\":false,\"errors\":[{\"statusCode\":\"" + code + "\",\"message\":\"" + message
                + "\",\"fields\":[" + fields + "]}]}";
    }

    private void updateAnswers(String... results) {
        org.collections("", StubOrg.json("[" + String.join(",", results) + "]"));
    }

    @Test
    void creationsAreUpsertsOnTheKey() throws Exception {
        org.collections("/Lead/Smarketing_Key__c", StubOrg.json("[" + ok(LEAD_1) + "]"));

        WriteOutcome outcome = write(create("hs-1-1"));

        RecordRef made = new RecordRef(SALES, LEAD, LEAD_1);
        assertThat(outcome).isEqualTo(new Written(made, Optional.empty(), Optional.empty(), AT));
        JsonNode sent = sent(BY_KEY);
        assertThat(sent.path("allOrNone").asBoolean(true)).isFalse();
        JsonNode row = sent.path("records").get(0);
        assertThat(row.fieldNames().next()).isEqualTo("attributes");
        assertThat(row.path("Smarketing_Key__c").asText()).isEqualTo("hs-1-1");
        assertThat(org.requests("PATCH", ".*").get(0).getHeader("Sforce-Auto-Assign"))
                .isEqualTo("TRUE");
        assertThat(org.requests("PATCH", ".*").get(0).getHeader("Sforce-Duplicate-Rule-Header"))
                .isEqualTo("allowSave=true");
    }

    @Test
    void whereRulesAreNotToChooseTheOwnerTheyDoNotRun() {
        Wanted wanted = new Wanted(StubOrg.wanted("LastName", "Email").types(), false);
        Crm unruled = new SalesforceProvider(new OkHttpClient())
                .open(SALES, org.settings("client-secret", "s3cret"), wanted, time.surroundings());
        org.collections("/Lead/Smarketing_Key__c", StubOrg.json("[" + ok(LEAD_1) + "]"));

        unruled.writer().write(List.of(create("hs-1-1")));

        assertThat(org.requests("PATCH", ".*").get(0).getHeader("Sforce-Auto-Assign"))
                .isEqualTo("FALSE");
    }

    @Test
    void updatesGoByIdWithTypedValuesAndNeverReroute() throws Exception {
        updateAnswers(ok(LEAD_1));

        write(update(LEAD_1, "Score__c", "12.5", "Company", "", "Opt__c", ""));

        JsonNode row = sent(BY_ID).path("records").get(0);
        assertThat(row.path("id").asText()).isEqualTo(LEAD_1);
        assertThat(row.path("Score__c").isNumber()).isTrue();
        assertThat(row.get("Company").isNull()).isTrue();
        assertThat(row.path("Opt__c").isBoolean()).isTrue();
        assertThat(org.requests("PATCH", ".*").get(0).getHeader("Sforce-Auto-Assign"))
                .isEqualTo("FALSE");
    }

    private JsonNode sent(String url) throws Exception {
        return new ObjectMapper().readTree(org.requests("PATCH", url).get(0).getBodyAsString());
    }

    @Test
    void rowsAreAnsweredInTheirOrderWhateverCameOfThem() {
        org.collections(
                "/Lead/Smarketing_Key__c",
                StubOrg.json("[" + ok(LEAD_2) + ","
                        + refused("STRING_TOO_LONG", "data value too large: x", "\"Company\"") + "]"));
        updateAnswers(ok(LEAD_1));

        List<WriteOutcome> outcomes = crm.writer()
                .write(List.of(
                        create("hs-1-1"),
                        update(LEAD_1, "Company", "Acme"),
                        update(LEAD_1, "Company", "x".repeat(256)),
                        create("hs-1-2")));

        assertThat(outcomes.get(0)).isInstanceOf(Written.class);
        assertThat(outcomes.get(1)).isInstanceOf(Written.class);
        assertThat(outcomes.get(2))
                .isEqualTo(new Refused(
                        FailureKind.INVALID_VALUE,
                        "The text has 256 characters, the field Company takes 255: shorten it, or make the field"
                                + " longer.",
                        Optional.of(FieldName.of("Company"))));
        assertThat(((Refused) outcomes.get(3)).field()).contains(FieldName.of("Company"));
    }

    @Test
    void aMissingRequiredValueCostsNoCall() {
        WriteCommand nameless =
                new WriteCommand.Create(LEAD, "hs-1-1", fields("LastName", "L", "Opt__c", "true"), Lane.FIELDS);

        assertThat(((Refused) write(nameless)).field()).contains(FieldName.of("Company"));
        assertThat(org.requests("PATCH", ".*")).isEmpty();
    }

    @Test
    void fourHundredAndOneRowsAreThreeCalls() {
        String results = IntStream.range(0, 200).mapToObj(i -> ok(LEAD_1)).collect(Collectors.joining(","));
        org.collections("", StubOrg.json("[" + results + "]"));
        org.server()
                .stubFor(patch(urlEqualTo(BY_ID))
                        .withRequestBody(matchingJsonPath("$.records[0].Company", equalTo("Acme 400")))
                        .willReturn(StubOrg.json("[" + ok(LEAD_1) + "]")));

        List<WriteOutcome> outcomes = crm.writer()
                .write(IntStream.range(0, 401)
                        .mapToObj(i -> update(LEAD_1, "Company", "Acme " + i))
                        .toList());

        assertThat(outcomes).hasSize(401).allMatch(Written.class::isInstance);
        assertThat(org.requests("PATCH", ".*")).hasSize(3);
    }

    @Test
    void aConvertedLeadHasMovedToItsContact() {
        updateAnswers(refused("CANNOT_UPDATE_CONVERTED_LEAD", "cannot reference converted lead", ""));
        org.query(
                "IsDeleted.*FROM Lead",
                "{\"Id\":\"" + LEAD_1 + "\",\"IsDeleted\":false,\"MasterRecordId\":null,\"IsConverted\":true,"
                        + "\"ConvertedContactId\":\"" + CONTACT_1 + "\"}");

        assertThat(write(update(LEAD_1, "Company", "Acme"))).isEqualTo(new Moved(CONTACT_REF));
    }

    @Test
    void aConvertedLeadThatTheOrgLetUsEditHasMovedAllTheSame() {
        updateAnswers(ok(LEAD_1), ok(LEAD_2));
        org.query(
                "IsDeleted.*FROM Lead",
                living(LEAD_2),
                "{\"Id\":\"" + LEAD_1 + "\",\"IsDeleted\":false,\"MasterRecordId\":null,\"IsConverted\":true,"
                        + "\"ConvertedContactId\":\"" + CONTACT_1 + "\"}");

        List<WriteOutcome> outcomes =
                crm.writer().write(List.of(update(LEAD_1, "Company", "A"), update(LEAD_2, "Company", "B")));

        assertThat(outcomes.get(0)).isEqualTo(new Moved(CONTACT_REF));
        assertThat(outcomes.get(1)).isInstanceOf(Written.class);
    }

    @Test
    void aLeadThatCannotBeLookedAtAfterItsWriteIsUnknown() {
        updateAnswers(ok(LEAD_1));
        org.stub(
                get(urlPathMatching(StubOrg.DATA + "/queryAll")),
                StubOrg.error(400, "INVALID_FIELD", "No such column 'IsConverted'"));

        assertThat(write(update(LEAD_1, "Company", "A"))).isInstanceOf(Unknown.class);
    }

    @Test
    void aLeadThatWeCannotSeeAnyMoreAfterItsWriteWasWritten() {
        updateAnswers(ok(LEAD_1));
        org.query("IsDeleted.*FROM Lead", "");

        assertThat(write(update(LEAD_1, "Company", "A"))).isInstanceOf(Written.class);
    }

    @Test
    void aLeadThatIsNewIsNotLookedAt() {
        org.collections(
                "/Lead/Smarketing_Key__c",
                StubOrg.json("[{\"id\":\"" + LEAD_1 + "\",\"success\":true,\"created\":true,\"errors\":[]}]"));

        assertThat(write(create("hs-1-1"))).isInstanceOf(Written.class);
        assertThat(org.requests("GET", ".*")).isEmpty();
    }

    @Test
    void aMergedLeadHasMovedAndADeletedOneIsGone() {
        updateAnswers(
                refused("ENTITY_IS_DELETED", "entity is deleted", ""),
                refused("INVALID_CROSS_REFERENCE_KEY", "invalid cross reference id", ""));
        org.query(
                "IsDeleted.*FROM Lead",
                living("00Q000000000007EAA"),
                "{\"Id\":\"" + LEAD_1 + "\",\"IsDeleted\":true,\"MasterRecordId\":\"00Q000000000007EAA\"}");

        assertThat(crm.writer().write(List.of(update(LEAD_1, "Company", "A"), update(LEAD_2, "Company", "B"))))
                .containsExactly(new Moved(new RecordRef(SALES, LEAD, "00Q000000000007EAA")), new Gone());
    }

    @Test
    void aKeyThatIsTakenLeadsToItsHolder() {
        org.collections(
                "/Lead/Smarketing_Key__c",
                StubOrg.json("["
                        + refused(
                                "DUPLICATE_VALUE",
                                "duplicate value found: Smarketing_Key__c duplicates value on record with id: "
                                        + LEAD_2.substring(0, 15),
                                "")
                        + "]"));

        assertThat(write(create("hs-1-1"))).isEqualTo(new Moved(new RecordRef(SALES, LEAD, LEAD_2)));
    }

    @Test
    void aKeyThatAnotherRecordHoldsIsRefusedAloneWhereOneIsUpdated() {
        updateAnswers(refused(
                "DUPLICATE_VALUE",
                "duplicate value found: Smarketing_Key__c duplicates value on record with id: "
                        + LEAD_2.substring(0, 15),
                ""));

        Refused refused = (Refused) write(update(LEAD_1, "Smarketing_Key__c", "hs-1-1"));

        assertThat(refused.kind()).isEqualTo(FailureKind.DUPLICATE);
        assertThat(refused.field()).contains(FieldName.of("Smarketing_Key__c"));
        assertThat(refused.sentence())
                .contains("the field Smarketing_Key__c", "merge the two")
                .doesNotContain(LEAD_2);
    }

    @Test
    void aDuplicateOfAnotherFieldIsRefused() {
        updateAnswers(refused("DUPLICATE_VALUE", "duplicate value found: Vat__c duplicates value on record", ""));

        assertThat(((Refused) write(update(LEAD_1, "Company", "A"))).kind()).isEqualTo(FailureKind.DUPLICATE);
    }

    @Test
    void lockedRowsAreSentAgainThreeTimes() {
        updateAnswers(refused("UNABLE_TO_LOCK_ROW", "unable to obtain exclusive access", ""));

        assertThat(((Refused) write(update(LEAD_1, "Company", "A"))).kind()).isEqualTo(FailureKind.BUSY);
        assertThat(org.requests("PATCH", ".*")).hasSize(4);
        assertThat(time.passed()).isPositive();
    }

    @Test
    void aLockThatIsReleasedIsNoFailure() {
        org.server()
                .stubFor(patch(urlEqualTo(BY_ID))
                        .inScenario("lock")
                        .whenScenarioStateIs(Scenario.STARTED)
                        .willReturn(StubOrg.json("[" + refused("UNABLE_TO_LOCK_ROW", "locked", "") + "]"))
                        .willSetStateTo("free"));
        org.server()
                .stubFor(patch(urlEqualTo(BY_ID))
                        .inScenario("lock")
                        .whenScenarioStateIs("free")
                        .willReturn(StubOrg.json("[" + ok(LEAD_1) + "]")));

        assertThat(write(update(LEAD_1, "Company", "A"))).isInstanceOf(Written.class);
    }

    @Test
    void aRowThatSpoilsItsCallStandsAlone() {
        org.collections("", StubOrg.error(400, "JSON_PARSER_ERROR", "Cannot deserialize instance of date"));
        for (int size = 1; size <= 4; size++) {
            String results = IntStream.range(0, size).mapToObj(i -> ok(LEAD_1)).collect(Collectors.joining(","));
            org.server()
                    .stubFor(patch(urlEqualTo(BY_ID))
                            .withRequestBody(notContaining("poison"))
                            .withRequestBody(matchingJsonPath("$[?(@.records.size() == " + size + ")]"))
                            .willReturn(StubOrg.json("[" + results + "]")));
        }

        List<WriteOutcome> outcomes = crm.writer()
                .write(IntStream.range(0, 8)
                        .mapToObj(i -> update(LEAD_1, "Company", i == 5 ? "poison" : "Acme"))
                        .toList());

        assertThat(outcomes).filteredOn(Written.class::isInstance).hasSize(7);
        assertThat(outcomes.get(5)).isInstanceOf(Refused.class);
    }

    @Test
    void anOrgThatFailsWhateverIsSentIsNotAskedForEachRow() {
        org.collections("", StubOrg.error(500, "UNKNOWN_EXCEPTION", "An unexpected error occurred"));

        List<WriteOutcome> outcomes = crm.writer()
                .write(IntStream.range(0, 200)
                        .mapToObj(i -> update(LEAD_1, "Company", "Acme"))
                        .toList());

        assertThat(outcomes).hasSize(200).noneMatch(Written.class::isInstance);
        assertThat(org.requests("PATCH", ".*").size()).isLessThan(50);
    }

    @Test
    void anAnswerThatIsLostLeavesTheOutcomeUnknown() {
        org.server()
                .stubFor(patch(urlEqualTo(BY_ID)).willReturn(aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER)));

        assertThat(write(update(LEAD_1, "Company", "A"))).isInstanceOf(Unknown.class);
    }

    @Test
    void aCallThatIsRefusedAsAWholeIsThrownIfNothingWasWritten() {
        org.collections("", StubOrg.error(400, "INVALID_FIELD", "No such column 'Company' on sobject of type Lead"));

        assertThatThrownBy(() -> write(update(LEAD_1, "Company", "A")))
                .isInstanceOf(CrmException.class)
                .hasMessageContaining("Lead.Company")
                .extracting(e -> ((CrmException) e).kind())
                .isEqualTo(FailureKind.SCHEMA_MISMATCH);
    }

    @Test
    void aCallThatIsRefusedBesideOneThatWroteIsUnknown() {
        org.collections("", StubOrg.error(400, "INVALID_FIELD", "No such column 'Company' on sobject of type Lead"));
        org.collections("/Lead/Smarketing_Key__c", StubOrg.json("[" + ok(LEAD_1) + "]"));

        List<WriteOutcome> outcomes = crm.writer().write(List.of(update(LEAD_2, "Company", "A"), create("hs-1-1")));

        assertThat(outcomes.get(0)).isInstanceOf(Unknown.class);
        assertThat(outcomes.get(1)).isInstanceOf(Written.class);
    }
}
