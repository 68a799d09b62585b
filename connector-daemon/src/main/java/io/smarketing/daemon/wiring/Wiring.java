package io.smarketing.daemon.wiring;

import io.smarketing.core.crm.Crm;
import io.smarketing.core.crm.failure.CrmException;
import io.smarketing.core.crm.record.RecordRef;
import io.smarketing.core.sla.clock.State;
import io.smarketing.core.sync.loop.BlastRadius.Limits;
import io.smarketing.core.sync.loop.MappingMismatch;
import io.smarketing.core.sync.loop.Rounds;
import io.smarketing.core.sync.loop.RunGuard;
import io.smarketing.core.sync.loop.SyncListener;
import io.smarketing.core.sync.loop.SyncLoop;
import io.smarketing.core.sync.loop.Workspace;
import io.smarketing.core.sync.room.Waves;
import io.smarketing.core.sync.watch.Watch;
import io.smarketing.daemon.config.Configuration;
import io.smarketing.daemon.config.InvalidConfiguration;
import io.smarketing.daemon.config.Nightly;
import io.smarketing.store.SqliteStore;
import io.smarketing.store.WholeOverview;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A configuration brought to life: both CRMs opened, the store opened, the engine built. */
public final class Wiring implements AutoCloseable {

    private final Configuration configuration;
    private final InstantSource clock = InstantSource.system();
    private final SyncListener listener;
    private final Ending ending;
    private final SqliteStore store;
    private final Parties parties;
    private final Outgoing outgoing;
    private SyncLoop loop;
    private boolean closed;

    /** Opens everything, for work that ends by itself. */
    public Wiring(Configuration configuration, SyncListener listener) throws MappingMismatch, InvalidConfiguration {
        this(configuration, listener, new Ending());
    }

    /**
     * Opens everything.
     *
     * @param ending ends the work between two pages
     * @throws MappingMismatch if the mapping does not fit the CRMs as they are
     * @throws InvalidConfiguration if the agreement would change what was agreed before
     * @throws io.smarketing.core.crm.failure.CrmException if a CRM refuses us
     */
    public Wiring(Configuration configuration, SyncListener listener, Ending ending)
            throws MappingMismatch, InvalidConfiguration {
        this.configuration = configuration;
        this.listener = listener;
        this.ending = ending;
        this.parties = parties();
        try {
            this.store = SqliteStore.open(configuration.store(), parties.accounts());
        } catch (RuntimeException e) {
            parties.close();
            throw e;
        }
        this.outgoing = new Outgoing(configuration, store.alerts(), clock);
        try {
            new Ratification(configuration, store).accept(clock.instant());
            this.loop = built();
        } catch (MappingMismatch | InvalidConfiguration | RuntimeException e) {
            close();
            throw e;
        }
    }

    /** Just when a CRM is down people want to be told what there is to tell. */
    private Parties parties() {
        try {
            return new Parties(configuration, clock);
        } catch (CrmException e) {
            Outgoing.sendWithout(configuration, clock);
            throw e;
        }
    }

    public SyncLoop loop() {
        return loop;
    }

    /**
     * Reads both schemas anew, and fits the mapping to what they are now.
     *
     * @throws MappingMismatch if it does not fit any more
     */
    public void renew() throws MappingMismatch {
        parties.renew();
        loop = built();
    }

    private SyncLoop built() throws MappingMismatch {
        List<Rounds> rounds = new ArrayList<>();
        List<MappingMismatch> mismatches = new ArrayList<>();
        for (Workspace subject : parties.workspaces(store, listener, watch())) {
            try {
                rounds.add(new Rounds(subject, ending::isWished, Waves.apart()));
            } catch (MappingMismatch e) {
                mismatches.add(e);
            }
        }
        if (!mismatches.isEmpty()) {
            throw MappingMismatch.of(mismatches);
        }
        return new SyncLoop(rounds, ending, listener);
    }

    private Optional<Watch> watch() {
        return configuration
                .agreement()
                .map(a -> new Watch(
                        configuration.mapping(),
                        new Ratification(configuration, store).versions(),
                        store.people(),
                        store.watchBooks(),
                        configuration.channels().ways()));
    }

    /** What people are told outside of the CRMs. */
    public Outgoing outgoing() {
        return outgoing;
    }

    /** A guard for one run. */
    public RunGuard guard(boolean allowChanges, boolean allowCreates) {
        var guards = configuration.guards();
        return new RunGuard(new Limits(
                allowChanges ? Limits.UNLIMITED : guards.changes(),
                allowCreates ? Limits.UNLIMITED : guards.creates(),
                guards.atLeast()));
    }

    /** How long to rest between two runs. */
    public Duration polling() {
        return configuration.polling();
    }

    /** When to sweep, if at all. */
    public Optional<Nightly> sweep() {
        return configuration.sweep();
    }

    /** Each CRM's account, for people. */
    public String accountNames() {
        return store.accounts();
    }

    /** Stores, before it returns, that whoever had these records is to be erased; from any thread. */
    public void erase(Set<RecordRef> records) {
        store.ledger().askErasure(records);
    }

    public WholeOverview overview() {
        return store.overview(configuration.mappings().keySet());
    }

    /** How many promises stand how. */
    public Map<State, Long> promises() {
        return store.clocks().byState();
    }

    public List<Crm> crms() {
        return parties.crms();
    }

    @Override
    public void close() {
        if (!closed) {
            closed = true;
            try {
                parties.close();
            } finally {
                store.close();
            }
        }
    }
}
