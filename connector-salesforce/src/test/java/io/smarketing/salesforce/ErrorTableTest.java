package io.smarketing.salesforce;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smarketing.core.crm.Crm;
import io.smarketing.core.crm.Lane;
import io.smarketing.core.crm.WriteCommand;
import io.smarketing.core.crm.WriteOutcome;
import io.smarketing.core.crm.failure.CrmException;
import io.smarketing.core.crm.failure.FailureKind;
import io.smarketing.core.crm.record.RecordRef;
import io.smarketing.core.lead.Fields;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every error of Salesforce that is known: what it means to us, how often we ask again, and that no value leaks. */
class ErrorTableTest {

    private static final String LEAD_1 = "00Q000000000001AAA";
    private static final String VALUE = "somebody@example.com";

    private final StubOrg org = new StubOrg();
    private final VirtualTime time = new VirtualTime();
    private final Crm crm = open();

    private Crm open() {
        Crm opened = org.open(time.surroundings());
        org.forget();
        return opened;
    }

    private WriteOutcome update() {
        WriteCommand command = new WriteCommand.Update(
                new RecordRef(StubOrg.SALES, StubOrg.LEAD, LEAD_1), Fields.of("Email", VALUE), Lane.FIELDS);
        return crm.writer().write(List.of(command)).get(0);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "a row that somebody holds is sent again, alone in the end | UNABLE_TO_LOCK_ROW | x | BUSY | 4",
                "a trigger that met such a row, too | CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY | UNABLE_TO_LOCK_ROW | BUSY | 4",
                "automation that asks too much of a large batch, too | APEX_FAILED | Too many SOQL queries: 101 | BUSY | 4",
                "a row that was only undone for others is sent again | ALL_OR_NONE_OPERATION_ROLLED_BACK | x | BUSY | 4",
                "so is one that others halted | PROCESSING_HALTED | x | BUSY | 4",
                "so is one whose batch was halted | BATCH_PROCESSING_HALTED | x | BUSY | 4",
                "so is one that somebody changed meanwhile | ENTITY_FAILED_IFLASTMODIFIED_ON_UPDATE | x | BUSY | 4",
                "a validation rule is for people to see to | FIELD_CUSTOM_VALIDATION_EXCEPTION | No | REFUSED_BY_RULE | 1",
                "a missing value, too | REQUIRED_FIELD_MISSING | x | MISSING_VALUE | 1",
                "a text that is too long, too | STRING_TOO_LONG | x | INVALID_VALUE | 1",
                "an address that is none, too | INVALID_EMAIL_ADDRESS | x | INVALID_VALUE | 1",
                "a number out of range, too | NUMBER_OUTSIDE_VALID_RANGE | x | INVALID_VALUE | 1",
                "a word that is no option | INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST | x | INVALID_VALUE | 1",
                "a contact that a queue is to own | FIELD_INTEGRITY_EXCEPTION | x | INVALID_VALUE | 1",
                "a lookup that a filter refuses | FIELD_FILTER_VALIDATION_EXCEPTION | x | INVALID_VALUE | 1",
                "a trigger that failed | CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY | boom | REFUSED_BY_RULE | 1",
                "a flow that failed | CANNOT_EXECUTE_FLOW_TRIGGER | boom | REFUSED_BY_RULE | 1",
                "a flow that failed otherwise | FLOW_EXCEPTION | boom | REFUSED_BY_RULE | 1",
                "code that failed | APEX_FAILED | boom | REFUSED_BY_RULE | 1",
                "no access to the record | INSUFFICIENT_ACCESS | x | NOT_ALLOWED | 1",
                "no access to the record, or it is read-only | INSUFFICIENT_ACCESS_OR_READONLY | x | NOT_ALLOWED | 1",
                "no access to what it refers to | INSUFFICIENT_ACCESS_ON_CROSS_REFERENCE_ENTITY | x | NOT_ALLOWED | 1",
                "an owner who cannot read it | TRANSFER_REQUIRES_READ | x | NOT_ALLOWED | 1",
                "an owner who has left | INACTIVE_OWNER_OR_USER | x | INVALID_VALUE | 1",
                "a field that we may not write | INVALID_FIELD_FOR_INSERT_UPDATE | x | FORBIDDEN | 1",
                "a field that nobody may write | FIELD_NOT_UPDATABLE | x | FORBIDDEN | 1",
                "an org without storage | STORAGE_LIMIT_EXCEEDED | x | ACCOUNT_FULL | 1",
                "an org at another limit | LIMIT_EXCEEDED | x | ACCOUNT_FULL | 1",
                "a duplicate rule that refuses a change | DUPLICATES_DETECTED | x | DUPLICATE | 1",
                "a value that somebody else holds | DUPLICATE_VALUE | x | DUPLICATE | 1",
                "a key that came twice in a call | DUPLICATE_EXTERNAL_ID | x | DUPLICATE | 1",
                "a code of next year is a rule of the org's own | A_CODE_OF_NEXT_YEAR | x | REFUSED_BY_RULE | 1",
            })
    void ofARow(String words, String code, String message, FailureKind kind, int calls) {
        org.collections(
                "",
                StubOrg.json("[{\"success\":false,\"errors\":[{\"statusCode\":\"" + code + "\",\"message\":\"" + message
                        + " " + VALUE + "\",\"fields\":[\"Email\"]}]}]"));

        WriteOutcome outcome = update();

        assertThat(outcome).as(words).isInstanceOfSatisfying(WriteOutcome.Refused.class, refused -> {
            assertThat(refused.kind()).isEqualTo(kind);
            assertThat(refused.sentence()).isNotBlank().doesNotContain(VALUE);
        });
        assertThat(org.requests("PATCH", ".*")).hasSize(calls);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "the day's calls are waited for by whoever asks | 403 REQUEST_LIMIT_EXCEEDED | TotalRequests Limit | QUOTA_USED_UP | 1",
                "slow calls at once pass in seconds | 403 REQUEST_LIMIT_EXCEEDED | ConcurrentRequests | THROTTLED | 5",
                "so does code that runs too often | 403 TOO_MANY_APEX_REQUESTS | x | THROTTLED | 5",
                "an outage is tried again | 503 SERVER_UNAVAILABLE | x | UNREACHABLE | 5",
                "a gateway's outage, too | 502 | | UNREACHABLE | 5",
                "a gateway's patience, too | 504 | | UNREACHABLE | 5",
                "an error of Salesforce's own, too | 500 UNKNOWN_EXCEPTION | x | UNREACHABLE | 5",
                "a call that ran too long, too | 400 REQUEST_RUNNING_TOO_LONG | x | UNREACHABLE | 5",
                "a query that ran too long, too | 400 QUERY_TIMEOUT | x | UNREACHABLE | 5",
                "an API that is switched off for now, too | 400 API_CURRENTLY_DISABLED | x | UNREACHABLE | 5",
                "maintenance, too | 400 ORG_IN_MAINTENANCE | x | UNREACHABLE | 5",
                "maintenance that stops writes, too | 400 INSERT_UPDATE_DELETE_NOT_ALLOWED_DURING_MAINTENANCE | x | UNREACHABLE | 5",
                "a locked org, too | 403 ORG_LOCKED | x | UNREACHABLE | 5",
                "a header that is malformed is our mistake | 401 INVALID_AUTH_HEADER | x | WRONG_CREDENTIALS | 1",
                "a hidden field stops the route | 400 INVALID_FIELD | No such column 'X' on entity 'Lead' | SCHEMA_MISMATCH | 1",
                "so does a hidden object | 400 INVALID_TYPE | sObject type 'Lead' is not supported | SCHEMA_MISMATCH | 1",
                "so does a key that is none | 400 INVALID_EXTERNAL_ID_FIELD_NAME | x | SCHEMA_MISMATCH | 1",
                "so does a query that is none | 400 MALFORMED_QUERY | x | MISUNDERSTOOD | 1",
                "so does an id that is none | 400 MALFORMED_ID | x | MISUNDERSTOOD | 1",
                "so does a locator that is too old | 400 INVALID_QUERY_LOCATOR | x | MISUNDERSTOOD | 1",
                "so does a version that is retired | 410 UNSUPPORTED_API_VERSION | x | SCHEMA_MISMATCH | 1",
                "so does a transaction policy | 403 TXN_SECURITY_NO_ACCESS | x | FORBIDDEN | 1",
                "so does another | 403 TXN_SECURITY_METERING_ERROR | x | FORBIDDEN | 1",
                "so does one that wants a second factor | 403 TXN_SECURITY_TWO_FA_REQUIRED | x | FORBIDDEN | 1",
                "an app that is not attached | 401 INVALID_SESSION_ID | Connected app is not attached to Agent | FORBIDDEN | 1",
                "a code of next year counts by its status | 429 IDEMPOTENCY_OF_NEXT_YEAR | x | THROTTLED | 5",
            })
    void ofACall(String words, String answer, String message, FailureKind kind, int calls) {
        int status = Integer.parseInt(answer.substring(0, 3));
        String code = answer.substring(3).strip();
        org.stub(
                any(urlPathMatching(StubOrg.DATA + "/query(All)?")),
                code.isEmpty()
                        ? StubOrg.json(status, "<html>" + VALUE + "</html>")
                        : StubOrg.error(status, code, message));

        assertThatThrownBy(() -> crm.reader().byKeys(List.of("k")))
                .as(words)
                .isInstanceOfSatisfying(
                        CrmException.class, e -> assertThat(e.kind()).isEqualTo(kind))
                .hasMessageNotContaining(VALUE);
        // two types are asked for at once, and the second not at all once the first has failed
        assertThat(org.requests("GET", ".*query.*")).hasSize(calls);
    }

    @Test
    void severalErrorsOfOneRowAreAllTold() {
        org.collections(
                "",
                StubOrg.json("[{\"success\":false,\"errors\":["
                        + "{\"statusCode\":\"STRING_TOO_LONG\",\"message\":\"x\",\"fields\":[\"City\"]},"
                        + "{\"statusCode\":\"REQUIRED_FIELD_MISSING\",\"message\":\"x\",\"fields\":[\"Company\"]}]}]"));

        assertThat(((WriteOutcome.Refused) update()).sentence()).contains("City", "Company");
    }

    @Test
    void howLongTheDaysCallsAreWaitedForIsTold() {
        org.stub(
                any(urlPathMatching(StubOrg.DATA + "/query(All)?")),
                StubOrg.error(403, "REQUEST_LIMIT_EXCEEDED", "TotalRequests Limit exceeded."));

        assertThatThrownBy(() -> crm.reader().byKeys(List.of("k")))
                .hasMessageContaining("asked again at 2026-11-22T10:15:00Z");
        org.forget();
        assertThatThrownBy(() -> crm.reader().byKeys(List.of("k"))).hasMessageContaining("asked again at");
        assertThat(org.requests("GET", ".*")).as("nobody asks before").isEmpty();
    }
}
