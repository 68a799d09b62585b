package io.smarketing.core.sync.watch;

import io.smarketing.core.lead.Fields;
import io.smarketing.core.lifecycle.Lifecycle;
import io.smarketing.core.person.Person;
import io.smarketing.core.sla.clock.Clock;
import io.smarketing.core.sla.clock.Promise;
import io.smarketing.core.sla.clock.Signal;
import io.smarketing.core.sla.terms.Segment;
import io.smarketing.core.sla.terms.Terms;
import io.smarketing.core.sla.terms.Versions;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Judges a handoff by the terms that were in force when it began, for the segment that the lead was in when it was first
 * looked at: neither changes afterwards, nor that nothing was promised to it. Only the first try to reach a person was
 * looked for before a version was accepted, whoever it was: a promise of more tries, or of the owner's, begins with it.
 *
 * @param from the stage with which leads are handed over
 */
record Assessment(String from, Lifecycle lifecycle, Versions versions) {

    /**
     * All clocks of the present pass.
     *
     * @param before the same, as they were judged before
     * @param lead what is known of the lead
     */
    List<ClockRow> of(Person person, List<ClockRow> before, Instant upTo, Supplier<Fields> lead) {
        Optional<Instant> handed = HandoffSignals.handedOver(person.progress(), from);
        Optional<ClockRow> chosen = before.stream().findFirst();
        Optional<Terms> known =
                chosen.isPresent() ? versions.version(chosen.get().version()) : handed.flatMap(versions::at);
        if (known.isEmpty()) {
            return before;
        }
        Terms terms = known.get();
        String segment = chosen.map(ClockRow::segment)
                .orElseGet(() -> terms.of(lead.get()).map(Segment::name).orElse(""));
        int pass = person.progress().pass().number();
        List<Signal> signals = HandoffSignals.of(person.progress(), from, lifecycle);
        List<ClockRow> rows = terms.named(segment).stream()
                .flatMap(s -> s.promises().stream())
                .filter(p -> !looksFurther(p)
                        || handed.filter(terms.accepted()::isAfter).isEmpty())
                .map(p -> new ClockRow(
                        person.id(), pass, p.name(), terms.version(), segment, new Clock(p).read(signals, upTo)))
                .toList();
        if (rows.isEmpty() && before.isEmpty()) {
            return List.of(ClockRow.nothing(person.id(), pass, terms.version(), segment));
        }
        return rows.isEmpty() ? before : rows;
    }

    private static boolean looksFurther(Promise promise) {
        return promise.times() > 1 || promise.on().stop().contains(HandoffSignals.TOUCHED_BY_OWNER);
    }
}
