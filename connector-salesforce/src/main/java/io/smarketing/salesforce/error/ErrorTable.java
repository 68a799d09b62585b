package io.smarketing.salesforce.error;

import static io.smarketing.core.crm.failure.FailureKind.ACCOUNT_FULL;
import static io.smarketing.core.crm.failure.FailureKind.BUSY;
import static io.smarketing.core.crm.failure.FailureKind.DUPLICATE;
import static io.smarketing.core.crm.failure.FailureKind.FORBIDDEN;
import static io.smarketing.core.crm.failure.FailureKind.GONE;
import static io.smarketing.core.crm.failure.FailureKind.INVALID_VALUE;
import static io.smarketing.core.crm.failure.FailureKind.LINK_MISSING;
import static io.smarketing.core.crm.failure.FailureKind.LOGIN_EXPIRED;
import static io.smarketing.core.crm.failure.FailureKind.MISSING_VALUE;
import static io.smarketing.core.crm.failure.FailureKind.MISUNDERSTOOD;
import static io.smarketing.core.crm.failure.FailureKind.MOVED;
import static io.smarketing.core.crm.failure.FailureKind.NOT_ALLOWED;
import static io.smarketing.core.crm.failure.FailureKind.QUOTA_USED_UP;
import static io.smarketing.core.crm.failure.FailureKind.REFUSED_BY_RULE;
import static io.smarketing.core.crm.failure.FailureKind.SCHEMA_MISMATCH;
import static io.smarketing.core.crm.failure.FailureKind.THROTTLED;
import static io.smarketing.core.crm.failure.FailureKind.UNREACHABLE;
import static io.smarketing.core.crm.failure.FailureKind.WRONG_CREDENTIALS;

import io.smarketing.core.crm.failure.FailureKind;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Salesforce's error codes, of calls and of rows, and what each means to us. */
final class ErrorTable {

    private static final Map<String, FailureKind> KINDS = new HashMap<>();

    static {
        put(LOGIN_EXPIRED, "INVALID_SESSION_ID");
        put(WRONG_CREDENTIALS, "INVALID_AUTH_HEADER", "INVALID_LOGIN");
        put(THROTTLED, "TOO_MANY_APEX_REQUESTS");
        put(UNREACHABLE, "SERVER_UNAVAILABLE", "UNKNOWN_EXCEPTION", "REQUEST_RUNNING_TOO_LONG", "QUERY_TIMEOUT");
        put(UNREACHABLE, "API_CURRENTLY_DISABLED", "ORG_IN_MAINTENANCE", "ORG_LOCKED");
        put(UNREACHABLE, "INSERT_UPDATE_DELETE_NOT_ALLOWED_DURING_MAINTENANCE");
        put(FORBIDDEN, "API_DISABLED_FOR_ORG", "INSUFFICIENT_ACCESS_APEX_METADATA_OPERATION");
        put(FORBIDDEN, "TXN_SECURITY_NO_ACCESS", "TXN_SECURITY_METERING_ERROR", "TXN_SECURITY_TWO_FA_REQUIRED");
        put(FORBIDDEN, "INVALID_FIELD_FOR_INSERT_UPDATE", "FIELD_NOT_UPDATABLE");
        put(SCHEMA_MISMATCH, "INVALID_TYPE", "INVALID_EXTERNAL_ID_FIELD_NAME");
        put(SCHEMA_MISMATCH, "UNSUPPORTED_API_VERSION");
        put(MISUNDERSTOOD, "MALFORMED_QUERY", "MALFORMED_ID", "JSON_PARSER_ERROR", "EXCEEDED_ID_LIMIT");
        put(MISUNDERSTOOD, "INVALID_QUERY_LOCATOR", "METHOD_NOT_ALLOWED");
        put(BUSY, "UNABLE_TO_LOCK_ROW", "ALL_OR_NONE_OPERATION_ROLLED_BACK");
        put(BUSY, "PROCESSING_HALTED", "BATCH_PROCESSING_HALTED", "ENTITY_FAILED_IFLASTMODIFIED_ON_UPDATE");
        put(MOVED, "CANNOT_UPDATE_CONVERTED_LEAD");
        put(GONE, "ENTITY_IS_DELETED", "ENTITY_IS_ARCHIVED", "NOT_FOUND", "INVALID_CROSS_REFERENCE_KEY");
        put(INVALID_VALUE, "STRING_TOO_LONG", "INVALID_EMAIL_ADDRESS", "NUMBER_OUTSIDE_VALID_RANGE");
        put(INVALID_VALUE, "INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST", "FIELD_INTEGRITY_EXCEPTION");
        put(INVALID_VALUE, "INACTIVE_OWNER_OR_USER", "FIELD_FILTER_VALIDATION_EXCEPTION");
        put(MISSING_VALUE, "REQUIRED_FIELD_MISSING");
        put(DUPLICATE, "DUPLICATE_VALUE", "DUPLICATES_DETECTED", "DUPLICATE_EXTERNAL_ID");
        put(REFUSED_BY_RULE, "FIELD_CUSTOM_VALIDATION_EXCEPTION", "CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY");
        put(REFUSED_BY_RULE, "CANNOT_EXECUTE_FLOW_TRIGGER", "FLOW_EXCEPTION", "APEX_FAILED");
        put(REFUSED_BY_RULE, "DELETE_FAILED");
        put(NOT_ALLOWED, "INSUFFICIENT_ACCESS", "INSUFFICIENT_ACCESS_OR_READONLY", "TRANSFER_REQUIRES_READ");
        put(NOT_ALLOWED, "INSUFFICIENT_ACCESS_ON_CROSS_REFERENCE_ENTITY");
        put(ACCOUNT_FULL, "STORAGE_LIMIT_EXCEEDED", "LIMIT_EXCEEDED");
    }

    private ErrorTable() {}

    private static void put(FailureKind kind, String... codes) {
        for (String code : codes) {
            KINDS.put(code, kind);
        }
    }

    /** What the error means; empty if it is not listed. */
    static Optional<FailureKind> kind(OrgError error) {
        String message = error.message().toUpperCase(Locale.ROOT);
        if (message.contains("UNABLE_TO_LOCK_ROW") || message.contains("TOO MANY SOQL")) {
            return Optional.of(BUSY);
        }
        return switch (error.code()) {
            // one code tells of the day's calls and of 25 slow requests at once: only the latter passes in seconds
            case "REQUEST_LIMIT_EXCEEDED" -> Optional.of(message.contains("CONCURREN") ? THROTTLED : QUOTA_USED_UP);
            // where a policy refuses the token, a new one would be refused too
            case "INVALID_SESSION_ID" -> Optional.of(isPolicy(message) ? FORBIDDEN : LOGIN_EXPIRED);
            case "INVALID_FIELD" -> Optional.of(error.unknownKey().isPresent() ? LINK_MISSING : SCHEMA_MISMATCH);
            case "INVALID_CROSS_REFERENCE_KEY" -> Optional.of(error.field().isPresent() ? INVALID_VALUE : GONE);
            default -> Optional.ofNullable(KINDS.get(error.code()));
        };
    }

    private static boolean isPolicy(String message) {
        return message.contains("NOT VALID FOR USE") || message.contains("NOT ATTACHED");
    }
}
