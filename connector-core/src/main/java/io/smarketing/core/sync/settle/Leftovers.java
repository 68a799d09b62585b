package io.smarketing.core.sync.settle;

import io.smarketing.core.crm.record.CrmId;
import io.smarketing.core.lead.FieldName;
import io.smarketing.core.lead.FieldValue;
import io.smarketing.core.mapping.FieldPlace;
import io.smarketing.core.mapping.FieldRule;
import io.smarketing.core.merge.Half;
import io.smarketing.core.person.Person;
import io.smarketing.core.sync.told.Pairing;
import io.smarketing.core.sync.told.Told;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What an earlier pass left in the fields of sales' feedback. Its halves say that it stands in for a blank, so it reads as
 * blank until it is emptied, however often that takes. Pure.
 *
 * @param rules the fields that a new pass begins without
 */
record Leftovers(List<FieldRule> rules) {

    /** True if the record still holds something that is to be emptied. */
    boolean lieIn(Person person, Told told) {
        return isLater(person) && rules.stream().anyMatch(rule -> lies(rule, person, told));
    }

    /** A new pass has begun: what these fields hold on either side belongs to the one before. */
    void leave(Draft draft, Set<FieldName> fields, Pairing pairing) {
        for (FieldRule rule : rules) {
            if (fields.contains(rule.name())) {
                draft.forget(rule.name());
                sides(pairing).forEach(told -> leave(draft, rule, told));
            }
        }
    }

    /** Empties what earlier passes left and nobody has put something new into. */
    void empty(Draft draft, Person person, Pairing pairing) {
        if (isLater(person)) {
            sides(pairing)
                    .forEach(told -> rules.stream()
                            .filter(rule -> lies(rule, person, told) && !draft.writes(told.crm(), rule.name()))
                            .forEach(rule -> empty(draft, rule, told)));
        }
    }

    private static void leave(Draft draft, FieldRule rule, Told told) {
        place(rule, told).ifPresent(place -> {
            FieldValue now = told.record().fields().get(place.spec().name()).orElse(FieldValue.BLANK);
            boolean stands = !now.isBlank();
            Half half = new Half(now, false, stands, rule.fingerprint(), Optional.empty());
            draft.halves(rule.name(), Map.of(told.crm(), half));
            if (stands) {
                empty(draft, rule, told);
            }
        });
    }

    private static void empty(Draft draft, FieldRule rule, Told told) {
        CrmId crm = told.crm();
        Half blank = Half.settled(FieldValue.BLANK, rule.fingerprint());
        place(rule, told).ifPresent(place -> draft.write(crm, place, FieldValue.BLANK, Map.of(crm, blank)));
    }

    private static boolean lies(FieldRule rule, Person person, Told told) {
        return place(rule, told).isPresent() && Sides.standsIn(rule, person, told);
    }

    private static Optional<FieldPlace> place(FieldRule rule, Told told) {
        return told.map().place(rule.name()).filter(p -> p.isWritable() && p.takesBlank());
    }

    private static boolean isLater(Person person) {
        return person.progress().pass().number() > 1;
    }

    private static Stream<Told> sides(Pairing pairing) {
        return Stream.concat(Stream.of(pairing.source()), pairing.target().stream());
    }
}
