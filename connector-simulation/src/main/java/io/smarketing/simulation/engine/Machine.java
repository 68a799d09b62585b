package io.smarketing.simulation.engine;

import io.smarketing.core.crm.Crm;
import io.smarketing.core.crm.Schema;
import io.smarketing.core.crm.open.Budget;
import io.smarketing.core.crm.open.Surroundings;
import io.smarketing.core.crm.push.Push;
import io.smarketing.core.crm.record.CrmId;
import io.smarketing.core.crm.record.HistoryEntry;
import io.smarketing.core.crm.record.RecordRef;
import io.smarketing.core.crm.record.RecordType;
import io.smarketing.core.crm.record.Subject;
import io.smarketing.core.lead.FieldName;
import io.smarketing.core.person.PersonId;
import io.smarketing.core.sync.GatedLedger;
import io.smarketing.core.sync.Party;
import io.smarketing.core.sync.loop.BlastRadius.GuardStop;
import io.smarketing.core.sync.loop.BlastRadius.Limits;
import io.smarketing.core.sync.loop.MappingMismatch;
import io.smarketing.core.sync.loop.Rounds;
import io.smarketing.core.sync.loop.RunGuard;
import io.smarketing.core.sync.loop.SyncListener;
import io.smarketing.core.sync.loop.SyncLoop;
import io.smarketing.core.sync.loop.Workspace;
import io.smarketing.core.sync.write.Tally;
import io.smarketing.simulation.world.World;
import io.smarketing.store.SqliteStore;
import io.smarketing.store.SubjectBooks;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;

/** The daemon without its process: it is started when there is something to do, killed, and started again on its store. */
public final class Machine implements AutoCloseable {

    private static final Budget ALL = new Budget(1, 0, OptionalLong.empty());

    private final World world;
    private final Path file;
    private final Watch watch;
    private final Twist twist;
    private final Random random;
    private final Fuse fuse = new Fuse();
    private final Map<CrmId, Crm> crms = new LinkedHashMap<>();
    private final Map<RecordType, Crm> byType = new LinkedHashMap<>();
    private Optional<SqliteStore> store = Optional.empty();
    private Optional<SyncLoop> loop = Optional.empty();
    private long people;

    public Machine(World world, Path file, Watch watch, Twist twist, long seed) {
        this.world = world;
        this.file = file;
        this.watch = watch;
        this.twist = twist;
        this.random = new Random(seed);
    }

    /** What is done with the loop. */
    @FunctionalInterface
    private interface Work<T> {
        T with(SyncLoop loop) throws GuardStop, InterruptedException;
    }

    /** One round, starting the daemon first if it is not running. */
    public Tally round() {
        return run(l -> l.once(guard()));
    }

    /** Rounds until both sides are in step; false if they never are. */
    public boolean untilInStep() {
        return run(l -> l.untilInStep(guard())).inStep();
    }

    /** A round in which everybody is gone through. */
    public void sweep(Instant listedBefore) {
        run(l -> {
            l.sweep(listedBefore);
            return l.once(guard());
        });
    }

    /** Follows what a CRM has hinted at. */
    public void follow(CrmId crm, Set<RecordRef> touched) {
        run(l -> l.hinted(Map.of(crm, touched), guard()));
    }

    /** How the portal calls the daemon. */
    public Optional<Push> push(CrmId crm) {
        return byType.values().stream()
                .filter(c -> c.id().equals(crm))
                .flatMap(c -> c.push().stream())
                .findFirst();
    }

    private <T> T run(Work<T> work) {
        try {
            return work.with(started());
        } catch (GuardStop | MappingMismatch e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        } catch (InterruptedException e) {
            throw new IllegalStateException("nobody interrupts a simulation", e);
        }
    }

    private static RunGuard guard() {
        return new RunGuard(new Limits(Limits.UNLIMITED, Limits.UNLIMITED, 1));
    }

    private SyncLoop started() throws MappingMismatch {
        if (loop.isEmpty()) {
            for (World.Side side : List.of(world.portal(), world.org())) {
                open(side);
            }
            List<Rounds> rounds = new ArrayList<>();
            for (Subject subject : world.setup().subjects()) {
                rounds.add(new Rounds(workspace(subject)));
            }
            loop = Optional.of(new SyncLoop(rounds, world.time(), SyncListener.NONE));
        }
        return loop.get();
    }

    private Workspace workspace(Subject subject) {
        SubjectBooks books = books(subject);
        return new Workspace(
                party(world.portal(), subject),
                party(world.org(), subject),
                twist.mapping(world.setup().mapping(subject)),
                twist.book(books.book()),
                twist.ledger(new GatedLedger(books.ledger(), fuse::commit)),
                ids(),
                SyncListener.NONE);
    }

    private void open(World.Side side) {
        Surroundings surroundings = new Surroundings(
                world.time().daemons(), world.time(), Runnable::run, new Random(random.nextLong()), ALL);
        Crm crm = side.provider().open(side.id(), side.settings(), world.setup().wanted(side.id()), surroundings);
        crms.put(side.id(), crm);
        for (Subject subject : world.setup().subjects()) {
            Crm part = twist.crm(TappedCrm.of(crm.of(subject), watch));
            world.types(side.id(), subject).forEach(type -> byType.put(type, part));
        }
    }

    private Party party(World.Side side, Subject subject) {
        List<RecordType> types = world.types(side.id(), subject);
        return new Party(crm(types.get(0)), types, side.provider().newType(subject));
    }

    private Crm crm(RecordType type) {
        return Optional.ofNullable(byType.get(type)).orElseThrow();
    }

    private Supplier<PersonId> ids() {
        return () -> new PersonId(new UUID(0x7000L | ++people << 16, 0x8000000000000000L));
    }

    /** The store, opened if it is not. */
    public SqliteStore store() {
        if (store.isEmpty()) {
            Map<CrmId, String> accounts = new LinkedHashMap<>();
            crms.forEach((id, crm) -> accounts.put(id, crm.account()));
            store = Optional.of(SqliteStore.openToTry(file, accounts));
        }
        return store.get();
    }

    public SubjectBooks books(Subject subject) {
        return store().of(subject);
    }

    /** The books in which records of that type stand. */
    public SubjectBooks books(RecordType type) {
        return books(world.setup().subject(type));
    }

    /** What the CRM's own history tells of a field of a record. */
    public List<HistoryEntry> history(RecordRef ref, FieldName field) {
        return crm(ref.type())
                .reader()
                .history(Set.of(ref), Set.of(field))
                .getOrDefault(ref, Map.of())
                .getOrDefault(field, List.of());
    }

    public Schema schema(CrmId crm) {
        return Optional.ofNullable(crms.get(crm)).orElseThrow().schema();
    }

    public Fuse fuse() {
        return fuse;
    }

    /** The daemon is gone, and whatever it had not stored; the next thing to do starts it again. */
    public void kill() {
        close();
        loop = Optional.empty();
        store = Optional.empty();
    }

    @Override
    public void close() {
        crms.values().forEach(Crm::close);
        store.ifPresent(SqliteStore::close);
    }
}
