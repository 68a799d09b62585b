package io.smarketing.hubspot.push;

import io.smarketing.core.crm.open.Secret;
import io.smarketing.core.crm.open.SettingSpec;
import io.smarketing.core.crm.open.SettingSpec.Kind;
import io.smarketing.core.crm.open.Settings;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What an admin sets so that HubSpot may call us. */
public final class WebhookSettings {

    private static final String URL = "webhook-url";
    private static final String SECRET = "webhook-secret";

    private final Settings settings;

    public WebhookSettings(Settings settings) {
        this.settings = settings;
    }

    /** All settings, in the order in which an admin reads them. */
    public static List<SettingSpec> specs() {
        return List.of(
                new SettingSpec(
                        URL,
                        Kind.URL,
                        false,
                        "Webhooks: the target URL exactly as the app names it; its path is answered on the HTTP port."),
                new SettingSpec(
                        SECRET,
                        Kind.SECRET,
                        false,
                        "Webhooks: the client secret of the app that sends them; client-secret unless given."));
    }

    /** What is missing or contradicts itself, one sentence each. */
    public List<String> problems() {
        List<String> problems = new ArrayList<>();
        boolean url = settings.optional(URL).isPresent();
        if (url && secret().isEmpty()) {
            problems.add("'webhook-url' also needs 'webhook-secret', the client secret of the app that calls it");
        }
        if (!url && settings.optional(SECRET).isPresent()) {
            problems.add("'webhook-secret' also needs 'webhook-url', the target URL that the app calls");
        }
        if (url && path().length() < 2) {
            problems.add("'webhook-url' needs a path, such as https://connector.example.com/hubspot/webhooks");
        }
        return problems;
    }

    /** The URL as HubSpot calls it, if it is to call us. */
    public Optional<String> url() {
        return settings.optional(URL);
    }

    /** Its path, in which the percent codes are decoded. */
    public String path() {
        return url().map(u -> URI.create(u).getPath()).orElse("");
    }

    Optional<Secret> secret() {
        return settings.secret(SECRET).or(() -> settings.secret("client-secret"));
    }
}
