package io.smarketing.store;

import io.smarketing.core.alert.Alert;
import io.smarketing.core.alert.AlertBook;
import io.smarketing.core.alert.Message;
import io.smarketing.core.alert.Pause;
import io.smarketing.core.sla.terms.Recipient;
import io.smarketing.store.clock.Alerts;
import io.smarketing.store.clock.Pauses;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;

/** The alert book over its table. */
record SqlAlertBook(Books books) implements AlertBook {

    @Override
    public void add(List<Alert> alerts) {
        books.change(rows -> new Alerts(rows).add(alerts));
    }

    @Override
    public Set<Recipient> waiting(Recipient.Way way) {
        return books.ask(rows -> new Alerts(rows).waiting(way));
    }

    @Override
    public Optional<Message> next(Recipient to, int most, Set<String> but) {
        AtomicReference<Optional<Message>> next = new AtomicReference<>(Optional.empty());
        books.change(rows -> next.set(new Alerts(rows).next(to, most, but)));
        return next.get();
    }

    @Override
    public void close(Message message) {
        books.change(rows -> new Alerts(rows).close(message));
    }

    @Override
    public List<Pause> pauses() {
        return books.ask(rows -> new Pauses(rows).all());
    }

    @Override
    public void rest(Pause pause) {
        books.change(rows -> new Pauses(rows).store(pause));
    }

    @Override
    public void wake(Set<String> who) {
        books.change(rows -> new Pauses(rows).forget(who));
    }

    @Override
    public Map<Recipient.Way, Long> unsent() {
        return books.ask(rows -> new Alerts(rows).unsent());
    }
}
