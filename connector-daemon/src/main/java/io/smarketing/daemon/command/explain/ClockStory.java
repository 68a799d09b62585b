package io.smarketing.daemon.command.explain;

import io.smarketing.core.crm.record.Subject;
import io.smarketing.core.journal.JournalLine;
import io.smarketing.core.journal.JournalLine.Event;
import io.smarketing.core.lead.FieldName;
import io.smarketing.core.lifecycle.Moment;
import io.smarketing.core.person.Person;
import io.smarketing.core.sla.clock.Clock;
import io.smarketing.core.sla.clock.Promise;
import io.smarketing.core.sla.clock.Reading;
import io.smarketing.core.sla.clock.Signal;
import io.smarketing.core.sla.terms.Versions;
import io.smarketing.core.sync.watch.ClockRow;
import io.smarketing.core.sync.watch.Excuse;
import io.smarketing.core.sync.watch.HandoffSignals;
import io.smarketing.core.sync.watch.SpeedToLead;
import io.smarketing.daemon.config.Configuration;
import io.smarketing.daemon.wiring.Ratification;
import io.smarketing.store.SqliteStore;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * How the promises about one person ran, and how long each part of the way took.
 *
 * @param lag from the handoff until we knew of it: ours, and billed to nobody
 * @param routing from then until a human owned the lead
 * @param human from then until a human first tried to reach the person
 * @param touchedByOwner when whoever owned the lead first tried to, where a promise asks for that
 * @param ownerChanges when a changed owner was carried over since then: no clock begins anew with that
 */
record ClockStory(
        Person person,
        Optional<Duration> lag,
        Optional<Duration> routing,
        Optional<Duration> human,
        Optional<Instant> touchedByOwner,
        List<Instant> ownerChanges,
        List<One> clocks) {

    /**
     * One promise.
     *
     * @param promise as it was agreed; empty if that version of the agreement cannot be read any more
     * @param told with all its time; without it if it is of an earlier pass, or nothing is heard of the person
     * @param excuses what was said to excuse it
     */
    record One(ClockRow row, Optional<Promise> promise, Optional<Reading.Told> told, List<Excuse> excuses) {

        One with(List<Excuse> all) {
            return new One(
                    row, promise, told, all.stream().filter(e -> e.isOf(row)).toList());
        }
    }

    /** As far as both CRMs had been read. */
    static ClockStory of(Person person, Configuration configuration, SqliteStore store) {
        Instant upTo =
                store.overview(configuration.mappings().keySet()).readUpTo().orElse(Instant.EPOCH);
        Versions versions = new Ratification(configuration, store).versions();
        String from = configuration.mapping().handoff().map(h -> h.from()).orElse("");
        List<Signal> signals = HandoffSignals.of(
                person.progress(), from, configuration.mapping().lifecycle());
        List<Excuse> excuses = store.clocks().excuses(Set.of(person.id()));
        List<One> clocks = store.clocks().clocks(Set.of(person.id())).stream()
                .filter(ClockRow::isPromise)
                .map(row -> one(person, row, versions, signals, upTo).with(excuses))
                .toList();
        SpeedToLead speed = SpeedToLead.of(person.progress(), from);
        return new ClockStory(
                person,
                speed.lag(),
                speed.routing(),
                speed.human(),
                person.progress().handover().at(Moment.TOUCHED_BY_OWNER),
                SpeedToLead.known(person.progress(), from)
                        .map(since -> ownerChanges(person, configuration, store, since))
                        .orElse(List.of()),
                clocks);
    }

    private static List<Instant> ownerChanges(
            Person person, Configuration configuration, SqliteStore store, Instant since) {
        Optional<FieldName> owner = configuration.mapping().owner();
        return store.overview(Set.of(Subject.PEOPLE)).journal(person.id(), Integer.MAX_VALUE).stream()
                .filter(line -> line.event() == Event.UPDATED && line.at().isAfter(since))
                .filter(line -> owner.filter(line.fields()::contains).isPresent())
                .map(JournalLine::at)
                .sorted()
                .toList();
    }

    private static One one(Person person, ClockRow row, Versions versions, List<Signal> signals, Instant upTo) {
        Optional<Promise> promise = versions.promise(row.version(), row.segment(), row.promise());
        boolean now = row.pass() == person.progress().pass().number() && HandoffSignals.areHeard(person);
        return new One(row, promise, promise.filter(p -> now).map(p -> new Clock(p).tell(signals, upTo)), List.of());
    }
}
