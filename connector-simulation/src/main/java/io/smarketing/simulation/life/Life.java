package io.smarketing.simulation.life;

import io.smarketing.core.crm.Schema;
import io.smarketing.core.crm.failure.CrmException;
import io.smarketing.core.crm.record.CrmId;
import io.smarketing.core.crm.record.RecordRef;
import io.smarketing.core.crm.record.RecordType;
import io.smarketing.core.crm.record.Subject;
import io.smarketing.core.mapping.FieldRule;
import io.smarketing.core.person.PersonBook;
import io.smarketing.core.sync.write.Tally;
import io.smarketing.sandbox.kernel.Insider.BadRow;
import io.smarketing.simulation.claim.Claim;
import io.smarketing.simulation.claim.Claims;
import io.smarketing.simulation.claim.Toll;
import io.smarketing.simulation.claim.Violation;
import io.smarketing.simulation.claim.Witness;
import io.smarketing.simulation.engine.Machine;
import io.smarketing.simulation.engine.Twist;
import io.smarketing.simulation.people.People;
import io.smarketing.simulation.people.Values;
import io.smarketing.simulation.people.Words;
import io.smarketing.simulation.world.Killed;
import io.smarketing.simulation.world.Setup;
import io.smarketing.simulation.world.World;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** People at work in both CRMs while the engine runs, fails, and is killed. */
public final class Life implements AutoCloseable {

    private static final int OWNERS = 3;
    /** Longer than any lag, so that a look back finds what came late. */
    private static final Duration REST = Duration.ofMinutes(11);

    private static final Duration FAR_LOOK = Duration.ofMinutes(6);

    private final World world;
    private final Machine machine;
    private final Toll toll;
    private final Witness witness;
    private final People people;
    private final Deeds deeds;
    private final Crowd crowd;
    private final Claims claims;
    private final Hints hints;
    private final Faults faults;
    private final Counts counts = new Counts();
    private boolean running;

    /** A life at its beginning: two empty CRMs, and a daemon that has just been started. */
    public Life(Setup setup, long seed, Path store, Twist twist) {
        this.world = new World(setup.life(seed), seed, Duration.ofSeconds(Math.floorMod(seed * 37, 181) - 90));
        this.toll = new Toll(world);
        this.witness = new Witness(this::people, this::book, toll);
        this.machine = new Machine(world, store, witness, twist, seed);
        Values values = new Values(owners());
        machine.round();
        Map<CrmId, Schema> schemas = Map.of(
                setup.portal(), machine.schema(setup.portal()),
                setup.org(), machine.schema(setup.org()));
        this.people = new People(world, new Words(world, schemas, this::people));
        this.deeds = new Deeds(world, people, values, () -> running ? witness.round() : 0);
        this.crowd = new Crowd(world, people, deeds);
        this.claims = new Claims(world, people, machine);
        this.hints = new Hints(world, machine);
        this.faults = new Faults(world, people.words(), machine.fuse());
    }

    private People people() {
        return people;
    }

    private PersonBook book(RecordType type) {
        return machine.books(type).book();
    }

    private Map<CrmId, List<String>> owners() {
        Map<CrmId, List<String>> owners = new LinkedHashMap<>();
        for (int i = 1; i <= OWNERS; i++) {
            String email = "rep-" + i + "@example.com";
            try {
                owner(owners, world.portal(), "owners", Map.of("email", email));
                owner(
                        owners,
                        world.org(),
                        "User",
                        Map.of("Username", email, "Email", email, "LastName", "Rep " + i, "Alias", "rep" + i));
            } catch (BadRow e) {
                throw new IllegalStateException(e);
            }
        }
        return owners;
    }

    private static void owner(Map<CrmId, List<String>> owners, World.Side side, String object, Map<String, String> row)
            throws BadRow {
        owners.computeIfAbsent(side.id(), c -> new ArrayList<>())
                .add(side.crm().insider().create(object, row, side.clock().instant()));
    }

    /** What happened so far. */
    public Counts counts() {
        counts.typed(people.typed(), claims.unseen(), world.calls(), witness.round());
        return counts;
    }

    /** Lives it to its end; throws a {@link Violation} if a claim does not hold. */
    public void live(List<Operation> operations) {
        operations.forEach(this::live);
        rest();
    }

