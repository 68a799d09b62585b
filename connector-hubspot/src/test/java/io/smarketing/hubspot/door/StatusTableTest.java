package io.smarketing.hubspot.door;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static io.smarketing.hubspot.Stub.LIST;
import static io.smarketing.hubspot.Stub.READ;
import static io.smarketing.hubspot.Stub.SEARCH;
import static io.smarketing.hubspot.Stub.UPDATE;
import static io.smarketing.hubspot.Stub.ok;
import static io.smarketing.hubspot.Stub.ref;
import static io.smarketing.hubspot.Stub.status;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import io.smarketing.core.crm.Crm;
import io.smarketing.core.crm.Cursor;
import io.smarketing.core.crm.Lane;
import io.smarketing.core.crm.WriteCommand;
import io.smarketing.core.crm.WriteOutcome;
import io.smarketing.core.crm.failure.CrmException;
import io.smarketing.core.crm.failure.FailureKind;
import io.smarketing.core.lead.Fields;
import io.smarketing.hubspot.Stub;
import io.smarketing.hubspot.TestTime;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What each status that HubSpot answers comes to, row by row of its table of statuses. */
class StatusTableTest {

    private static final Map<String, String> OAUTH =
            Map.of("client-id", "c", "client-secret", "s", "refresh-token", "r");
    private static final String HTML = "<html>cloudflare</html>";

    private final Stub stub = new Stub();
    private final Crm crm = stub.open("lastname");

    @AfterEach
    void close() {
        stub.close();
    }

    @Test
    void in207EachRowHasAnOutcomeOfItsOwn() {
        stub.answer(
                UPDATE,
                status(
                        207,
                        "{'results':[{'id':'1','objectWriteTraceId':'row-0','updatedAt':'2026-11-22T11:00:00Z','properties':{}}],"
                                + "'errors':[{'category':'VALIDATION_ERROR','context':{'objectWriteTraceId':['row-1']}}]}"));

        List<WriteOutcome> outcomes = crm.writer().write(List.of(update("1"), update("2")));

        assertThat(outcomes.get(0)).isInstanceOf(WriteOutcome.Written.class);
        assertThat(outcomes.get(1)).isInstanceOf(WriteOutcome.Refused.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 409, 414})
    void whatIsWrongWithTheRequestIsNotRepeatedUnchanged(int status) {
        stub.answer(READ, status(status, "{'category':'VALIDATION_ERROR'}"));

        assertFails(this::read, FailureKind.MISUNDERSTOOD);
        assertThat(stub.requests()).hasSize(1);
        assertThat(passed()).isZero();
    }

    @Test
    void a401StopsAStaticToken() {
        stub.answer(READ, status(401, "{'category':'INVALID_AUTHENTICATION'}"));

        assertFails(this::read, FailureKind.WRONG_CREDENTIALS);
        assertThat(stub.requests()).hasSize(1);
    }

    @Test
    void a401IsAnsweredByOneRefreshAndOneMoreCall() {
        stub.answer("/oauth/2026-09/token", ok("{'access_token':'a','expires_in':1800}"));
        Crm oauth = stub.open(OAUTH, "lastname");
        stub.answer(READ, status(401, "{'category':'INVALID_AUTHENTICATION'}"), ok("{'results':[]}"));
        stub.answer(LIST + "/1", status(404, "{}"));

        assertThat(oauth.reader().byRefs(List.of(ref("1")))).isEmpty();
        assertThat(stub.requests()).extracting(r -> r.getUrl()).contains("/oauth/2026-09/token");
    }

    @Test
    void a401AfterTheRefreshStopsWithoutALoop() {
        stub.answer("/oauth/2026-09/token", ok("{'access_token':'a','expires_in':1800}"));
        Crm oauth = stub.open(OAUTH, "lastname");
        stub.answer(READ, status(401, "{'category':'INVALID_AUTHENTICATION'}"));

        assertFails(() -> oauth.reader().byRefs(List.of(ref("1"))), FailureKind.WRONG_CREDENTIALS);
        assertThat(stub.requests()).hasSize(3);
    }

    @Test
    void a403StopsAndNamesTheMissingScopes() {
        stub.answer(
                UPDATE,
                status(
                        403,
                        "{'category':'MISSING_SCOPES','errors':[{'context':{'requiredGranularScopes':"
                                + "['crm.objects.contacts.write','crm.objects.companies.write']}}]}"));

        assertThatThrownBy(this::write)
                .isInstanceOfSatisfying(
                        CrmException.class, e -> assertThat(e.kind()).isEqualTo(FailureKind.FORBIDDEN))
                .hasMessageContaining("crm.objects.contacts.write, crm.objects.companies.write");
        assertThat(stub.requests()).hasSize(1);
    }

    @Test
    void a404IsADeletedRecordOnlyOnceItWasLookedForSingly() {
        stub.answer(READ, status(207, "{'results':[],'errors':[{'category':'OBJECT_NOT_FOUND'}]}"));
        stub.answer(LIST + "/1", status(404, "{'category':'OBJECT_NOT_FOUND'}"));

        assertThat(crm.reader().byRefs(List.of(ref("1")))).isEmpty();
        assertThat(stub.requests()).extracting(r -> r.getUrl()).anyMatch(url -> url.startsWith(LIST + "/1"));
    }

