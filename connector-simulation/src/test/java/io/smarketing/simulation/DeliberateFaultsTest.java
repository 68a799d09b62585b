package io.smarketing.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import io.smarketing.core.crm.Change;
import io.smarketing.core.crm.ChangePage;
import io.smarketing.core.crm.Crm;
import io.smarketing.core.crm.RecordReader;
import io.smarketing.core.crm.WriteCommand;
import io.smarketing.core.crm.WriteOutcome;
import io.smarketing.core.crm.failure.FailureKind;
import io.smarketing.core.crm.record.CrmId;
import io.smarketing.core.crm.record.CrmRecord;
import io.smarketing.core.crm.record.HistoryEntry;
import io.smarketing.core.crm.record.RecordRef;
import io.smarketing.core.journal.JournalLine.Event;
import io.smarketing.core.lead.Email;
import io.smarketing.core.lead.FieldName;
import io.smarketing.core.lead.FieldValue;
import io.smarketing.core.lead.Fields;
import io.smarketing.core.mapping.FieldRule;
import io.smarketing.core.mapping.Mapping;
import io.smarketing.core.merge.MergePolicy;
import io.smarketing.core.person.Holding;
import io.smarketing.core.person.Person;
import io.smarketing.core.sync.Ledger;
import io.smarketing.core.sync.Parked;
import io.smarketing.core.sync.WaveRecord;
import io.smarketing.simulation.engine.Twist;
import io.smarketing.simulation.life.Counts;
import io.smarketing.simulation.life.Draw;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The claims can fail: something is wrong with the engine on purpose, and some life shows it. */
final class DeliberateFaultsTest {

    private static final int LIVES = 12;
    private static final int FIRST = 52;
    private static final int LENGTH = 250;

