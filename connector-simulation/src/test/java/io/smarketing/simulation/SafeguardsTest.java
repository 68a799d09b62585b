package io.smarketing.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import io.smarketing.core.crm.Change;
import io.smarketing.core.crm.ChangePage;
import io.smarketing.core.crm.RecordReader;
import io.smarketing.core.crm.WriteCommand;
import io.smarketing.core.crm.record.Author;
import io.smarketing.core.crm.record.CrmId;
import io.smarketing.core.crm.record.CrmRecord;
import io.smarketing.core.crm.record.HistoryEntry;
import io.smarketing.core.crm.record.RecordRef;
import io.smarketing.core.lead.Email;
import io.smarketing.core.lead.FieldName;
import io.smarketing.core.person.Person;
import io.smarketing.core.person.Sighting;
import io.smarketing.core.sync.Ledger;
import io.smarketing.simulation.engine.PartedCrm;
import io.smarketing.simulation.engine.Twist;
import io.smarketing.simulation.life.Counts;
import io.smarketing.simulation.life.Operation;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Each safeguard is needed: a short life in which all claims hold breaks one once the safeguard is taken away. */
final class SafeguardsTest {

    /** What is taken away, the seed of a life that needs it, and the claim that then fails. */
    enum Safeguard {
        CREATE_ONCE_KEY(14, "a") {
            @Override
            List<Operation> life() {
                return operations(
                        "67 EXPIRED_SESSION 61985 602570 482401",
                        "69 NEW_IN_PORTAL 108484 63386 759382",
                        "78 NEW_IN_PORTAL 464989 508733 985350",
                        "113 STRIKE 197459 711 481819",
                        "127 STAGE 1010758 425971 328278",
                        "157 ROUND 0 0 0",
                        "161 EDIT_IN_PORTAL 42094 355743 872227");
            }

            @Override
            Twist without() {
                int[] made = new int[1];
                return Twists.commands((crm, c) -> c instanceof WriteCommand.Create create
                        ? new WriteCommand.Create(
                                create.type(), ++made[0] + "-" + create.key(), create.fields(), create.lane())
                        : c);
            }
        },
        UPDATES_BY_ID(1, "h") {
            @Override
            List<Operation> life() {
                return operations("42 NEW_IN_BOTH 954797 923121 319014");
            }

            @Override
            Twist without() {
                Map<RecordRef, String> keys = new HashMap<>();
                Twist ledger = Twists.waves(w -> {
                    w.people().forEach(p -> p.holdings().values().forEach(h -> keys.put(h.principal(), p.key())));
                    return w;
                });
                Twist upserts =
                        Twists.commands((crm, c) -> c instanceof WriteCommand.Update u && keys.containsKey(u.ref())
                                ? new WriteCommand.Create(u.ref().type(), keys.get(u.ref()), u.fields(), u.lane())
                                : c);
                return Twists.both(upserts, ledger);
            }
        },
        TIMES_OF_FIELDS_NOT_OF_RECORDS(23, "b") {
            @Override
            List<Operation> life() {
                return operations(
                        "124 NEW_IN_PORTAL 410331 624925 638734",
                        "131 ROUND 0 0 0",
                        "161 EDIT_IN_BOTH 608609 377182 619479",
                        "207 WAIT 496839 0 0",
                        "213 EDIT_IN_PORTAL 934317 978098 156670");
            }

            @Override
            Twist without() {
                return Twists.reader(real -> new Retold(real, SafeguardsTest::byRecord));
            }
        },
        TOMBSTONES(1, "d") {
            @Override
            List<Operation> life() {
                return operations(
                        "1 NEW_IN_PORTAL 1 0 0",
                        "2 REST 0 0 0",
                        "3 DELETE 1 0 0",
                        "4 REST 0 0 0",
                        "5 EDIT_IN_ORG 1 5 0");
            }

            @Override
            Twist without() {
                Twist memory = Twists.memory((question, answer) -> switch (question) {
                    case "sightings" -> kept((Map<?, ?>) answer, s -> ((Sighting) s).live());
                    case "people", "byKeys" ->
                        kept((Map<?, ?>) answer, p -> ((Person) p).holdings().size() == 2);
                    default -> answer;
                });
                return Twists.both(
                        memory,
                        Twists.people(p -> p.holdings().size() == 2
                                ? p
                                : new Person(
                                        p.id(),
                                        "forgotten-" + p.key(),
                                        p.email(),
                                        p.progress(),
                                        p.paused(),
                                        p.holdings())));
            }
        },
        CURSOR_AFTER_THE_LEDGER(1, "a") {
            @Override
            List<Operation> life() {
                List<Operation> life = new ArrayList<>(operations(
                        "1 NEW_IN_PORTAL 1 0 0", "2 ROUND 0 0 0", "3 ROUND 0 0 0", "4 EDIT_IN_PORTAL 1 4 0"));
                // longer than any look back reaches
                IntStream.range(5, 20).forEach(n -> life.addAll(operations(n + " WAIT 119 0 0")));
                life.addAll(operations("20 DEADLY_COMMIT 1 1 0", "21 ROUND 0 0 0"));
                return life;
            }

            @Override
            Twist without() {
                List<Ledger> ledgers = new ArrayList<>();
                Twist early = Twists.crm(real -> new PartedCrm(
                        real,
                        from -> {
                            ChangePage page = real.changes().read(from);
                            Ledger ledger = ledgers.get(ledgers.size() - 1);
                            ledger.move(ledger.bookmark(real.id()).passed(page));
                            return page;
                        },
                        real.reader(),
                        real.writer()));
                return Twists.both(early, new Twist() {
                    @Override
                    public Ledger ledger(Ledger real) {
                        ledgers.add(real);
                        return real;
                    }
                });
            }
        },
        ID_IN_THE_CURSOR(1, "a") {
            @Override
            List<Operation> life() {
                return operations("1 IMPORT 0 20 0");
            }

            /** A hundred are told, and on from the stamp of the last: others that bear it are told of never. */
            @Override
            Twist without() {
                Map<CrmId, Instant> place = new HashMap<>();
                return Twists.feed(real -> from -> {
                    ChangePage page = real.read(from);
                    List<Change.Changed> told = page.changes().stream()
                            .filter(Change.Changed.class::isInstance)
                            .map(Change.Changed.class::cast)
                            .filter(c ->
                                    c.stamp().isAfter(place.getOrDefault(c.ref().crm(), Instant.EPOCH)))
                            .sorted(Comparator.comparing(Change.Changed::stamp))
                            .toList();
                    Instant last = told.size() > 100 ? told.get(99).stamp() : Instant.MAX;
                    told.forEach(c -> place.merge(c.ref().crm(), c.stamp(), (x, y) -> x.isAfter(y) ? x : y));
                    List<Change> shown = IntStream.range(0, told.size())
                            .filter(n -> n < 100 || told.get(n).stamp().isAfter(last))
                            .<Change>mapToObj(told::get)
                            .toList();
                    return new ChangePage(shown, page.next(), page.listing(), page.caughtUp(), page.readAt());
                });
            }
        },
        READS_IN_BATCHES(1, "g") {
            @Override
            List<Operation> life() {
                return operations("1 IMPORT 0 100 0");
            }

            @Override
            Twist without() {
                return Twists.reader(OneByOne::new);
            }
        };

