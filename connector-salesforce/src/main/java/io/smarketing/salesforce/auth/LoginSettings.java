package io.smarketing.salesforce.auth;

import io.smarketing.core.crm.open.Secret;
import io.smarketing.core.crm.open.Settings;
import io.smarketing.salesforce.soql.SalesforceId;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The settings by which we log in: where, as which app, and one of three flows. */
public record LoginSettings(
        String loginUrl,
        String clientId,
        Optional<Secret> clientSecret,
        Optional<Secret> refreshToken,
        Optional<String> username,
        Optional<Path> keyFile,
        String audience,
        Optional<String> org) {

    /** Where an org logs in that has not told its My Domain. */
    public static final String LOGIN_URL = "https://login.salesforce.com";

    private static final String TEST_URL = "https://test.salesforce.com";

    /** Reads settings that {@link #check} has nothing against. */
    public static LoginSettings in(Settings settings) {
        String url = url(settings);
        return new LoginSettings(
                url,
                settings.text("client-id"),
                settings.secret("client-secret"),
                settings.secret("refresh-token"),
                settings.optional("username"),
                settings.optional("private-key-file").map(Path::of),
                settings.optional("audience").orElseGet(() -> audienceOf(url)),
                settings.optional("org").map(SalesforceId::normal));
    }

    private static String url(Settings settings) {
        return settings.optional("login-url").orElse(LOGIN_URL).replaceAll("/+$", "");
    }

    private static String audienceOf(String url) {
        return url.equals(TEST_URL) || url.contains(".sandbox.") ? TEST_URL : LOGIN_URL;
    }

    /** What these settings lack or contradict, one sentence each. */
    public static List<String> check(Settings settings) {
        boolean secret = settings.optional("client-secret").isPresent();
        boolean user = settings.optional("username").isPresent();
        boolean key = settings.optional("private-key-file").isPresent();
        boolean token = settings.optional("refresh-token").isPresent();
        List<String> problems = new ArrayList<>();
        if (token && (user || key)) {
            problems.add("give either refresh-token, or username and private-key-file, not both");
        } else if (secret && (user || key)) {
            problems.add("give either client-secret, or username and private-key-file, not both");
        } else if (user != key) {
            problems.add("username and private-key-file belong together: " + (user ? "private-key-file" : "username")
                    + " is missing");
        } else if (!secret && !user && !token) {
            problems.add("there is nothing to log in with: give client-secret, or username and private-key-file, or"
                    + " refresh-token");
        }
        if (secret && !user && !token && List.of(LOGIN_URL, TEST_URL).contains(url(settings))) {
            problems.add("with client-secret, login-url must be your org's My Domain"
                    + " (https://<name>.my.salesforce.com): " + url(settings) + " does not serve this flow");
        }
        settings.optional("org")
                .filter(o -> !SalesforceId.isId(o))
                .ifPresent(o -> problems.add("org must be the 15 or 18 characters of your organization id, 00D..."));
        return problems;
    }
}
