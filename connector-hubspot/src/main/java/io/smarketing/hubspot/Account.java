package io.smarketing.hubspot;

import io.smarketing.core.crm.Activity;
import io.smarketing.core.crm.Crm;
import io.smarketing.core.crm.open.Surroundings;
import io.smarketing.core.crm.open.Wanted;
import io.smarketing.core.crm.push.Push;
import io.smarketing.core.crm.record.CrmId;
import io.smarketing.http.Pacer;
import io.smarketing.hubspot.activity.ContactActivity;
import io.smarketing.hubspot.api.Api;
import io.smarketing.hubspot.api.ObjectType;
import io.smarketing.hubspot.auth.Entrance;
import io.smarketing.hubspot.campaign.PortalCampaigns;
import io.smarketing.hubspot.feed.PortalFeed;
import io.smarketing.hubspot.provision.PortalProvisioner;
import io.smarketing.hubspot.read.LatelyWritten;
import io.smarketing.hubspot.read.OwnApps;
import io.smarketing.hubspot.read.PortalReader;
import io.smarketing.hubspot.read.Shape;
import io.smarketing.hubspot.schema.Portal;
import io.smarketing.hubspot.write.PortalWriter;
import java.util.Optional;

/** A portal that we are let into: all that its object types share, also when its schema is read anew. */
record Account(
        CrmId id,
        Door door,
        Wanted wanted,
        Surroundings surroundings,
        Api api,
        boolean searchesActivities,
        LatelyWritten lately) {

    /** How we came in, at which pace we call, and how it calls us. */
    record Door(Entrance entrance, Pacer pacer, Optional<Push> push) {}

    /** One object type, with the schema as it is now. */
    Crm read(ObjectType type) {
        return new Reading(this, Portal.read(api, wanted, door.entrance().zone()), new OwnApps()).of(type);
    }

    /** What its object types share until the schema is read anew. */
    record Reading(Account account, Portal portal, OwnApps ownApps) {

        /** One of them; an IllegalArgumentException if no field of it is wanted. */
        Crm of(ObjectType type) {
            Api api = account.api();
            Shape shape = new Shape(type, account.id(), account.wanted().of(type.type()), portal.schema());
            Activity activity =
                    type == ObjectType.CONTACT ? new ContactActivity(api, shape, portal, ownApps) : Activity.NONE;
            return new HubSpotCrm(
                    this,
                    type,
                    new PortalFeed(api, shape, account.surroundings().executor(), account.searchesActivities()),
                    new PortalReader(api, shape, account.lately(), ownApps),
                    new PortalWriter(api, shape, account.lately()),
                    activity,
                    type == ObjectType.CONTACT ? Optional.of(new PortalCampaigns(account.id(), api)) : Optional.empty(),
                    new PortalProvisioner(api));
        }
    }
}