        private final long seed;
        private final String claim;

        Safeguard(long seed, String claim) {
            this.seed = seed;
            this.claim = claim;
        }

        abstract List<Operation> life();

        abstract Twist without();

        private static List<Operation> operations(String... told) {
            return List.of(told).stream().map(Operation::of).toList();
        }

        private static Map<?, ?> kept(Map<?, ?> all, Predicate<Object> isKept) {
            Map<Object, Object> kept = new LinkedHashMap<>(all);
            kept.values().removeIf(isKept.negate());
            return kept;
        }
    }

    /** The time of a record, taken for that of each of its fields. */
    private static Map<RecordRef, Map<FieldName, List<HistoryEntry>>> byRecord(
            RecordReader real, Collection<RecordRef> refs, Set<FieldName> fields) {
        Map<RecordRef, Map<FieldName, List<HistoryEntry>>> all = new HashMap<>();
        real.byRefs(refs).forEach((ref, record) -> {
            Map<FieldName, List<HistoryEntry>> each = new HashMap<>();
            fields.forEach(f -> record.fields()
                    .get(f)
                    .ifPresent(v -> each.put(f, List.of(new HistoryEntry(v, record.stamp(), Author.SOMEBODY_ELSE)))));
            all.put(ref, each);
        });
        return all;
    }

