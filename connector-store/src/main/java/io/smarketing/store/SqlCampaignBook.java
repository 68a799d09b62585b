package io.smarketing.store;

import io.smarketing.core.campaign.CampaignBook;
import io.smarketing.core.campaign.CampaignTally;
import io.smarketing.core.crm.campaign.CampaignNews;
import io.smarketing.core.crm.record.CrmId;
import io.smarketing.store.table.Campaigns;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The campaign book over its tables. */
record SqlCampaignBook(Books books) implements CampaignBook {

    @Override
    public Optional<Place> place(CrmId crm) {
        return books.ask(rows -> new Campaigns(rows).place(crm));
    }

    @Override
    public void take(CrmId crm, CampaignNews page, Instant at) {
        books.change(rows -> new Campaigns(rows).take(crm, page, at));
    }

    @Override
    public List<CampaignTally> tallies() {
        return books.ask(rows -> new Campaigns(rows).tallies());
    }
}
