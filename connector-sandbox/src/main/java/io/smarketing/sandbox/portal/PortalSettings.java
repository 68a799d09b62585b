package io.smarketing.sandbox.portal;

/**
 * What makes one portal differ from another.
 *
 * @param token the static bearer token
 * @param clientId the app's OAuth client id
 * @param clientSecret the app's OAuth client secret
 * @param bare true to leave out the properties that the product's admin would have added
 */
public record PortalSettings(
        long portalId, String token, String clientId, String clientSecret, Speed speed, boolean bare) {

    /** Whether rate limits refuse calls; they are counted and told either way. */
    public enum Speed {
        REAL,
        UNLIMITED
    }
}
