package io.smarketing.daemon.wiring;

import io.smarketing.core.sync.loop.BlastRadius.Limits;
import io.smarketing.core.sync.loop.MappingMismatch;
import io.smarketing.core.sync.loop.SyncListener;
import io.smarketing.core.sync.loop.Workspace;
import io.smarketing.core.sync.plan.DryRun;
import io.smarketing.core.sync.plan.Plan;
import io.smarketing.daemon.config.Configuration;
import io.smarketing.store.SqliteStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A configuration brought to life for a dry run: both CRMs opened to be read, on a copy of the store. */
public final class DryWiring {

    private final Configuration configuration;
    private final SyncListener listener;

    public DryWiring(Configuration configuration, SyncListener listener) {
        this.configuration = configuration;
        this.listener = listener;
    }

    /**
     * What a dry run comes to.
     *
     * @param parked what would be parked afterwards, by cause, if the CRMs take all else
     */
    public record Outcome(Plan plan, Map<String, Long> parked) {}

    /** @param most so many changes are told in full */
    public Outcome plan(int most) throws MappingMismatch, InterruptedException {
        Path file = configuration.store();
        try (Parties parties = new Parties(configuration, InstantSource.system());
                StoreCopy copy = StoreCopy.beside(file)) {
            if (Files.exists(file)) {
                try (SqliteStore real = SqliteStore.openToRead(file)) {
                    real.copyTo(copy.file());
                }
            }
            try (SqliteStore store = SqliteStore.open(copy.file(), parties.accounts())) {
                Plan plan = plan(parties.workspaces(store, listener, Optional.empty()), most);
                Map<String, Long> parked = new TreeMap<>();
                store.overview(configuration.mappings().keySet())
                        .parkedByCause()
                        .forEach((cause, n) -> parked.put(cause.word(), n));
                return new Outcome(plan, parked);
            }
        }
    }

    private Plan plan(List<Workspace> subjects, int most) throws MappingMismatch, InterruptedException {
        var guards = configuration.guards();
        Limits limits = new Limits(guards.changes(), guards.creates(), guards.atLeast());
        Plan whole = Plan.NOTHING;
        List<MappingMismatch> mismatches = new ArrayList<>();
        for (Workspace subject : subjects) {
            try {
                whole = whole.and(new DryRun(subject, most, new Ending()).plan(limits), most);
            } catch (MappingMismatch e) {
                mismatches.add(e);
            }
        }
        if (!mismatches.isEmpty()) {
            throw MappingMismatch.of(mismatches);
        }
        return whole;
    }
}
