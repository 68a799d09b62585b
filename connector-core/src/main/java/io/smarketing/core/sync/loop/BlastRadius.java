package io.smarketing.core.sync.loop;

import io.smarketing.core.crm.WriteCommand;
import io.smarketing.core.crm.record.CrmId;
import io.smarketing.core.person.Person;
import io.smarketing.core.person.PersonId;
import io.smarketing.core.sync.settle.Settlement;
import io.smarketing.core.sync.told.Pairing.Kind;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.LongSupplier;

/**
 * Stops a run that would change or create far more than usual. It counts, per CRM, people who were linked before and
 * whose mapped fields the run changes, and people created, except by a first load.
 */
public final class BlastRadius {

    private final Limits limits;
    private final LongSupplier known;
    private OptionalLong linkedBefore = OptionalLong.empty();
    private final Map<CrmId, Set<PersonId>> changed = new HashMap<>();
    private final Map<CrmId, Set<PersonId>> created = new HashMap<>();

    /** @param known how many people are known: asked once, before the first of the run is recorded, and not without need */
    public BlastRadius(Limits limits, LongSupplier known) {
        this.limits = limits;
        this.known = known;
    }

    /** People known when the run began. */
    private long linkedBefore() {
        if (linkedBefore.isEmpty()) {
            linkedBefore = OptionalLong.of(known.getAsLong());
        }
        return linkedBefore.getAsLong();
    }

    /**
     * Counts what a wave is about to write.
     *
     * @param firstLoad the wave belongs to its route's first load, also one that goes on after a restart
     * @throws GuardStop if that is past the limit; nothing of the wave has been written
     */
    public void check(List<Settlement> wave, boolean firstLoad) throws GuardStop {
        if (wave.isEmpty() || linkedBefore() == 0) {
            return;
        }
        for (Settlement settlement : wave) {
            PersonId person = settlement.person().id();
            settlement.writes().forEach((crm, write) -> {
                boolean creates = write.command() instanceof WriteCommand.Create;
                if (creates && !firstLoad) {
                    created.computeIfAbsent(crm, c -> new HashSet<>()).add(person);
                } else if (settlement.pairing().kind() == Kind.KNOWN && write.touchesMappedFields()) {
                    changed.computeIfAbsent(crm, c -> new HashSet<>()).add(person);
                }
            });
        }
        stop(changed, limits.changes(), "change", "changes");
        stop(created, limits.creates(), "create", "creates");
    }

    /** Counts people whose record is about to be deleted. */
    void checkDeletions(CrmId crm, List<Person> people) throws GuardStop {
        people.forEach(p -> changed.computeIfAbsent(crm, c -> new HashSet<>()).add(p.id()));
        stop(changed, limits.changes(), "change", "changes");
    }

    private void stop(Map<CrmId, Set<PersonId>> people, double share, String verb, String setting) throws GuardStop {
        Optional<String> objection = objection(people, share, verb, setting);
        if (objection.isPresent()) {
            throw new GuardStop(objection.get());
        }
    }

    /** What these limits would have said to all that was counted. */
    public Optional<String> objection(Limits held) {
        BlastRadius other = new BlastRadius(held, this::linkedBefore);
        return other.objection(changed, held.changes(), "change", "changes")
                .or(() -> other.objection(created, held.creates(), "create", "creates"));
    }

    private Optional<String> objection(Map<CrmId, Set<PersonId>> people, double share, String verb, String setting) {
        long most = Math.max(limits.atLeast(), (long) (share * linkedBefore()));
        return people.entrySet().stream()
                .filter(count -> count.getValue().size() > most)
                .findFirst()
                .map(count -> "This run would " + verb + " more than " + most + " records in " + count.getKey() + " ("
                        + linkedBefore() + " were known when it began). If that is meant, run `sync --once --allow-"
                        + setting + "`, or raise guards." + setting + " in connections.yaml.");
    }

    /**
     * The limits.
     *
     * @param changes share of the people known whose mapped fields one run may change on one CRM
     * @param creates likewise for people created
     * @param atLeast so many are always allowed
     */
    public record Limits(double changes, double creates, long atLeast) {

        /** A fifth of the people known, at least a hundred. */
        public static final Limits DEFAULT = new Limits(0.2, 0.2, 100);

        /** A share without a limit. */
        public static final double UNLIMITED = Double.POSITIVE_INFINITY;

        /** No limit at all. */
        public Limits lifted() {
            return new Limits(UNLIMITED, UNLIMITED, atLeast);
        }
    }

    /** A run was stopped; the message says why and which command allows it. */
    public static final class GuardStop extends Exception {

        private static final long serialVersionUID = 1L;

        GuardStop(String sentence) {
            super(sentence);
        }
    }
}
