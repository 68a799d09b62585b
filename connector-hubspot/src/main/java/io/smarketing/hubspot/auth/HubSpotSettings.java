package io.smarketing.hubspot.auth;

import io.smarketing.core.crm.open.Secret;
import io.smarketing.core.crm.open.SettingSpec;
import io.smarketing.core.crm.open.SettingSpec.Kind;
import io.smarketing.core.crm.open.Settings;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What an admin sets for a HubSpot portal. */
public final class HubSpotSettings {

    private static final List<String> OAUTH = List.of("client-id", "client-secret", "refresh-token");

    /** What we are made for, and what the portal may fall back on. */
    private static final List<String> VERSIONS = List.of("2026-09", "2026-03");

    private final Settings settings;

    public HubSpotSettings(Settings settings) {
        this.settings = settings;
    }

    /** All settings, in the order in which an admin reads them. */
    public static List<SettingSpec> specs() {
        return List.of(
                new SettingSpec(
                        "portal",
                        Kind.NUMBER,
                        false,
                        "The portal's id (Hub ID). A token of any other portal is refused."),
                new SettingSpec(
                        "token", Kind.SECRET, false, "Access token of a service key or of an app with static auth."),
                new SettingSpec("client-id", Kind.TEXT, false, "OAuth instead of a token: the app's client id."),
                new SettingSpec("client-secret", Kind.SECRET, false, "OAuth: the app's client secret."),
                new SettingSpec(
                        "refresh-token", Kind.SECRET, false, "OAuth: the refresh token from the app's installation."),
                new SettingSpec("url", Kind.URL, false, "Where the API is; https://api.hubapi.com unless given."),
                new SettingSpec(
                        "api-version",
                        Kind.TEXT,
                        false,
                        "HubSpot's dated API version; unless given 2026-09, or 2026-03 if the portal does not know it."),
                new SettingSpec(
                        "search-activities",
                        Kind.BOOLEAN,
                        false,
                        "Search for calls, e-mails, meetings and tasks in each round; only for a portal in which they do"
                                + " not move the last modified date of their contact."));
    }

    /** What is missing or contradicts itself, one sentence each. */
    public List<String> problems() {
        List<String> problems = new ArrayList<>();
        List<String> missing =
                OAUTH.stream().filter(s -> settings.optional(s).isEmpty()).toList();
        boolean token = settings.optional("token").isPresent();
        if (token && missing.size() < OAUTH.size()) {
            problems.add("give either 'token' or the three of OAuth (" + String.join(", ", OAUTH) + "), not both");
        } else if (!token && missing.size() == OAUTH.size()) {
            problems.add("give 'token', or the three of OAuth: " + String.join(", ", OAUTH));
        } else if (!token && !missing.isEmpty()) {
            problems.add("OAuth also needs " + String.join(" and ", missing));
        }
        if (!versions().get(0).matches("20\\d\\d-(03|09)")) {
            problems.add("'api-version' must be a year and 03 or 09, such as 2026-09");
        }
        return problems;
    }

    public String url() {
        return settings.optional("url").orElse("https://api.hubapi.com");
    }

    /** The API versions that may be spoken, the preferred one first. */
    public List<String> versions() {
        return settings.optional("api-version").map(List::of).orElse(VERSIONS);
    }

    /** The portal that we expect, if the admin names one. */
    public Optional<String> portal() {
        return settings.optional("portal");
    }

    public boolean searchesActivities() {
        return settings.flag("search-activities");
    }

    public boolean isOauth() {
        return settings.optional("token").isEmpty();
    }

    /** A setting that must be there. */
    Secret required(String name) {
        return new Secret(settings.text(name));
    }
}
