package io.smarketing.hubspot;

import io.smarketing.core.crm.Crm;
import io.smarketing.core.crm.open.Surroundings;
import io.smarketing.core.crm.open.Wanted;
import io.smarketing.core.crm.record.CrmId;
import io.smarketing.http.Pacer;
import io.smarketing.hubspot.activity.ContactActivity;
import io.smarketing.hubspot.api.Api;
import io.smarketing.hubspot.auth.HubSpotSettings;
import io.smarketing.hubspot.feed.ContactFeed;
import io.smarketing.hubspot.read.ContactReader;
import io.smarketing.hubspot.read.ContactShape;
import io.smarketing.hubspot.read.OwnApps;
import io.smarketing.hubspot.schema.ContactSchema;
import io.smarketing.hubspot.schema.Portal;
import io.smarketing.hubspot.write.ContactWriter;

/** The line to one portal: what goes on when its schema is read anew. */
record Connection(CrmId id, HubSpotSettings settings, Wanted wanted, Surroundings surroundings, Api api, Pacer pacer) {

    /** The portal with its schema as it is now. */
    Crm open() {
        Portal portal = Portal.read(api);
        settings.portal().ifPresent(portal::mustBe);
        ContactShape shape = new ContactShape(id, wanted.of(ContactSchema.CONTACT), portal.schema());
        OwnApps ownApps = new OwnApps();
        return new HubSpotCrm(
                this,
                portal,
                new ContactFeed(api, shape, surroundings.executor(), settings.searchesActivities()),
                new ContactReader(api, shape, ownApps),
                new ContactWriter(api, shape),
                new ContactActivity(api, shape, portal, ownApps));
    }
}
