package io.smarketing.http;

import java.time.Instant;

/**
 * Proof of a login: what is sent with each call, and where to.
 *
 * @param base URL of the account, without a slash at its end
 * @param authorization the Authorization header's value, empty for none
 * @param until when to renew it, by the daemon's own clock
 */
public record Pass(String base, String authorization, Instant until) {

    public Pass {
        base = base.endsWith("/") ? base.substring(0, base.length() - 1) : base;
    }

    /** A pass that nobody is asked for, such as for the call that logs in. */
    public static Pass anonymous(String base) {
        return new Pass(base, "", Instant.MAX);
    }

    /** A bearer token without a known end. */
    public static Pass bearer(String base, String token) {
        return new Pass(base, "Bearer " + token, Instant.MAX);
    }

    /** Without the secret. */
    @Override
    public String toString() {
        return "pass for " + base;
    }
}
