package io.smarketing.simulation;

import io.smarketing.core.crm.Change;
import io.smarketing.core.crm.ChangeFeed;
import io.smarketing.core.crm.ChangePage;
import io.smarketing.core.crm.Crm;
import io.smarketing.core.crm.RecordReader;
import io.smarketing.core.crm.RecordWriter;
import io.smarketing.core.crm.WriteCommand;
import io.smarketing.core.crm.record.CrmId;
import io.smarketing.core.person.Person;
import io.smarketing.core.person.PersonBook;
import io.smarketing.core.sync.Ledger;
import io.smarketing.core.sync.WaveRecord;
import io.smarketing.simulation.engine.PartedCrm;
import io.smarketing.simulation.engine.Twist;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;

/** Ways to put something faulty in the place of a port. */
final class Twists {

    private Twists() {}

    /** A twist of every CRM. */
    static Twist crm(UnaryOperator<Crm> faulty) {
        return new Twist() {
            @Override
            public Crm crm(Crm real) {
                return faulty.apply(real);
            }
        };
    }

    /** A twist of what the feeds tell. */
    static Twist feed(UnaryOperator<ChangeFeed> faulty) {
        return crm(real -> new PartedCrm(real, faulty.apply(real.changes()), real.reader(), real.writer()));
    }

    /** A twist of each page: some changes are left out. */
    static Twist pages(BiFunction<ChangePage, Change.Changed, Boolean> isTold) {
        return feed(real -> from -> {
            ChangePage page = real.read(from);
            List<Change> told = page.changes().stream()
                    .filter(c ->
                            !(c instanceof Change.Changed changed) || page.listing() || isTold.apply(page, changed))
                    .toList();
            return new ChangePage(told, page.next(), page.listing(), page.caughtUp(), page.readAt());
        });
    }

    static Twist reader(UnaryOperator<RecordReader> faulty) {
        return crm(real -> new PartedCrm(real, real.changes(), faulty.apply(real.reader()), real.writer()));
    }

    static Twist writer(BiFunction<CrmId, RecordWriter, RecordWriter> faulty) {
        return crm(real -> new PartedCrm(real, real.changes(), real.reader(), faulty.apply(real.id(), real.writer())));
    }

    /** A twist of each command before it is sent. */
    static Twist commands(BiFunction<CrmId, WriteCommand, WriteCommand> faulty) {
        return writer((crm, real) -> commands -> {
            List<WriteCommand> sent = new ArrayList<>();
            commands.forEach(c -> sent.add(faulty.apply(crm, c)));
            return real.write(sent);
        });
    }

    /** A twist of what is recorded of each wave. */
    static Twist waves(UnaryOperator<WaveRecord> faulty) {
        return new Twist() {
            @Override
            public Ledger ledger(Ledger real) {
                return like(
                        Ledger.class,
                        real,
                        (method, args) ->
                                method.equals("record") ? new Object[] {faulty.apply((WaveRecord) args[0])} : args);
            }
        };
    }

    /** Both. */
    static Twist both(Twist one, Twist other) {
        return new Twist() {
            @Override
            public Crm crm(Crm real) {
                return one.crm(other.crm(real));
            }

            @Override
            public PersonBook book(PersonBook real) {
                return one.book(other.book(real));
            }

            @Override
            public Ledger ledger(Ledger real) {
                return one.ledger(other.ledger(real));
            }
        };
    }

    /** A twist of what is remembered of each person. */
    static Twist people(UnaryOperator<Person> faulty) {
        return waves(w -> new WaveRecord(
                w.people().stream().map(faulty).toList(),
                w.sightings(),
                w.answered(),
                w.cleared(),
                w.parked(),
                w.journal(),
                w.forgotten(),
                w.testimonies()));
    }

    /** A twist of what memory tells. */
    static Twist memory(BiFunction<String, Object, Object> faulty) {
        return new Twist() {
            @Override
            public PersonBook book(PersonBook real) {
                return PersonBook.class.cast(Proxy.newProxyInstance(
                        PersonBook.class.getClassLoader(), new Class<?>[] {PersonBook.class}, (proxy, method, args) -> {
                            try {
                                return faulty.apply(method.getName(), method.invoke(real, args));
                            } catch (InvocationTargetException e) {
                                throw e.getCause();
                            }
                        }));
            }
        };
    }

    /** The same port, whose calls get other arguments. */
    static <T> T like(Class<T> port, T real, BiFunction<String, Object[], Object[]> faulty) {
        return port.cast(Proxy.newProxyInstance(port.getClassLoader(), new Class<?>[] {port}, (proxy, method, args) -> {
            try {
                return method.invoke(real, faulty.apply(method.getName(), args));
            } catch (InvocationTargetException e) {
                throw e.getCause();
            }
        }));
    }
}