    /** What is wrong, and which claims then fail. */
    enum Fault {
        NO_OVERLAP("a") {
            @Override
            Twist twist() {
                Map<CrmId, Instant> until = new HashMap<>();
                return Twists.pages((page, c) -> {
                    Instant before = until.getOrDefault(c.ref().crm(), Instant.EPOCH);
                    until.merge(c.ref().crm(), page.readAt().minusSeconds(1), (a, b) -> a.isAfter(b) ? a : b);
                    return c.stamp().isAfter(before);
                });
            }
        },
        WATERMARK_AFTER_THE_READ("a") {
            @Override
            Twist twist() {
                Set<String> passed = new HashSet<>();
                return Twists.pages((page, c) -> {
                    String row = c.ref() + " " + c.stamp();
                    boolean late = !c.stamp().isBefore(page.readAt().minusSeconds(1)) && passed.add(row);
                    return !late && !passed.contains(row);
                });
            }
        },
        PAGES_LOST("ab") {
            @Override
            Twist twist() {
                int[] pages = new int[1];
                return Twists.feed(real -> from -> {
                    ChangePage page = real.read(from);
                    boolean lost = !page.listing() && ++pages[0] % 3 != 0;
                    List<Change> told = lost ? List.of() : page.changes();
                    return new ChangePage(told, page.next(), page.listing(), page.caughtUp(), page.readAt());
                });
            }
        },
        NO_BASE("ab") {
            @Override
            Twist twist() {
                return Twists.people(Fault::withoutHalves);
            }
        },
        CREATED_AGAIN_WITHOUT_A_LOOK("abcdh") {
            @Override
            Twist twist() {
                int[] made = new int[1];
                return Twists.writer((crm, real) -> commands -> {
                    List<WriteOutcome> all = new ArrayList<>(real.write(commands));
                    for (int i = 0; i < all.size(); i++) {
                        if (all.get(i) instanceof WriteOutcome.Unknown
                                && commands.get(i) instanceof WriteCommand.Create c) {
                            String anew = ++made[0] + "-" + c.key();
                            WriteCommand again = new WriteCommand.Create(c.type(), anew, c.fields(), c.lane());
                            all.set(i, real.write(List.of(again)).get(0));
                        }
                    }
                    return all;
                });
            }
        },
        NOBODY_IS_LOOKED_FOR("abch") {
            @Override
            Twist twist() {
                return Twists.reader(Blind::new);
            }
        },
        WRITES_LOST("ab") {
            @Override
            Twist twist() {
                int[] rows = new int[1];
                return Twists.writer((crm, real) -> commands -> {
                    List<WriteOutcome> all = new ArrayList<>();
                    for (WriteCommand c : commands) {
                        boolean lost = c instanceof WriteCommand.Update && ++rows[0] % 10 == 0;
                        all.add(
                                lost
                                        ? new WriteOutcome.Written(
                                                ((WriteCommand.Update) c).ref(),
                                                Optional.empty(),
                                                Optional.of(c.fields()),
                                                Instant.EPOCH)
                                        : real.write(List.of(c)).get(0));
                    }
                    return all;
                });
            }
        },
        BLANKS_NOT_CARRIED("ab") {
            @Override
            Twist twist() {
                return Twists.commands((crm, c) -> c.with(filled(c.fields())));
            }
        },
        ROWS_MIXED_UP("abeh") {
            @Override
            Twist twist() {
                return Twists.writer((crm, real) -> commands -> {
                    List<WriteCommand> sent = new ArrayList<>(commands);
                    for (int i = 0; i + 1 < sent.size(); i++) {
                        Fields first = sent.get(i).fields();
                        if (sent.get(i) instanceof WriteCommand.Update
                                && sent.get(i + 1) instanceof WriteCommand.Update) {
                            sent.set(i, sent.get(i).with(sent.get(i + 1).fields()));
                            sent.set(i + 1, sent.get(i + 1).with(first));
                            break;
                        }
                    }
                    return real.write(sent);
                });
            }
        },
        THE_BEATEN_UNSAID("b") {
            @Override
            Twist twist() {
                return Twists.waves(w -> new WaveRecord(
                        w.people(),
                        w.sightings(),
                        w.answered(),
                        w.cleared(),
                        w.parked(),
                        w.journal().stream()
                                .filter(l -> l.event() != Event.CONFLICT)
                                .toList(),
                        w.forgotten()));
            }
        },
        THE_WRONG_SIDE_PREFERRED("b") {
            @Override
            Twist twist() {
                return new Twist() {
                    @Override
                    public Mapping mapping(Mapping real) {
                        return with(
                                real, real.rules().stream().map(Fault::turned).toList());
                    }
                };
            }
        },
        STAMPS_ON_ONE_SIDE_ONLY("f") {
            @Override
            Twist twist() {
                return Twists.commands((crm, c) -> crm.equals(Samples.PORTAL) ? c.with(unstamped(c.fields())) : c);
            }
        },
        STAMPS_MOVED("ef") {
            @Override
            Twist twist() {
                return Twists.commands((crm, c) -> c.with(moved(c.fields())));
            }
        },
        PUT_ASIDE_FOR_NOTHING("h") {
            @Override
            Twist twist() {
                return Twists.waves(w -> new WaveRecord(
                        w.people(),
                        w.sightings(),
                        w.answered(),
                        w.cleared(),
                        w.sightings().stream().limit(1).map(s -> aside(s.ref())).toList(),
                        w.journal(),
                        w.forgotten()));
            }
        },
        TALKATIVE("g") {
            @Override
            Twist twist() {
                return Twists.feed(real -> from -> {
                    for (int i = 0; i < 30; i++) {
                        real.read(from);
                    }
                    return real.read(from);
                });
            }
        },
        TO_AND_FRO("abe") {
            @Override
            Twist twist() {
                int[] writes = new int[1];
                return Twists.commands((crm, c) ->
                        c.fields().get(FieldName.of("city")).isPresent()
                                ? c.with(c.fields().with(FieldName.of("city"), FieldValue.of("City " + ++writes[0])))
                                : c);
            }
        },
        THE_DEAD_WRITTEN("d") {
            @Override
            Twist twist() {
                List<RecordRef> dead = new ArrayList<>();
                Twist burials = Twists.waves(w -> {
                    w.sightings().stream().filter(s -> !s.live()).forEach(s -> dead.add(s.ref()));
                    return w;
                });
                Twist writes = Twists.commands((crm, c) -> c instanceof WriteCommand.Update update
                        ? new WriteCommand.Update(
                                dead.stream()
                                        .filter(r -> r.crm().equals(crm)
                                                && r.type().equals(update.ref().type()))
                                        .findFirst()
                                        .orElse(update.ref()),
                                c.fields(),
                                c.lane())
                        : c);
                return new Twist() {
                    @Override
                    public Crm crm(Crm real) {
                        return writes.crm(real);
                    }

                    @Override
                    public Ledger ledger(Ledger real) {
                        return burials.ledger(real);
                    }
                };
            }
        };

