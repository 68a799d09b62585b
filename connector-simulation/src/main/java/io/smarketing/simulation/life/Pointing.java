package io.smarketing.simulation.life;

import io.smarketing.core.crm.record.RecordRef;
import io.smarketing.core.crm.record.RecordType;
import io.smarketing.core.mapping.FieldPlace;
import io.smarketing.simulation.people.Links;
import io.smarketing.simulation.people.People;
import io.smarketing.simulation.world.World;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** How people have one record point at others: each CRM has its own way. */
final class Pointing {

    private static final String AND = ";";

    private final World world;
    private final People people;
    private final Links links;

    Pointing(World world, People people) {
        this.world = world;
        this.people = people;
        this.links = people.words().links();
    }

    /** Whom a number means, by their ids; where there may be many, one more or one less than there are. */
    Optional<String> fresh(RecordRef ref, FieldPlace place, int number) {
        Optional<String> one = nearest(ref, place, number);
        if (!Links.isMany(place)) {
            return one;
        }
        Set<String> ids = new LinkedHashSet<>();
        links.ends(ref, place).forEach(end -> ids.add(end.id()));
        if (number % 3 == 0 && ids.size() > 1) {
            ids.remove(ids.iterator().next());
        }
        one.ifPresent(ids::add);
        return Optional.of(String.join(AND, ids)).filter(text -> !text.isEmpty());
    }

    private Optional<String> nearest(RecordRef ref, FieldPlace place, int number) {
        RecordType type = world.types(ref.crm(), Links.subject(place)).get(0);
        return people.words().inside(ref.crm()).ids(world.object(ref.crm(), type)).stream()
                .map(id -> new RecordRef(ref.crm(), type, id))
                .filter(end -> people.owner(end).isPresent())
                .min(Comparator.comparingInt(end -> people.distance(end, number)))
                .map(RecordRef::id);
    }

    /** Has a record point at those, and at nobody else, as far as the CRM lets it be done. */
    boolean point(RecordRef ref, FieldPlace place, String ids, Deeds deeds) {
        if (ref.crm().equals(world.portal().id()) || !Links.isMany(place)) {
            return deeds.act(ref, "set", links.column(ref, place).text(), ids);
        }
        List<String> missing = new ArrayList<>(List.of(ids.split(AND)));
        missing.remove("");
        for (RecordRef role : links.roles(ref)) {
            if (!missing.remove(links.person(role))) {
                deeds.act(role, "delete", "", "");
            }
        }
        missing.forEach(
                person -> deeds.create(ref.crm(), Links.ROLE, Map.of("OpportunityId", ref.id(), "ContactId", person)));
        return true;
    }
}
