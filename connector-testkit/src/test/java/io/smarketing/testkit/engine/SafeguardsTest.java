package io.smarketing.testkit.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.smarketing.core.crm.record.CrmId;
import io.smarketing.core.lead.FieldName;
import io.smarketing.core.merge.Half;
import io.smarketing.core.person.Holding;
import io.smarketing.core.person.Person;
import io.smarketing.core.sync.Ledger;
import io.smarketing.core.sync.WaveRecord;
import io.smarketing.testkit.crm.FakeHabits;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** Safeguards that are needed only where CRMs do what the simulated ones do not: each is taken away, and missed. */
final class SafeguardsTest {

    private static final String WHO = "lead-0001@example.com";

    /** A value may go to and fro that often before it is to be put aside. */
    private static final int MOST_WRITES = 4;

    @Test
    void withoutWavesTwoRecordsOfOneAddressMakeTwo() {
        assertThat(made(new Bench(FakeHabits.TALKATIVE, FakeHabits.TALKATIVE))).isOne();
        Bench faulty = new Bench(FakeHabits.TALKATIVE, FakeHabits.TALKATIVE);
        assertThat(made(faulty.waves(page -> page.isEmpty() ? List.of() : List.of(page))))
                .isEqualTo(2);
    }

    /** How many are made on the left of somebody whom two people typed in on the right at the same time. */
    private static int made(Bench bench) {
        bench.sync();
        bench.rightPerson(WHO);
        bench.rightPerson(WHO);
        bench.sync();
        return bench.left.records().size();
    }

    @Test
    void withoutTheBounceGuardAFieldGoesToAndFro() {
        assertThat(fought(new Bench())).isLessThanOrEqualTo(MOST_WRITES);
        assertThat(fought(new Bench().ledger(books -> recording(books, SafeguardsTest::withoutBounces))))
                .isGreaterThan(MOST_WRITES);
    }

    /** How often a field is written that something in the other CRM sets back each time. */
    private static long fought(Bench bench) {
        bench.rule(Rules.text("title").from(Bench.LEFT, true).rule());
        bench.leftPerson(WHO, "title", "ours", "company", "Acme");
        bench.sync();
        long writes = 0;
        for (int i = 0; i < 2 * MOST_WRITES; i++) {
            bench.clock.advance(Duration.ofMinutes(1));
            bench.right.edit(bench.rightRef(WHO), "title", "theirs");
            writes += bench.sync().all().writes();
        }
        return writes;
    }

    private static Person withoutBounces(Person person) {
        Person bare = person;
        for (Map.Entry<CrmId, Holding> held : person.holdings().entrySet()) {
            Map<FieldName, Half> halves = new LinkedHashMap<>(held.getValue().halves());
            halves.replaceAll((f, h) -> new Half(h.value(), h.pending(), h.standIn(), h.mapping(), Optional.empty()));
            bare = bare.with(held.getKey(), held.getValue().with(halves));
        }
        return bare;
    }

    /** A ledger that remembers something else of each person. */
    private static Ledger recording(Ledger real, UnaryOperator<Person> faulty) {
        return (Ledger) Proxy.newProxyInstance(
                Ledger.class.getClassLoader(), new Class<?>[] {Ledger.class}, (proxy, method, args) -> {
                    try {
                        return method.getName().equals("record")
                                ? method.invoke(real, recorded((WaveRecord) args[0], faulty))
                                : method.invoke(real, args);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    private static WaveRecord recorded(WaveRecord w, UnaryOperator<Person> faulty) {
        return new WaveRecord(
                w.people().stream().map(faulty).toList(),
                w.sightings(),
                w.answered(),
                w.cleared(),
                w.parked(),
                w.journal(),
                w.forgotten(),
                w.testimonies());
    }
}
