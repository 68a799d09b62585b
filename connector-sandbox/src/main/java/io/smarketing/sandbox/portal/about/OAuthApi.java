package io.smarketing.sandbox.portal.about;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smarketing.sandbox.kernel.Answer;
import io.smarketing.sandbox.kernel.Ask;
import io.smarketing.sandbox.portal.wire.Access;
import io.smarketing.sandbox.portal.wire.Failure;
import io.smarketing.sandbox.portal.wire.Json;
import io.smarketing.sandbox.portal.wire.Quirks;
import io.smarketing.sandbox.portal.wire.Route;
import io.smarketing.sandbox.portal.wire.Version;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The token endpoint: client credentials and refresh tokens, sent as a form in the body. */
public final class OAuthApi {

    private final Access access;
    private final String clientId;
    private final String clientSecret;
    private final long portalId;
    private final Quirks quirks;
    private int replaced;

    public OAuthApi(Access access, String clientId, String clientSecret, long portalId, Quirks quirks) {
        this.access = access;
        this.clientId = clientId;
        this.clientSecret = clientSecret;
        this.portalId = portalId;
        this.quirks = quirks;
    }

    /** The refresh token of the app's one installation, as it is now. */
    public String refreshToken() {
        return "refresh-" + clientId + "-" + portalId + (replaced == 0 ? "" : "-" + replaced);
    }

    public Answer handle(Ask ask, Route route) {
        if (!route.rest().equals(List.of("token"))) {
            throw Failure.notFound("Resource not found: " + ask.path());
        }
        if (!ask.method().equals("POST")) {
            throw Failure.of(405, "METHOD_NOT_ALLOWED", ask.method() + " is not allowed on " + ask.path());
        }
        Map<String, String> form = form(ask, route.version() == Version.V1);
        if (!clientId.equals(form.get("client_id"))) {
            throw refusal("invalid_client", "BAD_CLIENT_ID", "missing or unknown client id");
        }
        if (!clientSecret.equals(form.get("client_secret"))) {
            throw refusal("invalid_client", "BAD_CLIENT_SECRET", "missing or invalid client secret");
        }
        return Json.answer(200, token(form, route.version()));
    }

    private ObjectNode token(Map<String, String> form, Version version) {
        String grant = form.getOrDefault("grant_type", "");
        ObjectNode body = switch (grant) {
            case "client_credentials" -> access.issue(form.getOrDefault("scope", ""));
            case "refresh_token" -> refreshed(form);
            case "authorization_code" ->
                throw refusal("invalid_grant", "BAD_AUTH_CODE", "missing or unknown auth code");
            default -> throw refusal("unsupported_grant_type", "BAD_GRANT_TYPE", "missing or unknown grant type");
        };
        if (version == Version.V1) {
            body.remove("scopes");
            return body;
        }
        return body.put("hub_id", portalId).put("user_id", 1).put("token_use", "access_token");
    }

    private ObjectNode refreshed(Map<String, String> form) {
        if (!refreshToken().equals(form.get("refresh_token"))) {
            throw refusal("invalid_grant", "BAD_REFRESH_TOKEN", "missing or invalid refresh token");
        }
        replaced += quirks.on(Quirks.ROTATE_REFRESH_TOKEN) ? 1 : 0;
        return access.issue("").put("refresh_token", refreshToken());
    }

    private static Failure refusal(String error, String status, String message) {
        ObjectNode body = Json.object().put("error", error).put("error_description", message);
        return Failure.raw(400, body.put("status", status).put("message", message));
    }

    /** The form's fields; only the oldest version takes them from the query too. */
    private static Map<String, String> form(Ask ask, boolean alsoQuery) {
        Map<String, String> form = new HashMap<>();
        if (alsoQuery) {
            ask.query().forEach((name, values) -> form.put(name, values.get(0)));
        }
        for (String pair : ask.body().split("&")) {
            int at = pair.indexOf('=');
            if (at > 0) {
                form.put(decode(pair.substring(0, at)), decode(pair.substring(at + 1)));
            }
        }
        return form;
    }

    private static String decode(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw refusal("invalid_request", "BAD_REQUEST", "malformed form");
        }
    }
}
