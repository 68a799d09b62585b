package io.smarketing.daemon.command.campaigns;

import io.smarketing.core.campaign.CampaignReport;
import io.smarketing.core.campaign.CampaignReport.Line;
import io.smarketing.core.crm.campaign.Campaign;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Campaigns for a program; amounts are texts, since they are decimals, and what is not known is left out. */
final class CampaignsJson {

    private CampaignsJson() {}

    static Map<String, Object> of(CampaignReport report) {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("stages", report.stages());
        report.handedOver().ifPresent(stage -> all.put("handedOverAt", stage));
        all.put("campaigns", report.lines().stream().map(CampaignsJson::line).toList());
        return all;
    }

    private static Map<String, Object> line(Line line) {
        Campaign campaign = line.tally().campaign();
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("crm", line.tally().crm().name());
        all.put("id", campaign.id());
        all.put("name", campaign.name());
        all.put("type", campaign.type());
        campaign.start().ifPresent(day -> all.put("start", day.toString()));
        campaign.end().ifPresent(day -> all.put("end", day.toString()));
        put(all, "budgeted", campaign.money().budgeted());
        put(all, "spent", campaign.money().spent());
        put(all, "won", campaign.money().won());
        all.put("currency", campaign.money().currency());
        all.put("members", line.tally().members());
        all.put("responded", line.tally().responded());
        all.put("people", line.people());
        all.put("reached", line.reached());
        all.put("customers", line.customers());
        put(all, "spentPerHandover", line.perHandover());
        put(all, "spentPerCustomer", line.perCustomer());
        return all;
    }

    private static void put(Map<String, Object> all, String key, Optional<BigDecimal> amount) {
        amount.ifPresent(a -> all.put(key, a.toPlainString()));
    }
}
