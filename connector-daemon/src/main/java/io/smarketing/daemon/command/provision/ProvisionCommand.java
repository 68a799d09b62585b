package io.smarketing.daemon.command.provision;

import io.smarketing.core.crm.CrmProvider;
import io.smarketing.core.crm.failure.CrmException;
import io.smarketing.core.crm.provision.Blueprint;
import io.smarketing.core.crm.provision.Part;
import io.smarketing.core.crm.provision.Provisioner;
import io.smarketing.core.crm.record.CrmId;
import io.smarketing.core.crm.record.Subject;
import io.smarketing.daemon.command.CommandFailure;
import io.smarketing.daemon.command.ConfigOption;
import io.smarketing.daemon.command.ExitCode;
import io.smarketing.daemon.command.Host;
import io.smarketing.daemon.command.OutputOption;
import io.smarketing.daemon.config.Configuration;
import io.smarketing.daemon.config.InvalidConfiguration;
import io.smarketing.daemon.wiring.Account;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Makes the connector's own fields in the CRMs, and what people need to see them. */
@Command(
        name = "provision",
        description = {
            "Makes what the connector needs in the CRMs.",
            "That is its fields, who may see them, and a list of those who wait. It deletes nothing, and adds to what is there at most options of our own fields; it can be run again."
        })
public final class ProvisionCommand implements Callable<Integer> {

    private final Host host;

    @Parameters(
            paramLabel = "CRM",
            arity = "0..1",
            description = "hubspot or salesforce, as connections.yaml names it; both by default")
    private Optional<String> crm = Optional.empty();

    @Option(names = "--dry-run", description = "tell what would be made, and write nothing")
    private boolean dryRun;

    @Mixin
    private final ConfigOption config = new ConfigOption();

    @Mixin
    private final OutputOption output = new OutputOption();

    public ProvisionCommand(Host host) {
        this.host = host;
    }

    @Override
    public Integer call() throws InvalidConfiguration {
        Configuration configuration = config.read(host);
        List<CrmId> asked = asked(configuration);
        // whatever refuses us does so before anything is written
        ProvisionReport plan = ProvisionReport.of(dryRun, sides(configuration, asked, Provisioner::plan));
        ProvisionReport report = dryRun || plan.missing() == 0
                ? plan
                : ProvisionReport.of(false, sides(configuration, asked, Provisioner::make));
        if (output.isJson()) {
            OutputOption.print(report, host.out());
        } else {
            report.print(host.out());
        }
        return report.exit().code();
    }

    private List<CrmId> asked(Configuration configuration) {
        List<CrmId> all = List.copyOf(configuration.connections().keySet());
        if (crm.isEmpty()) {
            return all;
        }
        return all.stream()
                .filter(id -> id.name().equals(crm.get()))
                .findFirst()
                .map(List::of)
                .orElseThrow(() -> new CommandFailure(
                        ExitCode.USAGE,
                        "connections.yaml names no CRM '" + crm.get() + "', but "
                                + all.stream().map(CrmId::name).collect(Collectors.joining(" and "))));
    }

    /** What is done in each CRM. */
    @FunctionalInterface
    private interface Work {
        List<Part> in(Provisioner crm, Blueprint blueprint);
    }

    private static Map<String, ProvisionReport.Side> sides(Configuration configuration, List<CrmId> asked, Work work) {
        Map<String, ProvisionReport.Side> sides = new LinkedHashMap<>();
        asked.forEach(id -> sides.put(id.name(), side(configuration, id, work)));
        return sides;
    }

    private static ProvisionReport.Side side(Configuration configuration, CrmId id, Work work) {
        try (Account account = new Account(configuration, id)) {
            Provisioner provisioner = account.crm()
                    .provisioner()
                    .orElseThrow(() -> new CommandFailure(
                            ExitCode.FAILED, id + " has to be set up by hand: its fields stand in the configuration"));
            CrmProvider provider = Optional.ofNullable(
                            configuration.connections().get(id))
                    .orElseThrow()
                    .provider();
            Blueprint blueprint =
                    new Blueprints(configuration.mappings(), Glossary.read()).of(id, provider.newType(Subject.PEOPLE));
            return new ProvisionReport.Side(
                    account.crm().account(),
                    account.crm().warnings(),
                    work.in(provisioner, blueprint).stream()
                            .map(ProvisionReport.Line::of)
                            .toList());
        } catch (CrmException e) {
            throw new CommandFailure(ExitCode.FAILED, id + ": " + e.getMessage(), e);
        }
    }
}
