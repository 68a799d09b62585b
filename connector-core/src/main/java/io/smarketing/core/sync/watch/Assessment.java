package io.smarketing.core.sync.watch;

import io.smarketing.core.lead.Fields;
import io.smarketing.core.person.Person;
import io.smarketing.core.person.PersonId;
import io.smarketing.core.sla.clock.Clock;
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
 * looked at: neither changes afterwards.
 *
 * @param from the stage with which leads are handed over
 */
record Assessment(String from, Versions versions) {

    /**
     * All clocks of the present pass.
     *
     * @param before the same, as they were judged before
     * @param lead what is known of the lead
     */
    List<ClockRow> of(Person person, List<ClockRow> before, Instant upTo, Supplier<Fields> lead) {
        Optional<ClockRow> chosen = before.stream().findFirst();
        Optional<Terms> terms = chosen.isPresent()
                ? versions.version(chosen.get().version())
                : HandoffSignals.handedOver(person.progress(), from).flatMap(versions::at);
        Optional<Segment> segment =
                terms.flatMap(t -> chosen.isPresent() ? t.named(chosen.get().segment()) : t.of(lead.get()));
        if (segment.isEmpty()) {
            return before;
        }
        PersonId id = person.id();
        int pass = person.progress().pass().number();
        String version = terms.get().version();
        List<Signal> signals = HandoffSignals.of(person.progress(), from);
        return segment.get().promises().stream()
                .map(p -> new ClockRow(
                        id, pass, p.name(), version, segment.get().name(), new Clock(p).read(signals, upTo)))
                .toList();
    }
}
