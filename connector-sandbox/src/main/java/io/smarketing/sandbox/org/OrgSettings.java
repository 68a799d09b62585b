package io.smarketing.sandbox.org;

import java.security.PublicKey;

/**
 * What an org is born with.
 *
 * @param orgId id of the org (15 or 18 characters, prefix 00D)
 * @param username of the integration user
 * @param clientId consumer key of the one connected app
 * @param clientSecret its secret
 * @param jwtKey checks the signatures of JWTs
 * @param accessToken a fixed token for scripts
 * @param speed whether the daily quota applies
 * @param bare true to leave the product's own fields out
 */
public record OrgSettings(
        String orgId,
        String username,
        String clientId,
        String clientSecret,
        PublicKey jwtKey,
        String accessToken,
        Speed speed,
        boolean bare) {

    /** Whether limits apply. */
    public enum Speed {
        REAL,
        UNLIMITED
    }

    @Override
    public String toString() {
        return "OrgSettings[" + orgId + ", " + username + "]";
    }
}
