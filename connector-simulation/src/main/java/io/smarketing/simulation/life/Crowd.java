package io.smarketing.simulation.life;

import io.smarketing.core.crm.record.CrmId;
import io.smarketing.core.crm.record.RecordRef;
import io.smarketing.core.crm.record.RecordType;
import io.smarketing.core.crm.record.Subject;
import io.smarketing.core.lead.FieldName;
import io.smarketing.simulation.people.People;
import io.smarketing.simulation.people.Someone;
import io.smarketing.simulation.people.Words;
import io.smarketing.simulation.world.World;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The records of both CRMs as the people in front of them see them, and what is done to whole records. */
final class Crowd {

    private static final String CONVERTED_TO = "Converted%sId";
    private static final RecordType CONTACT = new RecordType("Contact");
    private static final RecordType DEAL = new RecordType("deal");
    private static final FieldName DEAL_NAME = FieldName.of("dealname");
    /** What a conversion makes beside the contact. */
    private static final List<RecordType> BESIDE = List.of(new RecordType("Account"), new RecordType("Opportunity"));

    private final World world;
    private final People people;
    private final Words words;
    private final Deeds deeds;
    private final Map<CrmId, List<RecordRef>> there = new HashMap<>();
    private final List<RecordRef> graves = new ArrayList<>();

    Crowd(World world, People people, Deeds deeds) {
        this.world = world;
        this.people = people;
        this.words = people.words();
        this.deeds = deeds;
    }

    /** Sees what the engine has made meanwhile. */
    void look() {
        there.clear();
        people.live().forEach(this::appear);
    }

    private void appear(RecordRef ref) {
        there.computeIfAbsent(ref.crm(), c -> new ArrayList<>()).add(ref);
    }

    /** The live record of a CRM that a number means, of that subject. */
    Optional<RecordRef> pick(CrmId crm, Subject subject, int number) {
        List<RecordRef> all = there.computeIfAbsent(crm, c -> new ArrayList<>());
        List<RecordRef> some = new ArrayList<>(all);
        some.removeIf(ref -> !world.types(crm, subject).contains(ref.type()));
        while (!some.isEmpty()) {
            RecordRef ref = meant(some, number);
            if (people.isLive(ref)) {
                return Optional.of(ref);
            }
            some.remove(ref);
            all.remove(ref);
        }
        return Optional.empty();
    }

    /** The one whose human is nearest to the number, so that the same is meant when others are missing. */
    private RecordRef meant(List<RecordRef> refs, int number) {
        return Collections.min(refs, Comparator.comparingInt(ref -> people.distance(ref, number)));
    }

    /** The live record of the same human in the other CRM, if there is just one. */
    Optional<RecordRef> counterpart(RecordRef ref) {
        Optional<Someone> someone = people.owner(ref).map(Someone::known);
        List<RecordRef> others = there.entrySet().stream()
                .filter(e -> !e.getKey().equals(ref.crm()))
                .flatMap(e -> e.getValue().stream())
                .filter(r -> someone.isPresent()
                        && people.owner(r).map(Someone::known).equals(someone))
                .toList();
        return others.size() == 1 ? Optional.of(others.get(0)) : Optional.empty();
    }

    /** A newcomer in one CRM. */
    void make(CrmId crm, Subject subject, int variety) {
        make(crm, subject, variety, people.newcomer(deeds.next()));
    }

    void make(CrmId crm, Subject subject, int variety, Someone someone) {
        List<RecordType> types = world.types(crm, subject);
        boolean first = subject != world.setup().subject() || variety % 4 == 0;
        RecordType type = first ? types.get(0) : types.get(types.size() - 1);
        deeds.make(crm, type, someone).ifPresent(this::appear);
    }

