package io.smarketing.salesforce.error;

import io.smarketing.core.crm.failure.CrmException;
import io.smarketing.core.crm.failure.FailureKind;
import io.smarketing.http.FailureReader;
import io.smarketing.http.HttpAnswer;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/** What it means when a whole REST call fails. */
public final class SalesforceFailures implements FailureReader {

    private static final Duration UNTIL_CALLS_ARE_FREE = Duration.ofMinutes(15);

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
        Optional<Duration> wait = wait(kind, answer);
        return new CrmException(kind, said + until(kind, wait, answer), wait);
    }

    private static String until(FailureKind kind, Optional<Duration> wait, HttpAnswer answer) {
        return wait.filter(w -> kind == FailureKind.QUOTA_USED_UP)
                .map(w -> " It is asked again at " + answer.serverTime().plus(w).truncatedTo(ChronoUnit.SECONDS) + ".")
                .orElse("");
    }

    /** Salesforce does not say when calls of the day become free again. */
    private static Optional<Duration> wait(FailureKind kind, HttpAnswer answer) {
        return kind == FailureKind.QUOTA_USED_UP ? Optional.of(UNTIL_CALLS_ARE_FREE) : answer.retryAfter();
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
