package io.smarketing.store;

import io.smarketing.core.handoff.Testimony;
import io.smarketing.core.person.Person;
import io.smarketing.core.person.PersonId;
import io.smarketing.core.sla.clock.State;
import io.smarketing.core.sync.watch.ClockBook;
import io.smarketing.core.sync.watch.ClockRow;
import io.smarketing.core.sync.watch.Excuse;
import io.smarketing.core.sync.watch.Looked;
import io.smarketing.store.clock.Alerts;
import io.smarketing.store.clock.Clocks;
import io.smarketing.store.clock.Dues;
import io.smarketing.store.clock.Excuses;
import io.smarketing.store.handoff.HandoffLedger;
import io.smarketing.store.table.Journal;
import io.smarketing.store.table.Notices;
import io.smarketing.store.table.People;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The clock book over the tables. */
record SqlClockBook(Books books) implements ClockBook {

    @Override
    public List<PersonId> due(Instant upTo, int most) {
        return books.ask(rows -> new Dues(rows).due(upTo, most));
    }

    @Override
    public List<ClockRow> clocks(Collection<PersonId> people) {
        return people.isEmpty() ? List.of() : books.ask(rows -> new Clocks(rows).of(people));
    }

    @Override
    public void record(Looked looked) {
        books.change(rows -> {
            new People(rows).store(looked.people());
            new Clocks(rows).store(looked.clocks());
            new Journal(rows).add(looked.journal());
            new Notices(rows).add(looked.tasks());
            new Alerts(rows).add(looked.alerts());
            new HandoffLedger(rows).told(looked.moves());
            new Dues(rows)
                    .looked(
                            looked.next(),
                            looked.people().stream().map(Person::id).toList());
        });
    }

    @Override
    public Set<PersonId> untold(int most) {
        return books.ask(rows -> new Dues(rows).untold(most));
    }

    @Override
    public void told(Collection<PersonId> people) {
        if (!people.isEmpty()) {
            books.change(rows -> new Dues(rows).told(people));
        }
    }

    @Override
    public List<Testimony> escalated(int most) {
        return books.ask(rows -> new HandoffLedger(rows).escalated(most));
    }

    @Override
    public Map<State, Long> byState() {
        return books.ask(rows -> new Clocks(rows).byState());
    }

    @Override
    public void excuse(Excuse excuse) {
        books.change(rows -> new Excuses(rows).add(excuse));
    }

    @Override
    public List<Excuse> excuses(Collection<PersonId> people) {
        return people.isEmpty() ? List.of() : books.ask(rows -> new Excuses(rows).of(people));
    }

    @Override
    public long excused() {
        return books.ask(rows -> new Excuses(rows).broken());
    }
}
