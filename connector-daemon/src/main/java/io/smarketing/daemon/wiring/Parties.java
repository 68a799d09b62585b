package io.smarketing.daemon.wiring;

import io.smarketing.core.crm.Crm;
import io.smarketing.core.crm.CrmProvider;
import io.smarketing.core.crm.failure.CrmException;
import io.smarketing.core.crm.failure.FailureKind;
import io.smarketing.core.crm.open.Sleeper;
import io.smarketing.core.crm.open.Surroundings;
import io.smarketing.core.crm.record.CrmId;
import io.smarketing.core.crm.record.Subject;
import io.smarketing.core.sync.Party;
import io.smarketing.core.sync.loop.SyncListener;
import io.smarketing.core.sync.loop.Workspace;
import io.smarketing.core.sync.watch.Watch;
import io.smarketing.daemon.config.Configuration;
import io.smarketing.daemon.config.Connection;
import io.smarketing.store.SqliteStore;
import io.smarketing.store.SubjectBooks;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
    private final Configuration configuration;
    private volatile Map<CrmId, Crm> open = Map.of();

    /** @throws io.smarketing.core.crm.failure.CrmException if a CRM refuses us */
    Parties(Configuration configuration, InstantSource clock) {
        this.configuration = configuration;
        this.clock = clock;
        Map<CrmId, Crm> opened = new LinkedHashMap<>();
        open = opened;
        try {
            configuration.connections().forEach((id, connection) -> opened.put(id, openAs(id, connection)));
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    /** A refusal is told with the place of the setting that it names. */
    private Crm openAs(CrmId id, Connection connection) {
        try {
            return open(id, connection);
        } catch (CrmException e) {
            if (e.kind() != FailureKind.WRONG_CREDENTIALS) {
                throw e;
            }
            throw new CrmException(e.kind(), connection.placed(e.getMessage()), e.waitFor());
        }
    }

    private Crm open(CrmId id, Connection connection) {
        var surroundings = new Surroundings(
                clock,
                SLEEPER,
                executor,
                new SecureRandom(),
                connection.budget(),
                TokenFile.beside(configuration.store(), id));
        Crm crm =
                connection.provider().open(id, connection.settings(), WantedFields.of(configuration, id), surroundings);
        crm.warnings().forEach(warning -> LOG.warn("{}: {}", id, warning));
        return crm;
    }

    List<Crm> crms() {
        return List.copyOf(open.values());
    }

    Map<CrmId, String> accounts() {
        Map<CrmId, String> accounts = new LinkedHashMap<>();
        open.forEach((id, crm) -> accounts.put(id, crm.account()));
        return accounts;
    }

    /** Reads both schemas anew. */
    void renew() {
        Map<CrmId, Crm> renewed = new LinkedHashMap<>();
        open.forEach((id, crm) -> renewed.put(id, crm.renewed()));
        open = renewed;
    }

    /**
     * One workspace for each subject that is kept in step, in that store.
     *
     * @param watch over the promises about people, if there are any
     */
    List<Workspace> workspaces(SqliteStore store, SyncListener listener, Optional<Watch> watch) {
        List<Workspace> workspaces = new ArrayList<>();
        new Ratification(configuration, store).mappings().forEach((subject, mapping) -> {
            List<Party> parties =
                    open.keySet().stream().map(id -> party(id, subject)).toList();
            SubjectBooks books = store.of(subject);
            workspaces.add(new Workspace(
                    parties.get(0),
                    parties.get(1),
                    mapping,
                    books.book(),
                    books.ledger(),
                    new PersonIds(clock, new SecureRandom()),
                    listener,
                    watch.filter(w -> subject == Subject.PEOPLE)));
        });
        return workspaces;
    }

    private Party party(CrmId id, Subject subject) {
        CrmProvider provider = Optional.ofNullable(configuration.connections().get(id))
                .orElseThrow()
                .provider();
        Crm crm = Optional.ofNullable(open.get(id)).orElseThrow();
        return new Party(crm.of(subject), provider.types(subject), provider.newType(subject));
    }

    @Override
    public void close() {
        open.values().forEach(Crm::close);
        executor.shutdownNow();
    }

    private static Thread daemon(Runnable task) {
        Thread thread = new Thread(task, "calls");
        thread.setDaemon(true);
        return thread;
    }
}
