package io.smarketing.simulation.claim;

import io.smarketing.core.crm.failure.FailureKind;
import io.smarketing.core.crm.record.CrmId;
import io.smarketing.core.crm.record.RecordRef;
import io.smarketing.core.crm.record.RecordType;
import io.smarketing.core.crm.record.Subject;
import io.smarketing.core.lead.FieldName;
import io.smarketing.core.lead.FieldValue;
import io.smarketing.core.lead.Fields;
import io.smarketing.core.lifecycle.Handoff;
import io.smarketing.core.mapping.FieldPlace;
import io.smarketing.core.mapping.FieldRule;
import io.smarketing.core.mapping.Mapping;
import io.smarketing.core.person.Holding;
import io.smarketing.core.person.Person;
import io.smarketing.core.person.PersonId;
import io.smarketing.core.person.Sighting;
import io.smarketing.core.sync.Ledger;
import io.smarketing.core.sync.Parked;
import io.smarketing.simulation.engine.Machine;
import io.smarketing.simulation.people.Links;
import io.smarketing.simulation.people.People;
import io.smarketing.simulation.people.Someone;
import io.smarketing.simulation.people.Typed;
import io.smarketing.simulation.people.Words;
import io.smarketing.simulation.world.World;
import io.smarketing.store.SubjectBooks;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** All that must be true whenever edits have stopped and everything has come to rest. */
public final class Claims {

    private static final int MOST_LINES = 200;
    private static final int MOST_PARKED = 1_000;
    /** The clocks of the two CRMs may differ by that much. */
    private static final Duration SKEW = Duration.ofMinutes(3);

    private final World world;
    private final People people;
    private final Machine machine;
    private final Stamps stamps;
    private Instant lastCheck = Instant.EPOCH;
    private int unseen;

    public Claims(World world, People people, Machine machine) {
        this.world = world;
        this.people = people;
        this.machine = machine;
        this.stamps = new Stamps(world, people.words());
    }

    /** Edits that fell between our read and our write of their field, as found so far. */
    public int unseen() {
        return unseen;
    }

    /** Throws what does not hold. */
    public void check() {
        List<RecordRef> live = people.live();
        Map<RecordRef, PersonId> owners = owners(live);
        requireNoDoubles(live);
        requireNoGhosts(live);
        requireNothingAside();
        Set<Someone> paired = new HashSet<>();
        for (Subject subject : world.setup().subjects()) {
            SubjectBooks books = machine.books(subject);
            for (Person person :
                    books.book().people(new HashSet<>(owners.values())).values()) {
                pair(person, books.ledger()).ifPresent(pair -> {
                    paired.add(pair.someone());
                    check(pair);
                });
            }
        }
        live.forEach(ref -> requirePaired(ref, paired, owners));
        lastCheck = world.time().instant();
        people.settled();
    }

    private Map<RecordRef, PersonId> owners(List<RecordRef> live) {
        Map<RecordRef, PersonId> owners = new LinkedHashMap<>();
        Map<RecordRef, Sighting> sightings = new HashMap<>();
        world.setup()
                .subjects()
                .forEach(s -> sightings.putAll(machine.books(s).book().sightings(live)));
        live.forEach(ref -> Optional.ofNullable(sightings.get(ref))
                .flatMap(Sighting::person)
                .ifPresent(p -> owners.put(ref, p)));
        return owners;
    }

    private Optional<Pair> pair(Person person, Ledger ledger) {
        Optional<RecordRef> portal = person.in(world.portal().id()).map(Holding::principal);
        Optional<RecordRef> org = person.in(world.org().id()).map(Holding::principal);
        Optional<Someone> someone = portal.or(() -> org).flatMap(people::owner).map(Someone::known);
        if (person.paused() || portal.isEmpty() || org.isEmpty() || someone.isEmpty()) {
            return Optional.empty();
        }
        List<RecordRef> both = List.of(portal.get(), org.get());
        if (!both.stream().allMatch(people::isLive)) {
            return Optional.empty();
        }
        List<Parked> parked = ledger.parked(both);
        return Optional.of(new Pair(someone.get(), person, portal.get(), org.get(), parked));
    }

    private void check(Pair pair) {
        RecordType type = pair.portal().type();
        Set<FieldName> feedback =
                world.setup().mapping(type).handoff().map(Handoff::feedback).orElse(Set.of());
        for (FieldRule rule : people.words().rules(type)) {
            Optional<FieldCheck> check = FieldCheck.of(
                    people.words(),
                    rule,
                    pair,
                    feedback.contains(rule.name()),
                    () -> machine.books(type).overview().journal(pair.person().id(), MOST_LINES).stream()
                            .filter(l -> l.at().isAfter(lastCheck.minus(SKEW)))
                            .toList());
            List<Typed> overwritten = check.map(FieldCheck::check).orElse(List.of());
            overwritten.forEach(this::requireInHistory);
            unseen += overwritten.size();
        }
        stamps.check(pair);
        boolean untold = Stream.of(pair.portal(), pair.org()).anyMatch(people.words()::isUntold);
        pair.someone().meet(untold);
    }

