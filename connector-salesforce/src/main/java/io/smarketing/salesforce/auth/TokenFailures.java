package io.smarketing.salesforce.auth;

import io.smarketing.core.crm.failure.CrmException;
import io.smarketing.core.crm.failure.FailureKind;
import io.smarketing.http.FailureReader;
import io.smarketing.http.HttpAnswer;
import java.util.Locale;

/** What it means when Salesforce gives no token, and what to do about it. */
final class TokenFailures implements FailureReader {

    @Override
    public CrmException read(HttpAnswer answer) {
        String error = answer.body().path("error").asText("");
        String description = answer.body().path("error_description").asText("").toLowerCase(Locale.ROOT);
        if (error.isEmpty()) {
            return new CrmException(
                    answer.status() >= 500 || answer.status() == 429
                            ? FailureKind.UNREACHABLE
                            : FailureKind.WRONG_CREDENTIALS,
                    "Salesforce gave no token (status " + answer.status() + "): check login-url.",
                    answer.retryAfter());
        }
        return new CrmException(
                FailureKind.WRONG_CREDENTIALS, "Salesforce refuses the login: " + why(error, description));
    }

    private static String why(String error, String description) {
        if (description.contains("approved")) {
            return "the app is not approved for the user; in the app's policies permit admin-approved users, and give it"
                    + " to the integration user by a permission set.";
        }
        if (description.contains("audience")) {
            return "the audience is wrong; set audience to https://login.salesforce.com, or to"
                    + " https://test.salesforce.com for a sandbox.";
        }
        if (description.contains("refresh token")) {
            return "the refresh token is not valid any more (it was revoked, replaced, or not used for too long);"
                    + " authorise the app once more and set the new refresh-token.";
        }
        if (description.contains("expired")) {
            return "the assertion had expired; check the clock of this machine.";
        }
        if (description.contains("assertion")) {
            return "the assertion is not accepted; check that the app holds the certificate of private-key-file, and"
                    + " client-id.";
        }
        if (description.contains("client credentials user") || error.equals("unsupported_grant_type")) {
            return "the app does not allow this flow; enable it in the app's settings and choose its run-as user.";
        }
        return switch (error) {
            case "invalid_client_id" -> "client-id is not known.";
            case "invalid_client" -> "client-id or client-secret is wrong.";
            case "inactive_user" -> "the integration user is not active.";
            case "inactive_org" -> "the org is locked or closed.";
            default -> error.matches("[a-z_]{1,40}") ? "it says " + error + "." : "it does not say why.";
        };
    }
}
