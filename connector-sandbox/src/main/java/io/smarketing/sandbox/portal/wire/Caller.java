package io.smarketing.sandbox.portal.wire;

import java.util.Set;

/** Who calls: an app by its static token or by an OAuth token, and the scopes it holds. */
public record Caller(boolean oauth, Set<String> scopes) {

    /** The id under which the portal knows the one app that has its credentials. */
    public static final String APP_ID = "901001";

    public Caller {
        scopes = Set.copyOf(scopes);
    }

    /** Refuses with a 403 that names the scope, unless the caller holds it. */
    public void require(String scope) {
        if (scope.isEmpty() || scopes.contains(scope)) {
            return;
        }
        String sentence = "This app hasn't been granted all required scopes to make this call.";
        throw Failure.of(403, "MISSING_SCOPES", sentence)
                .error(
                        "One or more of the following scopes are required.",
                        "",
                        "requiredGranularScopes",
                        java.util.List.of(scope));
    }
}