    /** What a CRM tells of the edits of fields. */
    @FunctionalInterface
    private interface History {
        Map<RecordRef, Map<FieldName, List<HistoryEntry>>> of(
                RecordReader real, Collection<RecordRef> refs, Set<FieldName> fields);
    }

    /** A reader that tells another history. */
    private record Retold(RecordReader real, History history) implements RecordReader {

        @Override
        public Map<RecordRef, CrmRecord> byRefs(Collection<RecordRef> refs) {
            return real.byRefs(refs);
        }

        @Override
        public List<CrmRecord> byKeys(Collection<String> keys) {
            return real.byKeys(keys);
        }

        @Override
        public List<CrmRecord> byEmails(Collection<Email> emails) {
            return real.byEmails(emails);
        }

        @Override
        public Map<RecordRef, Map<FieldName, List<HistoryEntry>>> history(
                Collection<RecordRef> refs, Set<FieldName> fields) {
            return history.of(real, refs, fields);
        }
    }

    /** A reader that asks for each record by itself. */
    private record OneByOne(RecordReader real) implements RecordReader {

        @Override
        public Map<RecordRef, CrmRecord> byRefs(Collection<RecordRef> refs) {
            Map<RecordRef, CrmRecord> all = new HashMap<>();
            refs.forEach(ref -> all.putAll(real.byRefs(Set.of(ref))));
            return all;
        }

        @Override
        public List<CrmRecord> byKeys(Collection<String> keys) {
            return real.byKeys(keys);
        }

        @Override
        public List<CrmRecord> byEmails(Collection<Email> emails) {
            return real.byEmails(emails);
        }

        @Override
        public Map<RecordRef, Map<FieldName, List<HistoryEntry>>> history(
                Collection<RecordRef> refs, Set<FieldName> fields) {
            return real.history(refs, fields);
        }
    }

    @ParameterizedTest
    @EnumSource(Safeguard.class)
    void isNeeded(Safeguard safeguard) {
        assertThat(violation(safeguard, Twist.NONE)).isEmpty();
        assertThat(violation(safeguard, safeguard.without())).get().asString().startsWith("(" + safeguard.claim + ")");
    }

    private static Optional<String> violation(Safeguard safeguard, Twist twist) {
        return new Simulation(Samples.setup(), twist).violation(safeguard.seed, safeguard.life(), new Counts());
    }

    @Test
    void whatWeWroteOverUnseenIsFoundInTheHistory() {
        List<Operation> life = Safeguard.operations(
                "1 NEW_IN_PORTAL 1 0 0",
                "2 REST 0 0 0",
                "3 EDIT_IN_ORG 1 1 0",
                "4 EDIT_WITHIN_PORTAL 1 1 4",
                "5 ROUND 0 0 0");
        Counts counts = new Counts();
        assertThat(new Simulation(Samples.setup()).violation(1, life, counts)).isEmpty();
        assertThat(counts.unseen()).isOne();
        assertThat(new Simulation(
                                Samples.setup(),
                                Twists.reader(real -> new Retold(real, (same, refs, fields) -> Map.of())))
                        .violation(1, life, counts))
                .get()
                .asString()
                .startsWith("(b)")
                .endsWith("is in no history");
    }
}
