package io.smarketing.daemon.command.campaigns;

import io.smarketing.core.campaign.CampaignReport;
import io.smarketing.core.campaign.CampaignTally;
import io.smarketing.core.lifecycle.Handoff;
import io.smarketing.core.mapping.Mapping;
import io.smarketing.daemon.command.ConfigOption;
import io.smarketing.daemon.command.ExitCode;
import io.smarketing.daemon.command.Host;
import io.smarketing.daemon.command.OutputOption;
import io.smarketing.daemon.config.Configuration;
import io.smarketing.daemon.config.InvalidConfiguration;
import io.smarketing.store.SqliteStore;
import java.nio.file.Files;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Tells what each campaign cost and what became of the people in it, from the store alone. */
@Command(
        name = "campaigns",
        description = {"Tells what each campaign cost and how far the people in it have come.", "No CRM is called."})
public final class CampaignsCommand implements Callable<Integer> {

    private final Host host;

    @Mixin
    private final ConfigOption config = new ConfigOption();

    @Mixin
    private final OutputOption output = new OutputOption();

    public CampaignsCommand(Host host) {
        this.host = host;
    }

    @Override
    public Integer call() throws InvalidConfiguration {
        Configuration configuration = config.read(host);
        Mapping mapping = configuration.mapping();
        CampaignReport report = CampaignReport.of(
                tallies(configuration), mapping.lifecycle(), mapping.handoff().map(Handoff::from));
        if (output.isJson()) {
            OutputOption.print(CampaignsJson.of(report), host.out());
        } else {
            CampaignsText.of(report).forEach(host.out()::println);
            host.out().flush();
        }
        return ExitCode.FINE.code();
    }

    private static List<CampaignTally> tallies(Configuration configuration) {
        if (!Files.exists(configuration.store())) {
            return List.of();
        }
        try (SqliteStore store = SqliteStore.openToRead(configuration.store())) {
            return store.ledger().campaigns().orElseThrow().tallies();
        }
    }
}
