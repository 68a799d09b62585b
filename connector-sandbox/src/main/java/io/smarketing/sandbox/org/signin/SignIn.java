package io.smarketing.sandbox.org.signin;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smarketing.sandbox.kernel.Answer;
import io.smarketing.sandbox.kernel.Ask;
import io.smarketing.sandbox.kernel.Switches;
import io.smarketing.sandbox.org.data.SalesforceId;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.PublicKey;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The OAuth endpoints: token, introspect, revoke, userinfo and the identity URL. */
public final class SignIn {

    private static final String SCOPE = "api refresh_token";

    private final App app;
    private final Sessions sessions;
    private final InstantSource wall;
    private final JwtBearer jwt;
    private final Switches switches;

    /**
     * The one connected app and the user it runs as.
     *
     * @param person whom the fixed token belongs to: the scripts that use it act for a human
     * @param jwtKey checks the signatures of JWTs
     */
    public record App(
            String orgId,
            String userId,
            String username,
            Person person,
            String clientId,
            String secret,
            PublicKey jwtKey) {

        public App {
            orgId = SalesforceId.normal(orgId).orElse(orgId);
        }
    }

    /** A human user. */
    public record Person(String userId, String username) {}

    public SignIn(App app, Sessions sessions, InstantSource wall, Switches switches) {
        this.app = app;
        this.sessions = sessions;
        this.wall = wall;
        this.switches = switches;
        this.jwt = new JwtBearer(app.jwtKey(), app.clientId(), wall, switches);
    }

    /** True if the request bears a good token. */
    public boolean admits(Ask ask) {
        return token(ask).map(sessions::use).orElse(false);
    }

    /** True if the request bears the fixed token, and so comes from a person's script. */
    public boolean isPersonal(Ask ask) {
        return token(ask).map(sessions::isFixed).orElse(false);
    }

    private String userId(Ask ask) {
        return isPersonal(ask) ? app.person().userId() : app.userId();
    }

    private String username(Ask ask) {
        return isPersonal(ask) ? app.person().username() : app.username();
    }

    private String name(Ask ask) {
        return isPersonal(ask) ? "System Administrator" : "Integration User";
    }

    /** True if the request has an authorization header of no kind the REST API knows. */
    public static boolean malformed(Ask ask) {
        return ask.header("authorization").isPresent() && token(ask).isEmpty();
    }

    /** Answers a request below {@code /services/oauth2/}, or one for the identity URL. */
    public Answer answer(Ask ask) {
        Map<String, String> form = form(ask);
        try {
            return switch (ask.path().replace("/services/oauth2/", "")) {
                case "token" -> ok(token(ask, form));
                case "introspect" -> ok(introspect(ask, form));
                case "revoke" -> revoke(form);
                case "userinfo" -> admits(ask) ? ok(userinfo(ask)) : badToken();
                default -> ask.path().startsWith("/id/") && admits(ask) ? ok(identity(ask)) : badToken();
            };
        } catch (Refusal refusal) {
            ObjectNode body = object().put("error", refusal.error()).put("error_description", refusal.description());
            return Answer.json(400, body.toString());
        }
    }

    private ObjectNode token(Ask ask, Map<String, String> form) throws Refusal {
        Optional<String> rotated = Optional.empty();
        switch (form.getOrDefault("grant_type", "")) {
            case "client_credentials" -> client(ask, form);
            case "urn:ietf:params:oauth:grant-type:jwt-bearer" -> jwtUser(ask, form);
            case "refresh_token" -> {
                client(ask, form);
                if (!sessions.refreshToken().equals(form.get("refresh_token"))) {
                    throw new Refusal("invalid_grant", "expired access/refresh token");
                }
                rotated = sessions.rotate();
            }
            default -> throw new Refusal("unsupported_grant_type", "grant type not supported");
        }
        String issued = String.valueOf(wall.instant().toEpochMilli());
        ObjectNode body = object().put("access_token", sessions.open());
        rotated.ifPresent(token -> body.put("refresh_token", token));
        return body.put("signature", Base64.getEncoder().encodeToString(issued.getBytes(StandardCharsets.US_ASCII)))
                .put("scope", SCOPE)
                .put("instance_url", ask.baseUrl())
                .put("id", idUrl(ask))
                .put("token_type", "Bearer")
                .put("issued_at", issued);
    }

