package io.smarketing.core.sync.watch;

import io.smarketing.core.alert.Alert;
import io.smarketing.core.lead.Fingerprint;
import io.smarketing.core.person.Person;
import io.smarketing.core.sla.BusinessHours;
import io.smarketing.core.sla.clock.Mark;
import io.smarketing.core.sla.clock.Promise;
import io.smarketing.core.sla.clock.Reading;
import io.smarketing.core.sla.terms.Recipient;
import io.smarketing.core.sync.Posting;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One promise at risk or broken, in the words in which people are told of it. */
record Escalation(Person person, ClockRow row, Promise promise, Mark mark) {

    /** A task for the owner of the record in each of these CRMs, if there is something to be done still. */
    List<Posting> tasks(Collection<Recipient> to) {
        return row.reading().state().isOpen() ? tidings().tasks(to, due()) : List.of();
    }

    /** What is told to the others. */
    List<Alert> alerts(Collection<Recipient> to) {
        return tidings().alerts(to);
    }

    private Tidings tidings() {
        return new Tidings(person, event(), title(), facts(), mark.at());
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
        facts.put("Due", Tidings.WHEN.format(due()));
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
