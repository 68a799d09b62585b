package io.smarketing.sandbox.server;

import io.smarketing.sandbox.kernel.RecordClock;
import io.smarketing.sandbox.kernel.SandboxCrm;
import io.smarketing.sandbox.kernel.Switches;
import io.smarketing.sandbox.org.Org;
import io.smarketing.sandbox.org.OrgSettings;
import io.smarketing.sandbox.portal.Portal;
import io.smarketing.sandbox.portal.PortalSettings;
import java.security.PublicKey;
import java.util.Random;

/** How the portal and the org of a sandbox are made from its settings. */
record RealCrms(SandboxSettings settings, Credentials credentials, PublicKey loginKey) {

    private static final String ORG_ID = "00D000000000001EAA";
    private static final String HUBSPOT_CLIENT = "smarketing-sandbox";

    SandboxCrm portal(RecordClock clock, Switches switches) {
        PortalSettings portal = new PortalSettings(
                credentials.portalId(),
                credentials.hubspotToken(),
                HUBSPOT_CLIENT,
                credentials.hubspotSecret(),
                settings.unlimited() ? PortalSettings.Speed.UNLIMITED : PortalSettings.Speed.REAL,
                settings.bare());
        return new Portal(portal, clock, new Random(settings.seed()), switches);
    }

    SandboxCrm org(RecordClock clock, Switches switches) {
        OrgSettings org = new OrgSettings(
                ORG_ID,
                credentials.username(),
                credentials.clientId(),
                credentials.clientSecret(),
                loginKey,
                credentials.accessToken(),
                settings.unlimited() ? OrgSettings.Speed.UNLIMITED : OrgSettings.Speed.REAL,
                settings.bare());
        return new Org(org, clock, new Random(settings.seed()), switches);
    }
}
