package io.smarketing.daemon.command.campaigns;

import io.smarketing.core.campaign.CampaignReport;
import io.smarketing.core.campaign.CampaignReport.Line;
import io.smarketing.core.crm.campaign.Campaign;
import io.smarketing.daemon.command.Columns;
import io.smarketing.daemon.command.Harmless;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Campaigns for a person: one line each, by what they have reached. */
final class CampaignsText {

    private static final int LONGEST_NAME = 40;

    private CampaignsText() {}

    static List<String> of(CampaignReport report) {
        if (report.lines().isEmpty()) {
            return List.of("no campaign is known: they are read after the first load, every ten minutes");
        }
        List<List<String>> rows = new ArrayList<>();
        rows.add(heading(report));
        report.lines().forEach(line -> rows.add(row(report, line)));
        return Columns.laidOut(rows);
    }

    private static List<String> heading(CampaignReport report) {
        List<String> heading = new ArrayList<>(List.of("campaign", "in", "budget", "spent", "members", "people"));
        heading.addAll(report.stages());
        heading.addAll(List.of("customers", "won"));
        report.handedOver().ifPresent(stage -> heading.add("per " + stage));
        heading.add("per customer");
        return heading;
    }

    private static List<String> row(CampaignReport report, Line line) {
        Campaign campaign = line.tally().campaign();
        List<String> row = new ArrayList<>(List.of(
                Harmless.text(campaign.name(), LONGEST_NAME),
                line.tally().crm().name(),
                money(campaign.money().budgeted(), campaign),
                money(campaign.money().spent(), campaign),
                Long.toString(line.tally().members()),
                Long.toString(line.people())));
        report.stages().forEach(stage -> row.add(Long.toString(line.reached().get(stage))));
        row.add(Long.toString(line.customers()));
        row.add(money(campaign.money().won(), campaign));
        report.handedOver().ifPresent(stage -> row.add(money(line.perHandover(), campaign)));
        row.add(money(line.perCustomer(), campaign));
        return row;
    }

    private static String money(Optional<BigDecimal> amount, Campaign campaign) {
        return amount.map(a -> (a.toPlainString() + " "
                                + Harmless.text(campaign.money().currency()))
                        .strip())
                .orElse("-");
    }
}
