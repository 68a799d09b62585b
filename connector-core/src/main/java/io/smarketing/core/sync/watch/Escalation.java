package io.smarketing.core.sync.watch;

import io.smarketing.core.alert.Alert;
import io.smarketing.core.crm.notice.Notice;
import io.smarketing.core.crm.notice.Task;
import io.smarketing.core.crm.record.CrmId;
import io.smarketing.core.lead.Fingerprint;
import io.smarketing.core.person.Holding;
import io.smarketing.core.person.Person;
import io.smarketing.core.sla.BusinessHours;
import io.smarketing.core.sla.clock.Mark;
import io.smarketing.core.sla.clock.Promise;
import io.smarketing.core.sla.clock.Reading;
import io.smarketing.core.sla.terms.Recipient;
import io.smarketing.core.sla.terms.Recipient.Way;
import io.smarketing.core.sync.Posting;
import java.time.Duration;
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

/** One promise at risk or broken, in the words in which people are told of it. */
record Escalation(Person person, ClockRow row, Promise promise, Mark mark) {

    private static final DateTimeFormatter WHEN = DateTimeFormatter.ofPattern("d MMM uuuu, HH:mm VV", Locale.ENGLISH);

    /** A task for the owner of the record in each of these CRMs, if there is something to be done still. */
    List<Posting> tasks(Collection<Recipient> to) {
        return to.stream()
                .filter(r -> r.way() == Way.TASK && row.reading().state().isOpen())
                .flatMap(r -> person.in(new CrmId(r.to())).stream())
                .map(this::task)
                .toList();
    }

    private Posting task(Holding held) {
        String body = facts().entrySet().stream()
                .map(fact -> fact.getKey() + ": " + fact.getValue())
                .collect(Collectors.joining("\n"));
        Task task = new Task(due(), Optional.empty());
        String title = title() + ", due " + WHEN.format(due());
        return Posting.of(
                person.id(), new Notice(event(), held.principal(), title, body, mark.at(), Optional.of(task)));
    }

    /** What is told to the others. */
    List<Alert> alerts(Collection<Recipient> to) {
        return to.stream()
                .filter(r -> r.way() != Way.TASK)
                .map(r -> new Alert(event(), r, Optional.of(person.id()), title(), withLead(), mark.at()))
                .toList();
    }

    /** The same for the same moment of the same promise, whenever it is found. */
    private String event() {
        return "sla-" + person.id() + "-" + row.pass() + "-" + Fingerprint.of(row.promise()) + "-"
                + mark.word().replaceAll("[^a-z0-9]+", "-").replaceAll("-$", "");
    }

    private String title() {
        return (mark.isBreach() ? "Broken: " : "At risk: ") + row.promise();
    }

    private Map<String, String> facts() {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("Promise", row.promise() + " within " + words(promise.within()) + time());
        facts.put("Due", WHEN.format(due()));
        Reading reading = row.reading();
        Duration over = reading.worked().minus(promise.within());
        if (mark.isBreach()) {
            facts.put("Late by", words(over) + time() + (reading.state().isOpen() ? " so far" : ", done by now"));
        } else {
            facts.put("Left", words(over.negated()) + time());
        }
        facts.put("Leads", row.segment() + ", agreement " + row.version());
        return facts;
    }

    /** Who looks at no record is told which it is. */
    private Map<String, String> withLead() {
        Map<String, String> facts = new LinkedHashMap<>();
        person.email().ifPresent(email -> facts.put("Lead", email.address()));
        person.holdings()
                .forEach((crm, held) -> facts.put(
                        "In " + crm,
                        held.principal().type().name() + " " + held.principal().id()));
        facts.putAll(facts());
        return facts;
    }

    private ZonedDateTime due() {
        Instant due = row.reading().due().orElse(mark.at());
        return due.atZone(promise.hours().zone());
    }

    private String time() {
        return promise.hours().equals(BusinessHours.ALWAYS) ? "" : " of working time";
    }

    /** In hours and minutes, rounded down. */
    private static String words(Duration time) {
        Duration told = time.isNegative() ? Duration.ZERO : time;
        String minutes = told.toMinutesPart() + " min";
        return told.toHours() == 0 ? minutes : told.toHours() + " h" + (told.toMinutesPart() == 0 ? "" : " " + minutes);
    }
}