    private void jwtUser(Ask ask, Map<String, String> form) throws Refusal {
        String subject = jwt.subject(form.getOrDefault("assertion", ""), ask.baseUrl());
        if (!subject.equalsIgnoreCase(app.username()) || switches.on("jwt-not-approved")) {
            throw new Refusal("invalid_grant", "user hasn't approved this consumer");
        }
    }

    /** Checks client id and secret, from basic authentication or from the form. */
    private void client(Ask ask, Map<String, String> form) throws Refusal {
        String id = form.getOrDefault("client_id", "");
        String secret = form.getOrDefault("client_secret", "");
        String header = ask.header("authorization").orElse("");
        if (header.regionMatches(true, 0, "Basic ", 0, 6)) {
            String[] pair = basic(header.substring(6)).split(":", 2);
            id = pair[0];
            secret = pair.length > 1 ? pair[1] : "";
        }
        if (!id.equals(app.clientId())) {
            throw new Refusal("invalid_client_id", "client identifier invalid");
        }
        if (!secret.equals(app.secret())) {
            throw new Refusal("invalid_client", "invalid client credentials");
        }
    }

    private static String basic(String encoded) {
        try {
            return new String(Base64.getDecoder().decode(encoded.strip()), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return "";
        }
    }

    private ObjectNode introspect(Ask ask, Map<String, String> form) throws Refusal {
        client(ask, form);
        Optional<Instant> expires = sessions.expires(form.getOrDefault("token", ""));
        if (expires.isEmpty()) {
            return object().put("active", false);
        }
        return object().put("active", true)
                .put("scope", SCOPE)
                .put("client_id", app.clientId())
                .put("username", app.username())
                .put("sub", idUrl(ask))
                .put("token_type", "access_token")
                .put("exp", expires.get().getEpochSecond())
                .put("iat", wall.instant().getEpochSecond());
    }

    private Answer revoke(Map<String, String> form) {
        sessions.close(form.getOrDefault("token", ""));
        return Answer.empty(200);
    }

    private ObjectNode userinfo(Ask ask) {
        return object().put("sub", idUrl(ask))
                .put("user_id", userId(ask))
                .put("organization_id", app.orgId())
                .put("preferred_username", username(ask))
                .put("nickname", isPersonal(ask) ? "admin" : "integration")
                .put("name", name(ask))
                .put("email", username(ask))
                .put("email_verified", true)
                .put("zoneinfo", "UTC")
                .put("locale", "en_US")
                .put("language", "en_US")
                .put("active", true)
                .put("user_type", "STANDARD")
                .put("utcOffset", 0)
                .put("is_salesforce_integration_user", !isPersonal(ask));
    }

    private ObjectNode identity(Ask ask) {
        ObjectNode body = object().put("id", idUrl(ask))
                .put("asserted_user", true)
                .put("user_id", userId(ask))
                .put("organization_id", app.orgId())
                .put("username", username(ask))
                .put("nick_name", isPersonal(ask) ? "admin" : "integration")
                .put("display_name", name(ask))
                .put("email", username(ask))
                .put("active", true)
                .put("user_type", "STANDARD")
                .put("language", "en_US")
                .put("locale", "en_US")
                .put("utcOffset", 0);
        body.putObject("urls").put("rest", ask.baseUrl() + "/services/data/v{version}/");
        return body;
    }

    private String idUrl(Ask ask) {
        return ask.baseUrl() + "/id/" + app.orgId() + "/" + userId(ask);
    }

    private static Optional<String> token(Ask ask) {
        return ask.header("authorization")
                .filter(h -> h.regionMatches(true, 0, "Bearer ", 0, 7) || h.startsWith("OAuth "))
                .map(h -> h.substring(h.indexOf(' ') + 1).strip());
    }

    private static Map<String, String> form(Ask ask) {
        Map<String, String> form = new HashMap<>();
        ask.query().forEach((name, values) -> values.stream().findFirst().ifPresent(v -> form.put(name, v)));
        for (String pair : ask.body().split("&")) {
            String[] sides = pair.split("=", 2);
            if (sides.length == 2) {
                form.put(decode(sides[0]), decode(sides[1]));
            }
        }
        return form;
    }

    private static String decode(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return text;
        }
    }

    private static Answer badToken() {
        return new Answer(403, Map.of("Content-Type", "text/html"), "Bad_OAuth_Token");
    }

    private static Answer ok(ObjectNode body) {
        return Answer.json(200, body.toString());
    }

    private static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }
}
