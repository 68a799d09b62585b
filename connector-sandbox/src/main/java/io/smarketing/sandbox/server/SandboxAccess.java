package io.smarketing.sandbox.server;

/** Where the two CRMs answer and what opens them; its JSON form is what {@code sandbox --output json} prints. */
public record SandboxAccess(HubSpot hubspot, Salesforce salesforce) {

    /** The way into the portal: a static bearer token, or OAuth with the client secret. */
    public record HubSpot(String url, String token, String clientSecret, long portalId) {}

    /** The way into the org: client credentials, a JWT signed with the key in the file, or a ready session. */
    public record Salesforce(
            String url,
            String loginUrl,
            String clientId,
            String clientSecret,
            String username,
            String privateKeyFile,
            String accessToken,
            String apiVersion) {}
}