    boolean convert(RecordRef lead) {
        if (!lead.type().name().equals("Lead") || !deeds.act(lead, "convert", "", "")) {
            return false;
        }
        RecordRef became = became(lead, CONTACT);
        people.converted(lead, became);
        there.getOrDefault(lead.crm(), List.of()).remove(lead);
        appear(became);
        List<RecordRef> beside = BESIDE.stream()
                .filter(words::isKnown)
                .map(type -> became(lead, type))
                .toList();
        beside.forEach(made -> people.madeBeside(made, people.newcomer(deeds.next())));
        beside.forEach(this::appear);
        beside.forEach(deeds::pointed);
        deeds.pointed(became);
        return true;
    }

    private RecordRef became(RecordRef lead, RecordType type) {
        FieldName field = FieldName.of(String.format(CONVERTED_TO, type));
        return new RecordRef(lead.crm(), type, words.peek(lead, field).orElseThrow());
    }

    boolean delete(RecordRef ref) {
        boolean done = deeds.act(ref, "delete", "", "");
        if (done) {
            bury(ref.crm());
        }
        return done;
    }

    /** What belongs to a deleted record is gone with it. */
    private void bury(CrmId crm) {
        List<RecordRef> gone = new ArrayList<>(there.getOrDefault(crm, List.of()));
        gone.removeIf(people::isLive);
        gone.stream().flatMap(ref -> people.owner(ref).stream()).forEach(people::loosened);
        there.getOrDefault(crm, List.of()).removeAll(gone);
        graves.addAll(gone);
    }

    boolean restore(int number) {
        if (graves.isEmpty()) {
            return false;
        }
        RecordRef ref = meant(graves, number);
        boolean portal = ref.crm().equals(world.portal().id());
        boolean done = deeds.act(ref, portal ? "restore" : "undelete", "", "");
        if (done) {
            List<RecordRef> back = graves.stream().filter(people::isLive).toList();
            graves.removeAll(back);
            back.forEach(one -> people.owner(one).ifPresent(someone -> people.restored(one, someone)));
            back.forEach(this::appear);
        }
        return done;
    }

    /** Two people turn out to be one: both are linked, and of one type. */
    boolean merge(RecordRef winner, RecordRef loser) {
        Optional<Someone> one = people.owner(winner).map(Someone::known);
        Optional<Someone> other = people.owner(loser).map(Someone::known);
        boolean two = one.isPresent()
                && other.isPresent()
                && !one.equals(other)
                && winner.type().equals(loser.type());
        Optional<String> address = address(winner);
        Optional<String> lost = address(loser);
        if (!two || address.isEmpty() || lost.isEmpty() || !isLinked(winner) || !isLinked(loser)) {
            return false;
        }
        boolean alone =
                words.inside(loser.crm()).find(words.object(loser), lost.get()).size() == 1
                        && words.inside(winner.crm())
                                        .find(words.object(winner), address.get())
                                        .size()
                                == 1;
        if (!alone || !deeds.act(winner, "merge", "", lost.get())) {
            return false;
        }
        String id = words.inside(winner.crm())
                .find(words.object(winner), address.get())
                .get(0);
        RecordRef into = new RecordRef(winner.crm(), winner.type(), id);
        people.merged(other.get(), one.get(), into);
        there.getOrDefault(loser.crm(), List.of()).removeAll(List.of(loser, winner));
        appear(into);
        return true;
    }

    private boolean isLinked(RecordRef ref) {
        return !people.keyOn(ref).isEmpty();
    }

    /** What a record is called by whoever merges it: people of the org call a company by its id, those of the portal a deal by name. */
    private Optional<String> address(RecordRef ref) {
        if (ref.type().equals(BESIDE.get(0))) {
            return Optional.of(ref.id());
        }
        if (ref.type().equals(DEAL)) {
            return words.peek(ref, DEAL_NAME).filter(name -> !name.isBlank());
        }
        return words.rules(ref.type()).stream()
                .filter(People::isAddress)
                .flatMap(r -> words.place(ref.crm(), ref.type(), r).stream())
                .flatMap(p -> words.peek(ref, p.spec().name()).stream())
                .filter(a -> !a.isEmpty())
                .findFirst();
    }
}
