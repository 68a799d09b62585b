package io.smarketing.hubspot.auth;

import io.smarketing.core.crm.failure.CrmException;
import io.smarketing.core.crm.failure.FailureKind;
import io.smarketing.http.CrmHttp;
import io.smarketing.http.HttpAnswer;
import io.smarketing.http.HttpAsk;
import io.smarketing.hubspot.api.Paths;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/**
 * The way into a portal: which portal it is, and by which paths it is called.
 *
 * @param portal its id, which HubSpot's people call Hub ID
 * @param zone in which its people read times
 * @param missing the version of the API that we would rather have spoken, if the portal does not know it
 */
public record Entrance(String portal, Paths paths, ZoneId zone, Optional<String> missing) {

    /**
     * Asks for the account's details, which proves the login: by the newest version that may be spoken, and if the portal
     * does not know that one by the next.
     */
    public static Entrance find(CrmHttp http, HubSpotSettings settings) {
        List<String> versions = settings.versions();
        for (String version : versions) {
            Paths paths = new Paths(version);
            // nothing but the path can be wrong with this call
            HttpAnswer answer = http.send(
                    HttpAsk.get(paths.accountDetails()).answeredBy(400).answeredBy(404));
            if (answer.isSuccess()) {
                String portal = answer.body().path("portalId").asText();
                settings.portal().ifPresent(expected -> mustBe(expected, portal));
                return new Entrance(
                        portal,
                        paths,
                        zone(answer.body().path("timeZone").asText()),
                        Optional.of(versions.get(0)).filter(newest -> !newest.equals(version)));
            }
        }
        throw new CrmException(
                FailureKind.MISUNDERSTOOD,
                "HubSpot knows no API version " + String.join(" or ", versions)
                        + ": set 'api-version' to one that it supports, and check 'url'");
    }

    private static ZoneId zone(String name) {
        try {
            return ZoneId.of(name);
        } catch (DateTimeException e) {
            // not told, or one that Java does not know
            return ZoneOffset.UTC;
        }
    }

    /** What an admin should know of it. */
    public List<String> warnings() {
        return missing.map(newest -> List.of("HubSpot does not know API version " + newest + " in this portal, so "
                        + paths.version() + " is spoken: see whether this version of the connector is still supported"))
                .orElse(List.of());
    }

    /** Refuses to work with any other portal than the one the admin means. */
    private static void mustBe(String expected, String portal) {
        if (!expected.equals(portal)) {
            throw new CrmException(
                    FailureKind.WRONG_CREDENTIALS,
                    "the token belongs to HubSpot portal " + portal + ", but the configuration says portal " + expected
                            + ": use that portal's token, or correct 'portal'");
        }
    }
}
