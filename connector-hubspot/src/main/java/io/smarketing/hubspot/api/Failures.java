package io.smarketing.hubspot.api;

import io.smarketing.core.crm.failure.CrmException;
import io.smarketing.core.crm.failure.FailureKind;
import io.smarketing.http.FailureReader;
import io.smarketing.http.HttpAnswer;
import java.time.Duration;
import java.util.Optional;

/**
 * The one table from what HubSpot answers to the way in which a call failed.
 *
 * @param renewable true if the login can be renewed, so that a refused token is an expired one
 */
public record Failures(boolean renewable) implements FailureReader {

    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(60);
    private static final Duration LONGEST_MOVE = Duration.ofHours(24);
    private static final Duration UNTIL_THE_DAY_IS_OVER = Duration.ofMinutes(15);

    @Override
    public CrmException read(HttpAnswer answer) {
        return switch (answer.status()) {
            case 401 -> refusedToken(answer);
            case 403 -> forbidden(answer);
            case 423 -> failure(FailureKind.THROTTLED, answer, Optional.of(Duration.ofSeconds(2)));
            case 429 -> throttled(answer);
            case 408 -> failure(FailureKind.UNREACHABLE, answer, pause(answer));
            case 477 ->
                failure(FailureKind.UNREACHABLE, answer, answer.retryAfter().map(w -> least(w, LONGEST_MOVE)));
            default ->
                answer.status() >= 500
                        ? failure(FailureKind.UNREACHABLE, answer, pause(answer))
                        : failure(FailureKind.MISUNDERSTOOD, answer, Optional.empty());
        };
    }

    private CrmException refusedToken(HttpAnswer answer) {
        return renewable
                ? failure(FailureKind.LOGIN_EXPIRED, answer, Optional.empty())
                : new CrmException(
                        FailureKind.WRONG_CREDENTIALS,
                        "HubSpot refuses the token: copy the access token of the app or service key into the setting"
                                + " 'token' (answer " + answer + ")");
    }

    private static CrmException forbidden(HttpAnswer answer) {
        ErrorBody error = ErrorBody.of(answer.body());
        String what = error.scopes().isEmpty()
                ? "HubSpot forbids this call: give the app or service key the scopes that the documentation lists"
                : "HubSpot lacks the scope " + String.join(", ", error.scopes())
                        + ": add it to the app or service key, then use its new token";
        return new CrmException(FailureKind.FORBIDDEN, what + " (answer " + answer + ")");
    }

    private static CrmException throttled(HttpAnswer answer) {
        return switch (answer.body().path("policyName").asText("")) {
            case "DAILY" -> failure(FailureKind.QUOTA_USED_UP, answer, Optional.of(UNTIL_THE_DAY_IS_OVER));
            case "TEN_SECONDLY_ROLLING" ->
                failure(FailureKind.THROTTLED, answer, pause(answer).or(() -> Optional.of(Duration.ofSeconds(10))));
            case "SECONDLY" ->
                failure(FailureKind.THROTTLED, answer, pause(answer).or(() -> Optional.of(Duration.ofSeconds(1))));
            default -> failure(FailureKind.THROTTLED, answer, pause(answer));
        };
    }

    private static CrmException failure(FailureKind kind, HttpAnswer answer, Optional<Duration> wait) {
        String why = ErrorBody.of(answer.body()).words();
        return new CrmException(kind, "HubSpot: " + kind.sentence() + " (" + why + "; answer " + answer + ")", wait);
    }

    private static Optional<Duration> pause(HttpAnswer answer) {
        return answer.retryAfter().map(w -> least(w, LONGEST_PAUSE));
    }

    private static Duration least(Duration a, Duration b) {
        return a.compareTo(b) <= 0 ? a : b;
    }
}
