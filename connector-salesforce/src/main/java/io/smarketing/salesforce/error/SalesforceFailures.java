package io.smarketing.salesforce.error;

import io.smarketing.core.crm.failure.CrmException;
import io.smarketing.core.crm.failure.FailureKind;
import io.smarketing.http.FailureReader;
import io.smarketing.http.HttpAnswer;
import java.util.List;
import java.util.Optional;

/** What it means when a whole REST call fails. */
public final class SalesforceFailures implements FailureReader {

    @Override
    public CrmException read(HttpAnswer answer) {
        List<OrgError> errors = OrgError.in(answer.body());
        FailureKind kind = errors.stream()
                .flatMap(e -> ErrorTable.kind(e).stream())
                .findFirst()
                .flatMap(k -> ofCall(k, answer.status()))
                .orElseGet(() -> byStatus(answer.status()));
        String said = errors.isEmpty()
                ? "Salesforce answered with status " + answer.status() + ": " + kind.sentence() + "."
                : OrgError.sentence(errors);
        return new CrmException(kind, said, answer.retryAfter());
    }

    /** A kind that speaks of one record says nothing of a call. */
    private static Optional<FailureKind> ofCall(FailureKind kind, int status) {
        return switch (kind.reaction()) {
            case RETRY_CALL, RENEW_LOGIN, STOP_ROUTE -> Optional.of(kind);
            case RESEND_ROW -> Optional.of(FailureKind.THROTTLED);
            case PARK, SETTLE_AGAIN -> Optional.of(byStatus(status));
        };
    }

    private static FailureKind byStatus(int status) {
        return switch (status) {
            case 401 -> FailureKind.LOGIN_EXPIRED;
            case 403 -> FailureKind.FORBIDDEN;
            case 410 -> FailureKind.SCHEMA_MISMATCH;
            case 420, 429 -> FailureKind.THROTTLED;
            default -> status >= 500 ? FailureKind.UNREACHABLE : FailureKind.MISUNDERSTOOD;
        };
    }
}