    /** What we wrote over without having been told of it can be found still, where the CRM keeps a history. */
    private void requireInHistory(Typed one) {
        Words words = people.words();
        for (FieldRule rule : words.rules(one.ref().type())) {
            Optional<FieldPlace> place = words.place(one.ref().crm(), one.ref().type(), rule)
                    .filter(p -> rule.name().equals(one.field()) && words.isTracked(one.ref(), p));
            if (place.isPresent()
                    && machine.history(one.ref(), place.get().spec().name()).stream()
                            .flatMap(h -> Words.neutral(place.get(), h.value()).stream())
                            .noneMatch(value -> words.isSame(rule, one.value(), value))) {
                throw new Violation(Claim.NO_EDIT_LOST, one + " was written over and is in no history");
            }
        }
    }

    /** Nobody has more records in a CRM than people made there, and one of ours. */
    private void requireNoDoubles(List<RecordRef> live) {
        Map<CrmId, Map<Someone, Set<RecordRef>>> records = new HashMap<>();
        for (RecordRef ref : live) {
            Someone someone = people.owner(ref)
                    .map(Someone::known)
                    .orElseThrow(() -> new Violation(Claim.NO_DOUBLE, "nobody is who " + ref + " is of"));
            records.computeIfAbsent(ref.crm(), c -> new HashMap<>())
                    .computeIfAbsent(someone, s -> new LinkedHashSet<>())
                    .add(ref);
        }
        records.forEach((crm, each) -> each.forEach((someone, refs) -> {
            if (refs.size() > someone.most(crm)) {
                throw new Violation(
                        Claim.NO_DOUBLE,
                        someone + ", of whom there may be " + someone.most(crm) + ", is there as " + refs);
            }
        }));
    }

    /** Who had no record left in a CRM is not made there again, unless somebody made or brought back one. */
    private void requireNoGhosts(List<RecordRef> live) {
        Map<Someone, Set<CrmId>> there = new HashMap<>();
        live.forEach(ref -> people.owner(ref)
                .map(Someone::known)
                .ifPresent(s -> there.computeIfAbsent(s, k -> new HashSet<>()).add(ref.crm())));
        for (Someone someone : people.all()) {
            Set<CrmId> crms = there.getOrDefault(someone, Set.of());
            crms.stream().filter(someone::isGoneFrom).findFirst().ifPresent(crm -> {
                throw new Violation(Claim.NO_GHOST, someone + " is there again in " + crm + ", and nobody made them");
            });
            someone.isIn(crms);
        }
    }

    /** A value that the other CRM cannot hold is a cause. */
    private void requireNothingAside() {
        for (Subject subject : world.setup().subjects()) {
            machine.books(subject).overview().parked(MOST_PARKED).forEach(this::requireCause);
        }
    }

    private void requireCause(Parked parked) {
        Optional<Someone> someone = people.owner(parked.source()).map(Someone::known);
        boolean loose = someone.map(Someone::isLoose).orElse(true);
        boolean caused = parked.kind() == FailureKind.INVALID_VALUE
                || parked.kind() == FailureKind.LINK_MISSING && pointsAtNobody(someone, parked.target());
        if (!loose && !caused) {
            throw new Violation(
                    Claim.NOTHING_ASIDE,
                    someone.get() + " is aside as " + parked.source() + " for " + parked.target() + " (" + parked.kind()
                            + "): " + parked.sentence());
        }
    }

    /** True if they point at one who was deleted or merged, or is no contact in the CRM in which that is to be said. */
    private boolean pointsAtNobody(Optional<Someone> someone, CrmId target) {
        Words words = people.words();
        return people.live().stream()
                .filter(ref -> !ref.crm().equals(target)
                        && people.owner(ref).map(Someone::known).equals(someone))
                .anyMatch(ref -> words.rules(ref.type()).stream()
                        .flatMap(rule -> words.place(ref.crm(), ref.type(), rule).stream())
                        .filter(Links::isLink)
                        .anyMatch(place -> words.links().isMissing(ref, place, target)));
    }

    /** Who is in a CRM, and may enter from it, is in the other one, too, and known to be the same. */
    private void requirePaired(RecordRef ref, Set<Someone> paired, Map<RecordRef, PersonId> owners) {
        Someone someone = people.owner(ref).map(Someone::known).orElseThrow();
        boolean whole = someone.isLoose() || paired.contains(someone) && owners.containsKey(ref);
        if (!whole && enters(ref)) {
            throw new Violation(Claim.IN_STEP, someone + " is there as " + ref + " and in the other CRM not at all");
        }
    }

    private boolean enters(RecordRef ref) {
        Words words = people.words();
        Map<FieldName, FieldValue> read = new LinkedHashMap<>();
        Mapping mapping = world.setup().mapping(ref.type());
        mapping.rules()
                .forEach(rule -> words.place(ref.crm(), ref.type(), rule)
                        .filter(p -> !words.links().isSilent(ref, p))
                        .ifPresent(p -> words.held(ref, p)
                                .flatMap(held -> Words.neutral(p, held))
                                .ifPresent(v -> read.put(rule.name(), v))));
        return Optional.ofNullable(mapping.entry().get(ref.crm()))
                .flatMap(entry -> entry.failing(new Fields(read)))
                .isEmpty();
    }
}