    private void live(Operation o) {
        counts.begins();
        deeds.begin(o);
        counts.happened(o);
        switch (o.kind()) {
            case NEW_IN_PORTAL -> crowd.make(world.portal().id(), subject(o), o.a());
            case NEW_IN_ORG -> crowd.make(world.org().id(), subject(o), o.a());
            case NEW_IN_BOTH -> both(o);
            case IMPORT -> load(o);
            case EDIT_IN_PORTAL -> pick(world.portal(), o).ifPresent(r -> deeds.edit(r, o.b()));
            case EDIT_IN_ORG -> pick(world.org(), o).ifPresent(r -> deeds.edit(r, o.b()));
            case EDIT_IN_BOTH -> pick(world.portal(), o).ifPresent(r -> editBoth(r, o));
            case CLEAR -> pick(side(o.c()), o).ifPresent(r -> deeds.clear(r, o.b()));
            case ADDRESS -> pick(side(o.c()), o).ifPresent(deeds::address);
            case STAGE -> pick(side(o.c()), o).ifPresent(r -> deeds.stage(r, o.b()));
            case CONVERT -> pick(world.org(), o).ifPresent(crowd::convert);
            case DELETE -> pick(side(o.c()), o).ifPresent(crowd::delete);
            case RESTORE -> crowd.restore(o.a());
            case MERGE -> merge(o);
            case EDIT_WITHIN_PORTAL -> within(world.portal(), o);
            case EDIT_WITHIN_ORG -> within(world.org(), o);
            case WAIT -> world.time().sleep(Duration.ofSeconds(o.a() % 120));
            case LATE_COMMIT -> deeds.late(Faults.lag(o.a()));
            case ROUND -> attempt(machine::round);
            case HINTS -> attempt(() -> hints.deliver(o.a(), o.b()));
            case SWEEP -> night();
            case REST -> rest();
            default -> faults.befall(o);
        }
        if (o.kind().isDeed()) {
            world.time().sleep(Duration.ofMillis(o.c() % 900));
        }
    }

    private World.Side side(int number) {
        return number % 2 == 0 ? world.portal() : world.org();
    }

    /** Mostly what the life is about; now and then somebody does something to what that may point at. */
    private Subject subject(Operation o) {
        List<Subject> subjects = world.setup().subjects();
        int last = subjects.size() - 1;
        int nth = switch (o.c() / 2 % 8) {
            case 0 -> 0;
            case 1, 2 -> 1;
            default -> last;
        };
        return subjects.get(Math.min(nth, last));
    }

    private Optional<RecordRef> pick(World.Side side, Operation o) {
        Optional<RecordRef> picked = crowd.pick(side.id(), subject(o), o.a());
        picked.ifPresent(this::moved);
        return picked;
    }

    private void moved(RecordRef ref) {
        if (world.setup().subject(ref.type()) != world.setup().subject()) {
            // whatever points at it may be told anew
            witness.settled();
        }
        List<RecordRef> both = new ArrayList<>(List.of(ref));
        crowd.counterpart(ref).ifPresent(both::add);
        witness.moved(both);
    }

    private void both(Operation o) {
        Subject subject = subject(o);
        var someone = people.newcomer(deeds.next());
        crowd.make(world.portal().id(), subject, o.a(), someone);
        // two deals that are made apart are two: nothing tells that they are one
        var other = subject == Subject.DEALS ? people.newcomer(deeds.next()) : someone;
        crowd.make(world.org().id(), subject, o.b(), other);
    }

    private void load(Operation o) {
        for (int i = 0; i < o.imported(); i++) {
            crowd.make(side(o.a()).id(), world.setup().subject(), i);
        }
    }

    private void merge(Operation o) {
        pick(side(o.c()), o)
                .ifPresent(r -> crowd.pick(r.crm(), subject(o), o.b()).ifPresent(loser -> crowd.merge(r, loser)));
    }

    private void editBoth(RecordRef portal, Operation o) {
        FieldRule rule = deeds.nth(people.words().rules(portal.type()), portal, o.b());
        crowd.counterpart(portal).filter(r -> !People.isAddress(rule)).ifPresent(org -> {
            deeds.edit(portal, rule);
            world.time().sleep(Duration.ofMillis(o.c() % 4 == 0 ? o.c() % 100 * 40L : 0));
            deeds.edit(org, rule);
        });
    }

    private void within(World.Side side, Operation o) {
        side.line().before(1 + o.c() % 25, () -> pick(side, o).ifPresent(r -> deeds.edit(r, o.b())));
    }

    private void attempt(Runnable work) {
        running = true;
        witness.beginRound();
        try {
            work.run();
        } catch (CrmException e) {
            counts.failed();
            world.time().sleep(Duration.ofSeconds(30));
        } catch (Killed e) {
            counts.killed();
            machine.kill();
        } catch (Violation e) {
            throw e;
        } catch (RuntimeException e) {
            throw new Violation("the daemon breaks down: " + e, e);
        } finally {
            running = false;
        }
        crowd.look();
        witness.testify();
    }

    /** Faults end, edits stop, and after a while all claims must hold. */
    private void rest() {
        faults.end();
        deeds.late(Duration.ZERO);
        world.time().sleep(Duration.ofMinutes(2));
        machine.kill();
        requireInStep(false);
        world.time().sleep(REST);
        requireInStep(false);
        world.time().sleep(FAR_LOOK);
        if (faults.isNightNeeded()) {
            night();
        }
        requireInStep(true);
        long before = toll.calls();
        Tally tally = machine.round();
        if (tally.writes() > 0) {
            throw new Violation(Claim.IN_STEP, "a further round writes " + tally.fields());
        }
        toll.checkQuiet(before);
        toll.check(people.typed());
        witness.testify();
        claims.check();
        witness.settled();
        crowd.look();
        counts.rested();
    }

    private void night() {
        attempt(() -> machine.sweep(world.time().instant().plus(REST)));
    }

    private void requireInStep(boolean required) {
        boolean[] inStep = new boolean[1];
        attempt(() -> inStep[0] = machine.untilInStep());
        if (required && !inStep[0]) {
            throw new Violation(Claim.IN_STEP, "the rounds do not end");
        }
    }

    @Override
    public void close() {
        machine.close();
    }
}