        private final String claims;

        Fault(String claims) {
            this.claims = claims;
        }

        abstract Twist twist();

        private static Person withoutHalves(Person person) {
            Person bare = person;
            for (Map.Entry<CrmId, Holding> held : person.holdings().entrySet()) {
                Holding h = held.getValue();
                bare = bare.with(held.getKey(), new Holding(h.principal(), h.others(), Map.of()));
            }
            return bare;
        }

        private static Fields filled(Fields fields) {
            Map<FieldName, FieldValue> filled = new LinkedHashMap<>(fields.values());
            filled.values().removeIf(FieldValue::isBlank);
            return new Fields(filled);
        }

        private static Fields unstamped(Fields fields) {
            Map<FieldName, FieldValue> rest = new LinkedHashMap<>(fields.values());
            rest.keySet().removeIf(name -> name.text().endsWith("_at"));
            return new Fields(rest);
        }

        private static Fields moved(Fields fields) {
            Map<FieldName, FieldValue> moved = new LinkedHashMap<>(fields.values());
            moved.replaceAll(
                    (name, value) -> name.text().toLowerCase(Locale.ROOT).contains("_at") && !value.isBlank()
                            ? FieldValue.of(
                                    Instant.parse(value.text()).plusSeconds(1).toString())
                            : value);
            return new Fields(moved);
        }

        private static Parked aside(RecordRef ref) {
            CrmId other = ref.crm().equals(Samples.PORTAL) ? Samples.ORG : Samples.PORTAL;
            return new Parked(
                    ref, other, Optional.empty(), FailureKind.REFUSED_BY_RULE, "Nobody knows why.", "?", Instant.EPOCH);
        }

        private static FieldRule turned(FieldRule rule) {
            MergePolicy p = rule.policy();
            CrmId other = p.favoured().equals(Samples.PORTAL) ? Samples.ORG : Samples.PORTAL;
            MergePolicy turned =
                    new MergePolicy(p.source(), p.conflict(), other, p.blankOverwrites(), p.onFirstSync(), p.enforce());
            return new FieldRule(rule.name(), rule.type(), rule.places(), turned, rule.fingerprint(), rule.line());
        }

        private static Mapping with(Mapping m, List<FieldRule> rules) {
            return new Mapping(
                    rules, m.lifecycle(), m.handoff(), m.own(), m.entry(), m.carriedDeletions(), m.assignments());
        }
    }

    /** A reader that finds nobody by key or address. */
    private record Blind(RecordReader real) implements RecordReader {

        @Override
        public Map<RecordRef, CrmRecord> byRefs(Collection<RecordRef> refs) {
            return real.byRefs(refs);
        }

        @Override
        public List<CrmRecord> byKeys(Collection<String> keys) {
            return List.of();
        }

        @Override
        public List<CrmRecord> byEmails(Collection<Email> emails) {
            return List.of();
        }

        @Override
        public Map<RecordRef, Map<FieldName, List<HistoryEntry>>> history(
                Collection<RecordRef> refs, Set<FieldName> fields) {
            return real.history(refs, fields);
        }
    }

    @ParameterizedTest
    @EnumSource(Fault.class)
    void isCaught(Fault fault) {
        Optional<String> violation = Optional.empty();
        for (long seed = FIRST; seed < FIRST + LIVES && violation.isEmpty(); seed++) {
            violation = new Simulation(Samples.setup(Samples.PORTAL, Samples.ORG), fault.twist())
                    .violation(seed, Draw.operations(seed, LENGTH), new Counts());
        }
        assertThat(violation).isPresent();
        assertThat(fault.claims).contains(violation.get().substring(1, 2));
    }
}
