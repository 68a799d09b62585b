package io.smarketing.core.sync.watch;

import io.smarketing.core.feedback.Answer;
import io.smarketing.core.feedback.FeedbackBook;
import io.smarketing.core.feedback.Returned;
import io.smarketing.core.lead.FieldName;
import io.smarketing.core.lead.Fields;
import io.smarketing.core.lifecycle.Handoff;
import io.smarketing.core.lifecycle.Handover;
import io.smarketing.core.lifecycle.Moment;
import io.smarketing.core.mapping.Mapping;
import io.smarketing.core.person.Person;
import io.smarketing.core.person.PersonId;
import io.smarketing.core.person.Remembered;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Notes leads that sales has sent back, and what marketing answers in the field that is mapped for it. */
record ReturnWatch(Mapping mapping, FeedbackBook book) {

    private static final String IN_THE_FIELD = "the field in the CRM";

    /** @param people of whom something was recorded */
    void look(Collection<Person> people, Instant upTo, Remembered remembered) {
        List<Returned> returned = new ArrayList<>();
        List<Answer> answers = new ArrayList<>();
        mapping.handoff()
                .ifPresent(handoff -> people.stream()
                        .filter(p -> p.progress().handover().at(Moment.REJECTED).isPresent())
                        .forEach(p -> {
                            Fields lead = remembered.fields(mapping.rules(), p);
                            Returned one = returned(p, handoff, lead);
                            returned.add(one);
                            Optional.of(text(lead, handoff.answers().change()))
                                    .filter(change -> !change.isBlank())
                                    .map(change -> new Answer(p.id(), one.pass(), upTo, IN_THE_FIELD, change))
                                    .ifPresent(answers::add);
                        }));
        book.sentBack(returned);
        book.answer(answers);
    }

    /** What was answered past the CRMs, by who is to show it: whoever has begun another pass since shows it no more. */
    Map<PersonId, String> unshown(List<Answer> answers, Collection<Person> people) {
        Map<PersonId, String> changes = new LinkedHashMap<>();
        Map<PersonId, Integer> passes = people.stream()
                .collect(Collectors.toMap(Person::id, p -> p.progress().pass().number()));
        if (mapping.handoff().flatMap(h -> h.answers().change()).isPresent()) {
            answers.stream()
                    .filter(a -> Optional.of(a.pass()).equals(Optional.ofNullable(passes.get(a.person()))))
                    .forEach(a -> changes.put(a.person(), a.change()));
        }
        return changes;
    }

    private static Returned returned(Person person, Handoff handoff, Fields lead) {
        Handover handover = person.progress().handover();
        Instant at = handover.at(Moment.REJECTED).orElseThrow();
        return new Returned(
                person.id(),
                person.progress().pass().number(),
                at,
                text(lead, handoff.answers().verdict()),
                text(lead, handoff.answers().reason()),
                handover.verdictBy(),
                handover.at(Moment.TOUCHED).filter(t -> !t.isAfter(at)).isPresent());
    }

    private static String text(Fields lead, Optional<FieldName> field) {
        return field.map(lead::text).orElse("");
    }
}
