package io.smarketing.salesforce.error;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.smarketing.core.crm.failure.CrmException;
import io.smarketing.core.crm.failure.FailureKind;
import io.smarketing.core.lead.FieldName;
import io.smarketing.http.HttpAnswer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OrgErrorTest {

    @ParameterizedTest
    @CsvSource({
        "UNABLE_TO_LOCK_ROW,                  BUSY",
        "ALL_OR_NONE_OPERATION_ROLLED_BACK,   BUSY",
        "DUPLICATE_VALUE,                     DUPLICATE",
        "DUPLICATES_DETECTED,                 DUPLICATE",
        "FIELD_CUSTOM_VALIDATION_EXCEPTION,   REFUSED_BY_RULE",
        "APEX_FAILED,                         REFUSED_BY_RULE",
        "A_CODE_OF_NEXT_YEAR,                 REFUSED_BY_RULE",
        "REQUIRED_FIELD_MISSING,              MISSING_VALUE",
        "STRING_TOO_LONG,                     INVALID_VALUE",
        "INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST, INVALID_VALUE",
        "CANNOT_UPDATE_CONVERTED_LEAD,        MOVED",
        "ENTITY_IS_DELETED,                   GONE",
        "INVALID_CROSS_REFERENCE_KEY,         GONE",
        "INSUFFICIENT_ACCESS_OR_READONLY,     NOT_ALLOWED",
        "INVALID_FIELD_FOR_INSERT_UPDATE,     FORBIDDEN",
        "STORAGE_LIMIT_EXCEEDED,              ACCOUNT_FULL"
    })
    void aRowsErrorHasOneMeaning(String code, FailureKind kind) {
        assertThat(new OrgError(code, "", List.of()).kind()).isEqualTo(kind);
    }

    @Test
    void aLockInsideATriggersMessageIsALock() {
        OrgError error = new OrgError(
                "CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY",
                "LeadTrigger: UNABLE_TO_LOCK_ROW, unable to obtain exclusive access",
                List.of());

        assertThat(error.kind()).isEqualTo(FailureKind.BUSY);
    }

    @Test
    void aKeyThatNoRecordHoldsIsAMissingLinkOfThePlaceThatLeadsThere() {
        OrgError error = new OrgError(
                "INVALID_FIELD",
                "Foreign key external ID: hs-1-404 not found for field Smarketing_Key__c in entity Account",
                List.of());

        assertThat(error.kind()).isEqualTo(FailureKind.LINK_MISSING);
        assertThat(error.field()).contains(FieldName.of("Account.Smarketing_Key__c"));
        assertThat(error.sentence()).contains("Account.Smarketing_Key__c").doesNotContain("404");
        assertThat(new OrgError("INVALID_FIELD", "No such column 'X' on sobject of type Lead", List.of()).kind())
                .isEqualTo(FailureKind.SCHEMA_MISMATCH);
    }

    @Test
    void aWrongReferenceInAFieldIsAWrongValue() {
        OrgError error = new OrgError("INVALID_CROSS_REFERENCE_KEY", "invalid cross reference id", List.of("OwnerId"));

        assertThat(error.kind()).isEqualTo(FailureKind.INVALID_VALUE);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "401|INVALID_SESSION_ID|Session expired or invalid|LOGIN_EXPIRED",
                "401|INVALID_SESSION_ID|This session is not valid for use with the REST API|FORBIDDEN",
                "403|REQUEST_LIMIT_EXCEEDED|TotalRequests Limit exceeded.|QUOTA_USED_UP",
                "403|REQUEST_LIMIT_EXCEEDED|ConcurrentRequests (Concurrent API Requests) Limit exceeded.|THROTTLED",
                "503|SERVER_UNAVAILABLE|busy|UNREACHABLE",
                "500|UNKNOWN_EXCEPTION|An unexpected error occurred|UNREACHABLE",
                "400|INVALID_FIELD|No such column|SCHEMA_MISMATCH",
                "400|MALFORMED_QUERY|unexpected token|MISUNDERSTOOD",
                "400|STRING_TOO_LONG|too long|MISUNDERSTOOD",
                "404|NOT_FOUND|The requested resource does not exist|MISUNDERSTOOD",
                "403|TXN_SECURITY_NO_ACCESS|policy|FORBIDDEN",
                "418|A_CODE_OF_NEXT_YEAR|x|MISUNDERSTOOD"
            })
    void aCallsErrorHasOneMeaning(int status, String code, String message, FailureKind kind) {
        assertThat(failure(status, "[{\"errorCode\":\"" + code + "\",\"message\":\"" + message + "\"}]")
                        .kind())
                .isEqualTo(kind);
    }

    @Test
    void withoutAWordOfSalesforceTheStatusCounts() {
        assertThat(failure(503, "null").kind()).isEqualTo(FailureKind.UNREACHABLE);
        assertThat(failure(429, "null").kind()).isEqualTo(FailureKind.THROTTLED);
        assertThat(failure(403, "{\"note\":1}").kind()).isEqualTo(FailureKind.FORBIDDEN);
        assertThat(failure(414, "null").kind()).isEqualTo(FailureKind.MISUNDERSTOOD);
    }

    @Test
    void theDaysCallsAreNotTriedForAgainAtOnce() {
        CrmException failure = failure(403, "[{\"errorCode\":\"REQUEST_LIMIT_EXCEEDED\",\"message\":\"\"}]");

        assertThat(failure.waitFor()).contains(Duration.ofMinutes(15));
    }

    @Test
    void aHiddenFieldIsNamedWithTheRemedy() {
        OrgError error = new OrgError(
                "INVALID_FIELD",
                "\nSELECT Industry FROM Lead\n       ^\nERROR at Row:1:Column:8\n"
                        + "No such column 'Industry' on entity 'Lead'. If you are attempting to use a custom field...",
                List.of());

        assertThat(error.sentence())
                .contains("the field Lead.Industry")
                .contains("grant the integration user read access")
                .contains("remove it from the mapping");
    }

    @Test
    void noSentenceRepeatsAValue() {
        String value = "lead-0001@example.com";
        for (String code : List.of(
                "STRING_TOO_LONG",
                "INVALID_EMAIL_ADDRESS",
                "INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST",
                "FIELD_CUSTOM_VALIDATION_EXCEPTION",
                "DUPLICATE_VALUE",
                "JSON_PARSER_ERROR",
                "INVALID_FIELD",
                "INVALID_TYPE",
                "A_CODE_OF_NEXT_YEAR")) {
            assertThat(new OrgError(code, "wrong: " + value, List.of("Email")).sentence())
                    .doesNotContain(value);
        }
    }

    @Test
    void anAdminsOwnWordsArePassedOn() {
        OrgError error =
                new OrgError("FIELD_CUSTOM_VALIDATION_EXCEPTION", "A hot lead needs a phone.", List.of("Phone"));

        assertThat(error.sentence()).contains("A hot lead needs a phone.");
    }

    private static CrmException failure(int status, String body) {
        try {
            return new SalesforceFailures()
                    .read(new HttpAnswer(status, Map.of(), new ObjectMapper().readTree(body), Instant.EPOCH));
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            throw new IllegalArgumentException(body, e);
        }
    }
}
