package io.smarketing.hubspot;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static io.smarketing.hubspot.Stub.LIST;
import static io.smarketing.hubspot.Stub.UPDATE;
import static io.smarketing.hubspot.Stub.UPSERT;
import static io.smarketing.hubspot.Stub.ok;
import static io.smarketing.hubspot.Stub.ref;
import static io.smarketing.hubspot.Stub.status;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.github.tomakehurst.wiremock.http.Fault;
import io.smarketing.core.crm.Lane;
import io.smarketing.core.crm.RecordWriter;
import io.smarketing.core.crm.WriteCommand;
import io.smarketing.core.crm.WriteOutcome;
import io.smarketing.core.crm.WriteOutcome.Moved;
import io.smarketing.core.crm.WriteOutcome.Refused;
import io.smarketing.core.crm.WriteOutcome.Unknown;
import io.smarketing.core.crm.WriteOutcome.Written;
import io.smarketing.core.crm.failure.CrmException;
import io.smarketing.core.crm.failure.FailureKind;
import io.smarketing.core.lead.FieldName;
import io.smarketing.core.lead.Fields;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ContactWriterTest {

    private static final FieldName LASTNAME = FieldName.of("lastname");

    private final Stub stub = new Stub();

    @AfterEach
    void close() {
        stub.close();
    }

    @Test
    void nothingToWriteCostsNoCall() {
        assertThat(writer().write(List.of())).isEmpty();
        assertThat(stub.requests()).isEmpty();
    }

    @Test
    void createsByUpsertOnTheKeyAndTellsWhatHubSpotHolds() {
        stub.answer(
                UPSERT,
                ok(
                        "{'results':[{'id':'5','new':true,'updatedAt':'2026-11-22T11:59:58.5Z',"
                                + "'properties':{'our_key':'k-1','lastname':'Doe','lastmodifieddate':'2026-11-22T11:59:59.25Z'}}]}"));

        WriteOutcome outcome = writer().write(List.of(create("k-1", Fields.of("lastname", "Doe"))))
                .get(0);

        JsonNode body = stub.bodies(UPSERT).get(0).at("/inputs/0");
        assertThat(body)
                .isEqualTo(Stub.json("{'id':'k-1','objectWriteTraceId':'row-0','idProperty':'our_key',"
                        + "'properties':{'lastname':'Doe','our_key':'k-1'}}"));
        assertThat(outcome).isInstanceOfSatisfying(Written.class, w -> {
            assertThat(w.ref()).isEqualTo(ref("5"));
            assertThat(w.stamp()).contains(Instant.parse("2026-11-22T11:59:59.25Z"));
            assertThat(w.values().orElseThrow()).isEqualTo(Fields.of("lastname", "Doe"));
            assertThat(w.at()).isEqualTo(Instant.parse("2026-11-22T12:00:00Z"));
        });
    }

    @Test
    void matchesResultsByTraceAndNeverByOrder() {
        stub.answer(UPDATE, ok("{'results':[" + result("2", "row-1", "B") + "," + result("1", "row-0", "A") + "]}"));

        List<WriteOutcome> outcomes = writer().write(List.of(update("1", "A"), update("2", "B")));

        assertThat(outcomes).extracting(o -> ((Written) o).ref()).containsExactly(ref("1"), ref("2"));
    }

    @Test
    void aSilentlyIgnoredStageShowsInTheValues() {
        stub.answer(
                UPDATE,
                ok(
                        "{'results':[{'id':'1','updatedAt':'2026-11-22T11:00:00Z','properties':{'lifecyclestage':'customer'}}]}"));

        WriteOutcome outcome = writer().write(
                        List.of(new WriteCommand.Update(ref("1"), Fields.of("lifecyclestage", "lead"), Lane.FIELDS)))
                .get(0);

        assertThat(((Written) outcome).values()).contains(Fields.of("lifecyclestage", "customer"));
    }

    @Test
    void clearingSendsAnEmptyTextAndReadsAsBlank() {
        stub.answer(UPDATE, ok("{'results':[{'id':'1','updatedAt':'2026-11-22T11:00:00Z','properties':{}}]}"));

        WriteOutcome outcome = writer().write(List.of(update("1", ""))).get(0);

        assertThat(stub.bodies(UPDATE)
                        .get(0)
                        .at("/inputs/0/properties/lastname")
                        .asText("missing"))
                .isEmpty();
        assertThat(((Written) outcome).values()).contains(Fields.of("lastname", ""));
    }

    @Test
    void writesAHundredRowsACallAndKeepsOneAddressOutOfOneBatch() {
        stub.answer(UPDATE, ok("{'results':[]}"));
        stub.answer(LIST + "/1", status(404, "{}"));
        List<WriteCommand> commands = new ArrayList<>();
        IntStream.range(0, 150).forEach(i -> commands.add(update("" + (1000 + i), "Doe")));
        commands.add(new WriteCommand.Update(ref("1"), Fields.of("email", "lead@example.com"), Lane.FIELDS));
        commands.add(new WriteCommand.Update(ref("2"), Fields.of("email", "LEAD@example.com"), Lane.FIELDS));

        writer().write(commands);

        assertThat(stub.bodies(UPDATE)).extracting(b -> b.path("inputs").size()).containsExactly(100, 51, 1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "INVALID_EMAIL         | email         | INVALID_VALUE",
                "INVALID_INTEGER       | numemployees  | INVALID_VALUE",
                "INVALID_OPTION        | topics        | INVALID_VALUE",
                "PROPERTY_DOESNT_EXIST | gone_property | SCHEMA_MISMATCH",
                "READ_ONLY_VALUE       | score         | NOT_ALLOWED",
                "MISSING_REQUIRED_PROPERTY             | company | MISSING_VALUE",
                "MISSING_CONDITIONAL_REQUIRED_PROPERTY | company | MISSING_VALUE",
            })
    void aRefusedRowIsToldInWordsWithoutItsValue(String code, String property, FailureKind kind) {
        stub.answer(
                UPDATE,
                status(
                        207,
                        "{'results':[" + result("1", "row-0", "A") + "],'numErrors':1,'errors':[{"
                                + "'category':'VALIDATION_ERROR','message':'the value personal-secret is bad',"
                                + "'context':{'objectWriteTraceId':['row-1']},"
                                + "'errors':[{'code':'" + code + "','context':{'propertyName':['" + property
                                + "']}}]}]}"));

        List<WriteOutcome> outcomes = writer().write(List.of(update("1", "A"), update("2", "B")));

        assertThat(outcomes.get(0)).isInstanceOf(Written.class);
        assertThat(outcomes.get(1)).isInstanceOfSatisfying(Refused.class, r -> {
            assertThat(r.kind()).isEqualTo(kind);
            assertThat(r.field()).contains(FieldName.of(property));
            assertThat(r.sentence()).contains(property).doesNotContain("personal-secret");
        });
    }

    @Test
    void readsTheReasonNestedInTheMessage() {
        stub.answer(
                UPDATE,
                aResponse()
                        .withStatus(400)
                        .withBody("{\"category\":\"VALIDATION_ERROR\",\"message\":\"Property values were not valid: "
                                + "[{\\\"isValid\\\":false,\\\"message\\\":\\\"secret\\\",\\\"error\\\":\\\"INVALID_DATE\\\","
                                + "\\\"name\\\":\\\"born\\\"}]\"}"));

        WriteOutcome outcome = writer().write(List.of(update("1", "A"))).get(0);

        assertThat(outcome).isInstanceOfSatisfying(Refused.class, r -> {
            assertThat(r.kind()).isEqualTo(FailureKind.INVALID_VALUE);
            assertThat(r.field()).contains(FieldName.of("born"));
            assertThat(r.sentence()).doesNotContain("secret");
        });
    }

    @Test
    void aContactThatExistsAlreadyIsWhereTheCreateMovesTo() {
        stub.answer(
                UPSERT, status(409, "{'category':'CONFLICT','message':'Contact already exists. Existing ID: 12345'}"));

        assertThat(writer().write(List.of(create("k-1", Fields.of("email", "lead-0001@example.com")))))
                .containsExactly(new Moved(ref("12345")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"email", "our_key"})
    void aUniqueValueHeldByAnotherContactRefusesTheUpdate(String field) {
        stub.answer(
                UPDATE, status(409, "{'category':'CONFLICT','message':'Contact already exists. Existing ID: 12345'}"));
        WriteCommand update = new WriteCommand.Update(
                ref("1"), Fields.of(field, "taken").with(Fields.of("lastname", "A")), Lane.FIELDS);

        assertThat(writer().write(List.of(update)).get(0)).isInstanceOfSatisfying(Refused.class, r -> {
            assertThat(r.kind()).isEqualTo(FailureKind.DUPLICATE);
            assertThat(r.field()).contains(FieldName.of(field));
        });
    }

    @Test
    void aValueThatLooksLikeAnErrorIsNotTakenForOne() {
        stub.answer(
                UPDATE,
                aResponse()
                        .withStatus(400)
                        .withBody("{\"category\":\"VALIDATION_ERROR\",\"message\":\"bad: "
                                + "[{\\\"error\\\":\\\"<b>lead-0001@example.com\\\",\\\"name\\\":\\\"Jo Doe\\\"}]\"}"));

        assertThat(writer().write(List.of(update("1", "A"))).get(0)).isInstanceOfSatisfying(Refused.class, r -> {
            assertThat(r.field()).isEmpty();
            assertThat(r.sentence()).doesNotContain("example.com").doesNotContain("Doe");
        });
    }

    @Test
    void cutsARefusedBatchUntilTheGuiltyRowStandsAlone() {
        stub.answer(
                UPDATE,
                status(400, "{'category':'VALIDATION_ERROR'}"),
                ok("{'results':[" + result("1", "row-0", "A") + "," + result("2", "row-1", "A") + "]}"),
                status(400, "{'category':'VALIDATION_ERROR'}"),
                status(400, "{'category':'VALIDATION_ERROR'}"),
                ok("{'results':[" + result("4", "row-3", "A") + "]}"));

        List<WriteOutcome> outcomes =
                writer().write(List.of(update("1", "A"), update("2", "A"), update("3", "A"), update("4", "A")));

        assertThat(outcomes.get(2)).isInstanceOf(Refused.class);
        assertThat(List.of(outcomes.get(0), outcomes.get(1), outcomes.get(3))).allMatch(o -> o instanceof Written);
    }

    @Test
    void setsTheRowsThatARefusedBatchNamesApart() {
        stub.answer(
                UPDATE,
                status(400, "{'category':'VALIDATION_ERROR','context':{'ids':['2']}}"),
                ok("{'results':[" + result("1", "row-0", "A") + "," + result("3", "row-2", "A") + "]}"),
                status(400, "{'category':'VALIDATION_ERROR'}"));

        List<WriteOutcome> outcomes = writer().write(List.of(update("1", "A"), update("2", "A"), update("3", "A")));

        assertThat(stub.bodies(UPDATE)).extracting(b -> b.path("inputs").size()).containsExactly(3, 2, 1);
        assertThat(outcomes.get(1)).isInstanceOf(Refused.class);
    }

    @Test
    void anErrorThatNamesNoRowIsTracedByWritingTheOthersAlone() {
        stub.answer(
                UPDATE,
                status(
                        207,
                        "{'results':[" + result("1", "row-0", "A") + "],'errors':[{'category':'VALIDATION_ERROR'}]}"),
                status(207, "{'results':[],'errors':[{'category':'VALIDATION_ERROR'}]}"));

        List<WriteOutcome> outcomes = writer().write(List.of(update("1", "A"), update("2", "A")));

        assertThat(outcomes.get(0)).isInstanceOf(Written.class);
        assertThat(outcomes.get(1)).isInstanceOf(Refused.class);
    }

    @Test
    void aRowLeftOutIsReadSinglyAndFollowed() {
        stub.answer(UPDATE, ok("{'results':[]}"));
        stub.answer(LIST + "/1", ok("{'id':'9'}"));
        stub.answer(LIST + "/2", status(404, "{}"));
        stub.answer(LIST + "/3", ok("{'id':'3'}"));

        List<WriteOutcome> outcomes = writer().write(List.of(update("1", "A"), update("2", "A"), update("3", "A")));

        assertThat(outcomes.get(0)).isEqualTo(new Moved(ref("9")));
        assertThat(outcomes.get(1)).isEqualTo(new WriteOutcome.Gone());
        assertThat(outcomes.get(2)).isInstanceOf(Unknown.class);
    }

    @Test
    void aLostAnswerLeavesItsRowsUnknownAndIsNeverSentAgain() {
        stub.answer(UPDATE, aResponse().withFault(Fault.EMPTY_RESPONSE));

        assertThat(writer().write(List.of(update("1", "A"), update("2", "A")))).allMatch(o -> o instanceof Unknown);
        assertThat(stub.requests()).hasSize(1);
    }

    @Test
    void aCallThatCannotHaveWrittenIsThrownIfNothingElseWas() {
        stub.answer(UPDATE, status(403, "{'category':'MISSING_SCOPES'}"));
        RecordWriter writer = writer();

        assertThatThrownBy(() -> writer.write(List.of(update("1", "A"))))
                .isInstanceOfSatisfying(
                        CrmException.class, e -> assertThat(e.kind()).isEqualTo(FailureKind.FORBIDDEN));
    }

    @Test
    void aFailedCallBesideAWrittenOneLeavesItsRowsUnknown() {
        stub.answer(UPDATE, status(403, "{'category':'MISSING_SCOPES'}"));
        stub.answer(UPSERT, ok("{'results':[" + result("5", "row-1", "A") + "]}"));

        List<WriteOutcome> outcomes =
                writer().write(List.of(update("1", "A"), create("k", Fields.of("lastname", "A"))));

        assertThat(outcomes.get(0)).isInstanceOf(Unknown.class);
        assertThat(outcomes.get(1)).isInstanceOf(Written.class);
    }

    private RecordWriter writer() {
        return stub.open("email", "lastname").writer();
    }

    private static WriteCommand update(String id, String lastname) {
        return new WriteCommand.Update(ref(id), Fields.of(LASTNAME.text(), lastname), Lane.FIELDS);
    }

    private static WriteCommand create(String key, Fields fields) {
        return new WriteCommand.Create(Stub.CONTACT, key, fields, Lane.FIELDS);
    }

    private static String result(String id, String trace, String lastname) {
        return "{'id':'" + id + "','objectWriteTraceId':'" + trace + "','updatedAt':'2026-11-22T11:00:00Z',"
                + "'properties':{'lastname':'" + lastname + "'}}";
    }
}
