package io.smarketing.daemon.wiring;

import io.smarketing.core.crm.Crm;
import io.smarketing.core.crm.open.Sleeper;
import io.smarketing.core.crm.open.Surroundings;
import io.smarketing.core.crm.record.CrmId;
import io.smarketing.core.crm.record.Subject;
import io.smarketing.core.sync.Party;
import io.smarketing.core.sync.loop.SyncListener;
import io.smarketing.core.sync.loop.Workspace;
import io.smarketing.daemon.config.Configuration;
import io.smarketing.daemon.config.Connection;
import io.smarketing.store.SqliteStore;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Both CRMs of a configuration, open. */
final class Parties implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Parties.class);

    /** Calls to one CRM go five at a time, and each feed gathers ahead. */
    private static final int THREADS = 12;

    private static final Sleeper SLEEPER = duration -> TimeUnit.NANOSECONDS.sleep(duration.toNanos());

    private final ExecutorService executor = Executors.newFixedThreadPool(THREADS, Parties::daemon);
    private final InstantSource clock;
    private volatile List<Party> open = List.of();

    /** @throws io.smarketing.core.crm.failure.CrmException if a CRM refuses us */
    Parties(Configuration configuration, InstantSource clock) {
        this.clock = clock;
        List<Party> opened = new ArrayList<>();
        try {
            configuration.connections().forEach((id, connection) -> opened.add(party(configuration, id, connection)));
        } catch (RuntimeException e) {
            open = List.copyOf(opened);
            close();
            throw e;
        }
        open = List.copyOf(opened);
    }

    private Party party(Configuration configuration, CrmId id, Connection connection) {
        var provider = connection.provider();
        var surroundings = new Surroundings(
                clock,
                SLEEPER,
                executor,
                new SecureRandom(),
                connection.budget(),
                TokenFile.beside(configuration.store(), id));
        Crm crm = provider.open(id, connection.settings(), WantedFields.of(configuration.mapping(), id), surroundings);
        crm.warnings().forEach(warning -> LOG.warn("{}: {}", id, warning));
        return new Party(crm, provider.types(Subject.PEOPLE), provider.newType(Subject.PEOPLE));
    }

    List<Crm> crms() {
        return open.stream().map(Party::crm).toList();
    }

    Map<CrmId, String> accounts() {
        Map<CrmId, String> accounts = new LinkedHashMap<>();
        open.forEach(p -> accounts.put(p.id(), p.crm().account()));
        return accounts;
    }

    /** Reads both schemas anew. */
    void renew() {
        open = open.stream()
                .map(p -> new Party(p.crm().renewed(), p.personTypes(), p.newPersonType()))
                .toList();
    }

    /** The two with that store. */
    Workspace workspace(Configuration configuration, SqliteStore store, SyncListener listener) {
        return new Workspace(
                open.get(0),
                open.get(1),
                configuration.mapping(),
                store.people(),
                store.ledger(),
                new PersonIds(clock, new SecureRandom()),
                listener);
    }

    @Override
    public void close() {
        open.forEach(p -> p.crm().close());
        executor.shutdownNow();
    }

    private static Thread daemon(Runnable task) {
        Thread thread = new Thread(task, "calls");
        thread.setDaemon(true);
        return thread;
    }
}
