package io.smarketing.core.commitment;

import io.smarketing.core.alert.Alert;
import io.smarketing.core.lead.FieldType;
import io.smarketing.core.lead.Fields;
import io.smarketing.core.lifecycle.Handoff;
import io.smarketing.core.mapping.FieldRule;
import io.smarketing.core.mapping.Mapping;
import io.smarketing.core.person.Person;
import io.smarketing.core.person.PersonBook;
import io.smarketing.core.person.PersonId;
import io.smarketing.core.person.Remembered;
import io.smarketing.core.sla.terms.Commitment;
import io.smarketing.core.sla.terms.Escalations;
import io.smarketing.core.sla.terms.Period;
import io.smarketing.core.sla.terms.Recipient.Way;
import io.smarketing.core.sla.terms.Terms;
import io.smarketing.core.sla.terms.Versions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Counts each lead that marketing delivers when it is first known, and judges each period once, when it is over. */
public final class PeriodWatch {

    private static final int AT_ONCE = 500;

    /** So late a change may come to light in a CRM's search, after it was read past that time. */
    private static final Duration SURE = Duration.ofMinutes(15);

    private final Mapping mapping;
    private final Versions versions;
    private final PersonBook people;
    private final CommitmentBook book;
    private final Set<Way> ways;

    /** @param ways how people can be told of what is missed */
    public PeriodWatch(Mapping mapping, Versions versions, PersonBook people, CommitmentBook book, Set<Way> ways) {
        this.mapping = mapping;
        this.versions = versions;
        this.people = people;
        this.book = book;
        this.ways = Set.copyOf(ways);
    }

    /**
     * Counts who was not counted, then judges what is over for some minutes.
     *
     * @param upTo all that happened until then is known
     * @param remembered tells what the books know of a person
     * @param between run after each few people
     */
    public void look(Instant upTo, Remembered remembered, Runnable between) {
        List<Reached> news = book.uncounted(AT_ONCE);
        while (!news.isEmpty()) {
            book.count(news, counted(news, remembered));
            between.run();
            news = book.uncounted(AT_ONCE);
        }
        List<Verdict> over = new Reckoning(versions, book, asked -> owners(asked, remembered)).over(upTo.minus(SURE));
        if (!over.isEmpty()) {
            book.judge(over, over.stream().flatMap(v -> alerts(v).stream()).toList());
        }
    }

    /** As it was agreed when the period was over; tasks show all misses anyway. */
    private List<Alert> alerts(Verdict verdict) {
        if (verdict.score().isKept()) {
            return List.of();
        }
        return versions.at(verdict.at()).stream()
                .flatMap(terms -> terms.escalations().by(ways).of(Escalations.MISSED).stream())
                .filter(to -> to.way() != Way.TASK)
                .map(verdict::alert)
                .toList();
    }

    private List<Counted> counted(List<Reached> news, Remembered remembered) {
        Set<String> stages = versions.all().stream()
                .flatMap(t -> t.commitments().marketing().stream())
                .map(Commitment::stage)
                .collect(Collectors.toSet());
        List<Reached> promised =
                news.stream().filter(r -> stages.contains(r.stage())).toList();
        Map<PersonId, Person> known =
                people.people(promised.stream().map(Reached::person).collect(Collectors.toSet()));
        List<Counted> counted = new ArrayList<>();
        for (Reached reached : promised) {
            Optional.ofNullable(known.get(reached.person()))
                    .map(p -> remembered.fields(mapping.rules(), p))
                    .ifPresent(lead -> counted.addAll(counted(reached, lead)));
        }
        return counted;
    }

    private List<Counted> counted(Reached reached, Fields lead) {
        List<Counted> counted = new ArrayList<>();
        String source =
                mapping.handoff().flatMap(Handoff::source).map(lead::text).orElse("");
        for (Terms terms : versions.all()) {
            for (Commitment c : terms.commitments().marketing()) {
                Period period = Period.of(c.every(), reached.at(), c.hours().zone());
                boolean judged = versions.of(period).filter(terms::equals).isPresent();
                if (judged && c.stage().equals(reached.stage()) && c.takes(lead)) {
                    counted.add(new Counted(
                            reached,
                            c.name(),
                            period,
                            source,
                            terms.commitments().persona(lead)));
                }
            }
        }
        return counted;
    }

    /** The addresses of owners, where the mapping has a field for them. */
    private Map<PersonId, String> owners(Collection<PersonId> asked, Remembered remembered) {
        Optional<FieldRule> rule = mapping.rules().stream()
                .filter(r -> r.type() == FieldType.OWNER)
                .findFirst();
        Map<PersonId, String> owners = new HashMap<>();
        if (rule.isPresent()) {
            people.people(new HashSet<>(asked))
                    .values()
                    .forEach(p -> owners.put(
                            p.id(),
                            remembered
                                    .fields(List.of(rule.get()), p)
                                    .text(rule.get().name())));
        }
        return owners;
    }
}