    @Test
    void a423WaitsTwoSecondsAndIsRepeatedEvenIfItWrites() {
        stub.answer(UPDATE, status(423, "{}"), written());

        assertThat(write()).hasOnlyElementsOfType(WriteOutcome.Written.class);
        assertThat(passed()).isBetween(Duration.ofSeconds(2), Duration.ofSeconds(3));
    }

    @ParameterizedTest
    @CsvSource({"TEN_SECONDLY_ROLLING,10", "SECONDLY,1"})
    void a429WaitsAsLongAsItsPolicyNeeds(String policy, int seconds) {
        stub.answer(UPDATE, status(429, "{'policyName':'" + policy + "'}"), written());

        assertThat(write()).hasOnlyElementsOfType(WriteOutcome.Written.class);
        assertThat(passed()).isBetween(Duration.ofSeconds(seconds), Duration.ofSeconds(seconds + 1));
    }

    @Test
    void a429WithRetryAfterWaitsAsItSays() {
        stub.answer(
                UPDATE, status(429, "{'policyName':'TEN_SECONDLY_ROLLING'}").withHeader("Retry-After", "4"), written());

        write();

        assertThat(passed()).isBetween(Duration.ofSeconds(4), Duration.ofSeconds(5));
    }

    @Test
    void a429WithALongRetryAfterIsHandedUpAndCutToAMinute() {
        stub.answer(READ, status(429, "{}").withHeader("Retry-After", "7200"));

        assertThat(fails(this::read, FailureKind.THROTTLED).waitFor()).contains(Duration.ofSeconds(60));
        assertThat(passed()).isZero();
    }

    @Test
    void a429OfTheDayRestsTheWholePortal() {
        stub.answer(SEARCH, status(429, "{'policyName':'DAILY'}"));

        assertFails(() -> crm.changes().read(afterTheListing()), FailureKind.QUOTA_USED_UP);
        int asked = stub.requests().size();

        assertThat(fails(this::read, FailureKind.QUOTA_USED_UP).waitFor()).contains(Duration.ofMinutes(15));
        assertThat(stub.requests()).hasSize(asked);
    }

    @Test
    void a477RestsTheWholePortalForAsLongAsItSaysUpToADay() {
        stub.answer(READ, status(477, "{}").withHeader("Retry-After", "90000"));

        assertThat(fails(this::read, FailureKind.UNREACHABLE).waitFor()).contains(Duration.ofHours(24));
        stub.time.sleep(Duration.ofHours(23));
        assertThat(fails(this::write, FailureKind.UNREACHABLE).waitFor()).contains(Duration.ofHours(1));
        assertThat(stub.requests()).hasSize(1);

        stub.time.sleep(Duration.ofHours(1));
        stub.answer(UPDATE, written());
        assertThat(write()).hasOnlyElementsOfType(WriteOutcome.Written.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {408, 500, 502, 503, 504, 521, 522, 523, 524, 525, 526})
    void anOutageIsOutlivedByBackingOffWhateverItsBody(int status) {
        ResponseDefinitionBuilder outage = aResponse().withStatus(status).withBody(HTML);
        stub.answer(READ, outage, outage, outage, ok("{'results':[" + Stub.contact("1") + "]}"));

        assertThat(crm.reader().byRefs(List.of(ref("1")))).containsKey(ref("1"));
        assertThat(stub.requests()).hasSize(4);
        assertThat(passed()).isBetween(Duration.ofMillis(1_750), Duration.ofMillis(3_500));
    }

    @Test
    void anOutageThatLastsIsHandedUp() {
        stub.answer(READ, aResponse().withStatus(502).withBody(HTML));

        assertFails(this::read, FailureKind.UNREACHABLE);
        assertThat(stub.requests()).hasSize(5);
    }

    @ParameterizedTest
    @ValueSource(ints = {500, 502, 504, 524})
    void anOutageDuringAWriteLeavesItUnknownAndIsNotRepeated(int status) {
        stub.answer(UPDATE, aResponse().withStatus(status).withBody(HTML));

        assertThat(write()).hasOnlyElementsOfType(WriteOutcome.Unknown.class);
        assertThat(stub.requests()).hasSize(1);
    }

    private Cursor afterTheListing() {
        stub.answer(LIST, ok("{'results':[]}"));
        return crm.changes().read(Cursor.START).next();
    }

    private void read() {
        crm.reader().byRefs(List.of(ref("1")));
    }

    private List<WriteOutcome> write() {
        return crm.writer().write(List.of(update("1")));
    }

    private static ResponseDefinitionBuilder written() {
        return ok("{'results':[{'id':'1','updatedAt':'2026-11-22T11:00:00Z','properties':{'lastname':'A'}}]}");
    }

    private static WriteCommand update(String id) {
        return new WriteCommand.Update(ref(id), Fields.of("lastname", "A"), Lane.FIELDS);
    }

    private Duration passed() {
        return Duration.between(TestTime.START, stub.time.instant());
    }

    private static void assertFails(ThrowingCallable call, FailureKind kind) {
        fails(call, kind);
    }

    private static CrmException fails(ThrowingCallable call, FailureKind kind) {
        CrmException failure = org.assertj.core.api.Assertions.catchThrowableOfType(CrmException.class, call);
        assertThat(failure.kind()).isEqualTo(kind);
        return failure;
    }
}
