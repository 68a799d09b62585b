package io.smarketing.sandbox.portal;

import io.smarketing.sandbox.kernel.Answer;
import io.smarketing.sandbox.portal.about.AccountApi;
import io.smarketing.sandbox.portal.about.CampaignsApi;
import io.smarketing.sandbox.portal.about.GroupsApi;
import io.smarketing.sandbox.portal.about.OwnersApi;
import io.smarketing.sandbox.portal.about.PipelinesApi;
import io.smarketing.sandbox.portal.about.PropertiesApi;
import io.smarketing.sandbox.portal.associations.AssociationBatches;
import io.smarketing.sandbox.portal.associations.AssociationsApi;
import io.smarketing.sandbox.portal.desk.Desk;
import io.smarketing.sandbox.portal.objects.ObjectsApi;
import io.smarketing.sandbox.portal.wire.Call;
import io.smarketing.sandbox.portal.wire.Failure;
import io.smarketing.sandbox.portal.wire.Limits;

/** The portal's switchboard: which class answers for which area of the API. */
final class Areas {

    private final ObjectsApi objects;
    private final AssociationsApi links;
    private final AssociationBatches linkBatches;
    private final PropertiesApi properties;
    private final OwnersApi owners;
    private final PipelinesApi pipelines;
    private final AccountApi account;
    private final CampaignsApi campaigns;

    Areas(Desk desk, long portalId, Limits limits) {
        this.objects = new ObjectsApi(desk);
        this.links = new AssociationsApi(desk);
        this.linkBatches = new AssociationBatches(desk);
        this.properties = new PropertiesApi(desk, new GroupsApi(desk));
        this.owners = new OwnersApi(desk);
        this.pipelines = new PipelinesApi(desk);
        this.account = new AccountApi(desk, portalId, limits);
        this.campaigns = new CampaignsApi(desk);
    }

    Answer handle(Call call) {
        return switch (call.route().area()) {
            case "objects" -> objects.handle(call);
            case "links" -> links.handle(call);
            case "associations" -> linkBatches.handle(call);
            case "properties" -> properties.handle(call);
            case "owners" -> owners.handle(call);
            case "pipelines" -> pipelines.handle(call);
            case "campaigns" -> campaigns.handle(call);
            case "limits", "account-info" -> account.handle(call);
            default ->
                throw Failure.notFound("Resource not found: " + call.ask().path());
        };
    }
}
