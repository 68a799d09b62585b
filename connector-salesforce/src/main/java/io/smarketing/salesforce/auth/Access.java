package io.smarketing.salesforce.auth;

import com.fasterxml.jackson.databind.JsonNode;
import io.smarketing.core.crm.failure.CrmException;
import io.smarketing.core.crm.failure.FailureKind;
import io.smarketing.core.crm.open.Secret;
import io.smarketing.salesforce.soql.SalesforceId;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a token reply gives.
 *
 * @param org the org's id
 * @param user our own user's id
 */
record Access(String instanceUrl, Secret token, String org, String user) {

    private static final Pattern IDENTITY = Pattern.compile("/id/(\\w{15,18})/(\\w{15,18})$");

    static Access in(JsonNode reply) {
        String token = reply.path("access_token").asText("");
        String instance = reply.path("instance_url").asText("");
        Matcher who = IDENTITY.matcher(reply.path("id").asText(""));
        if (token.isEmpty() || instance.isEmpty() || !who.find()) {
            throw new CrmException(
                    FailureKind.WRONG_CREDENTIALS,
                    "The login answered, but not as Salesforce does (no token, instance or identity): check login-url.");
        }
        return new Access(
                instance, new Secret(token), SalesforceId.normal(who.group(1)), SalesforceId.normal(who.group(2)));
    }
}
