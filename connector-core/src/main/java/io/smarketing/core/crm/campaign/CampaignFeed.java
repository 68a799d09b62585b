package io.smarketing.core.crm.campaign;

/** What changed of a CRM's campaigns, a page at a time; a thing may be told more than once. */
@FunctionalInterface
public interface CampaignFeed {

    /** @param from what the page before named as the next one; blank at the beginning */
    CampaignNews read(String from);
}
