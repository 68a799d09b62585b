package io.smarketing.daemon.wiring;

import io.smarketing.core.crm.Crm;
import io.smarketing.core.crm.open.Sleeper;
import io.smarketing.core.crm.open.Surroundings;
import io.smarketing.core.crm.record.CrmId;
import io.smarketing.core.report.Overview;
import io.smarketing.core.sync.Party;
import io.smarketing.core.sync.loop.BlastRadius;
import io.smarketing.core.sync.loop.BlastRadius.Limits;
import io.smarketing.core.sync.loop.MappingMismatch;
import io.smarketing.core.sync.loop.Rounds;
import io.smarketing.core.sync.loop.SyncListener;
import io.smarketing.core.sync.loop.SyncLoop;
import io.smarketing.core.sync.loop.Workspace;
import io.smarketing.daemon.config.Configuration;
import io.smarketing.daemon.config.Connection;
import io.smarketing.store.SqliteStore;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** A configuration brought to life: both CRMs opened, the store opened, the engine built. */
public final class Wiring implements AutoCloseable {

    /** Calls to one CRM go five at a time, and each feed gathers ahead. */
    private static final int THREADS = 12;

    private static final Sleeper SLEEPER = duration -> TimeUnit.NANOSECONDS.sleep(duration.toNanos());

    private final Configuration configuration;
    private final InstantSource clock = InstantSource.system();
    private final ExecutorService executor = Executors.newFixedThreadPool(THREADS, Wiring::daemon);
    private final SyncListener listener;
    private final Ending ending;
    private final SqliteStore store;
    private volatile List<Party> parties = List.of();
    private SyncLoop loop;
    private boolean closed;

    /** Opens everything, for work that ends by itself. */
    public Wiring(Configuration configuration, SyncListener listener) throws MappingMismatch {
        this(configuration, listener, new Ending());
    }

    /**
     * Opens everything.
     *
     * @param ending ends the work between two pages
     * @throws MappingMismatch if the mapping does not fit the CRMs as they are
     * @throws io.smarketing.core.crm.failure.CrmException if a CRM refuses us
     */
    public Wiring(Configuration configuration, SyncListener listener, Ending ending) throws MappingMismatch {
        this.configuration = configuration;
        this.listener = listener;
        this.ending = ending;
        try {
            this.parties = open();
            this.store = SqliteStore.open(configuration.store(), accounts());
        } catch (RuntimeException e) {
            closeParties();
            throw e;
        }
        try {
            this.loop = built();
        } catch (MappingMismatch | RuntimeException e) {
            close();
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
        parties = parties.stream()
                .map(p -> new Party(p.crm().renewed(), p.personTypes(), p.newPersonType()))
                .toList();
        loop = built();
    }

    private SyncLoop built() throws MappingMismatch {
        return new SyncLoop(new Rounds(workspace(), ending::isWished), ending, listener);
    }

    /** A guard for one run. */
    public BlastRadius guard(boolean allowChanges, boolean allowCreates) {
        var guards = configuration.guards();
        Limits limits = new Limits(
                allowChanges ? Limits.UNLIMITED : guards.changes(),
                allowCreates ? Limits.UNLIMITED : guards.creates(),
                guards.atLeast());
        return new BlastRadius(limits, store.people().known());
    }

    /** How long to rest between two runs. */
    public Duration polling() {
        return configuration.polling();
    }

    /** Each CRM's account, for people. */
    public String accountNames() {
        return store.accounts();
    }

    public Overview overview() {
        return store.overview();
    }

    public List<Crm> crms() {
        return parties.stream().map(Party::crm).toList();
    }

    @Override
    public void close() {
        if (!closed) {
            closed = true;
            closeParties();
            store.close();
        }
    }

    private void closeParties() {
        parties.forEach(p -> p.crm().close());
        executor.shutdownNow();
    }

    private List<Party> open() {
        List<Party> opened = new ArrayList<>();
        configuration.connections().forEach((id, connection) -> opened.add(party(id, connection)));
        return List.copyOf(opened);
    }

    private Party party(CrmId id, Connection connection) {
        var provider = connection.provider();
        var surroundings = new Surroundings(clock, SLEEPER, executor, new SecureRandom(), connection.budget());
        Crm crm = provider.open(id, connection.settings(), WantedFields.of(configuration.mapping(), id), surroundings);
        return new Party(crm, provider.personTypes(), provider.newPersonType());
    }

    private Map<CrmId, String> accounts() {
        Map<CrmId, String> accounts = new LinkedHashMap<>();
        parties.forEach(p -> accounts.put(p.id(), p.crm().account()));
        return accounts;
    }

    private Workspace workspace() {
        return new Workspace(
                parties.get(0),
                parties.get(1),
                configuration.mapping(),
                store.people(),
                store.ledger(),
                new PersonIds(clock, new SecureRandom()),
                listener);
    }

    private static Thread daemon(Runnable task) {
        Thread thread = new Thread(task, "calls");
        thread.setDaemon(true);
        return thread;
    }
}
