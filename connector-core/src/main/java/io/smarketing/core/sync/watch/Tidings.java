package io.smarketing.core.sync.watch;

import io.smarketing.core.alert.Alert;
import io.smarketing.core.crm.notice.Notice;
import io.smarketing.core.crm.notice.Task;
import io.smarketing.core.crm.record.CrmId;
import io.smarketing.core.person.Holding;
import io.smarketing.core.person.Person;
import io.smarketing.core.sla.terms.Recipient;
import io.smarketing.core.sla.terms.Recipient.Way;
import io.smarketing.core.sync.Posting;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Something about a person that people are told.
 *
 * @param event the same whenever it is found
 * @param title one line without a value
 * @param facts what there is to say, by its name
 */
record Tidings(Person person, String event, String title, Map<String, String> facts, Instant at) {

    static final DateTimeFormatter WHEN = DateTimeFormatter.ofPattern("d MMM uuuu, HH:mm VV", Locale.ENGLISH);

    /** A task for the owner of the record in each of these CRMs. */
    List<Posting> tasks(Collection<Recipient> to, ZonedDateTime due) {
        return to.stream()
                .filter(r -> r.way() == Way.TASK)
                .flatMap(r -> person.in(new CrmId(r.to())).stream())
                .map(held -> task(held, due))
                .toList();
    }

    private Posting task(Holding held, ZonedDateTime due) {
        String body = facts.entrySet().stream()
                .map(fact -> fact.getKey() + ": " + fact.getValue())
                .collect(Collectors.joining("\n"));
        Task task = new Task(due, Optional.empty());
        return Posting.of(
                person.id(),
                new Notice(event, held.principal(), title + ", due " + WHEN.format(due), body, at, Optional.of(task)));
    }

    /** What is told to the others. */
    List<Alert> alerts(Collection<Recipient> to) {
        return to.stream()
                .filter(r -> r.way() != Way.TASK)
                .map(r -> new Alert(event, r, Optional.of(person.id()), title, withLead(), at))
                .toList();
    }

    /** Who looks at no record is told which it is. */
    private Map<String, String> withLead() {
        Map<String, String> all = new LinkedHashMap<>();
        person.email().ifPresent(email -> all.put("Lead", email.address()));
        person.holdings()
                .forEach((crm, held) -> all.put(
                        "In " + crm,
                        held.principal().type().name() + " " + held.principal().id()));
        all.putAll(facts);
        return all;
    }
}
