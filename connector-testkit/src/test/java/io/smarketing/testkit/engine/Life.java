package io.smarketing.testkit.engine;

import io.smarketing.core.crm.failure.CrmException;
import io.smarketing.core.crm.failure.FailureKind;
import io.smarketing.core.crm.record.CrmRecord;
import io.smarketing.core.crm.record.RecordRef;
import io.smarketing.core.crm.record.StageFact;
import io.smarketing.core.crm.record.Touch;
import io.smarketing.core.lead.FieldName;
import io.smarketing.core.lead.FieldType;
import io.smarketing.core.merge.MergePolicy.FirstMeeting;
import io.smarketing.core.sync.Parked;
import io.smarketing.core.sync.loop.BlastRadius.Limits;
import io.smarketing.core.sync.loop.SyncLoop;
import io.smarketing.core.sync.write.Tally;
import io.smarketing.testkit.crm.Call;
import io.smarketing.testkit.crm.FakeCrm;
import io.smarketing.testkit.crm.FakeHabits;
import io.smarketing.testkit.engine.Fuse.Killed;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * People at work in both CRMs while the engine runs and fails, as a list of steps tells; and what must be true
 * whenever faults have ended and rounds have run. People are told apart by their tag, which nobody edits.
 */
final class Life {
    private static final List<String> FIELDS = List.of("title", "city", "name");
    private static final int FREE = 2;

    /** One step; the numbers are read modulo whatever there is by then, so that any sublist of steps is a life too. */
    record Step(Kind kind, int a, int b, int c) {}

    /** What happens in a step. */
    enum Kind {
        LEFT_NEW,
        RIGHT_NEW,
        BOTH_NEW,
        TWIN,
        EDIT_LEFT,
        EDIT_RIGHT,
        EDIT_BOTH,
        CLEAR,
        ADDRESS,
        CONVERT,
        FACT,
        STAGE,
        DELETE,
        RESTORE,
        MERGE,
        VERDICT,
        ASSIGN,
        TOUCH,
        SCORE,
        WAIT,
        ROUND,
        FAULTY_ROUND,
        DEADLY_ROUND,
        IN_STEP
    }

    private final Bench bench = new Bench(FakeHabits.THRIFTY.withPage(3), FakeHabits.TALKATIVE.withPage(4));
    private final Fuse fuse = new Fuse();
    private final Map<String, Map<String, Set<String>>> allowed = new TreeMap<>();
    private final Set<String> twins = new LinkedHashSet<>();
    private final Set<String> met = new LinkedHashSet<>();
    private final Set<String> loose = new LinkedHashSet<>();
    private final Map<RecordRef, String> graves = new LinkedHashMap<>();
    private final Set<String> merged = new LinkedHashSet<>();
    private final Census census;
    private final boolean funnel;
    private int news;

    /** @param variant whether there is a funnel, and whose deletions are carried over */
    Life(int variant) {
        funnel = variant % 2 == 1;
        census = new Census(bench, funnel);
        carry(variant / 2 % 4);
        bench.ledger(fuse::in).limits(new Limits(Limits.UNLIMITED, Limits.UNLIMITED, 1_000));
        bench.rules(
                Rules.of("email", FieldType.EMAIL)
                        .firstMeeting(FirstMeeting.FAVOURED)
                        .rule(),
                Rules.text("name").firstMeeting(FirstMeeting.FAVOURED).rule(),
                Rules.text("company")
                        .onlyOn(Bench.LEAD)
                        .standIn(Bench.RIGHT, "[not provided]")
                        .firstMeeting(FirstMeeting.FAVOURED)
                        .rule(),
                Rules.text("title").firstMeeting(FirstMeeting.FAVOURED).rule(),
                Rules.text("city").firstMeeting(FirstMeeting.NEWEST).rule(),
                Rules.text("note").firstMeeting(FirstMeeting.FAVOURED).rule());
        if (funnel) {
            for (String field : List.of("score", "verdict", "reason", "rating")) {
                bench.rule(Rules.text(field).firstMeeting(FirstMeeting.FAVOURED).rule());
            }
            bench.lifecycle(Funnel.lifecycle(50), Funnel.PROMISED, Funnel.own());
        }
    }

    private void carry(int sides) {
        switch (sides) {
            case 0 -> bench.carrying();
            case 1 -> bench.carrying(Bench.LEFT);
            case 2 -> bench.carrying(Bench.RIGHT);
            default -> bench.carrying(Bench.LEFT, Bench.RIGHT);
        }
    }

    void live(List<Step> steps) {
        steps.forEach(this::step);
        inStep();
    }

    private void step(Step s) {
        switch (s.kind()) {
            case LEFT_NEW -> create(true, false);
            case RIGHT_NEW -> create(false, true);
            case BOTH_NEW -> create(true, true);
            case TWIN -> pick(bench.right, s.a()).ifPresent(this::twin);
            case EDIT_LEFT -> pick(bench.left, s.a()).ifPresent(r -> edit(bench.left, r, field(s.b())));
            case EDIT_RIGHT -> pick(bench.right, s.a()).ifPresent(r -> edit(bench.right, r, field(s.b())));
            case EDIT_BOTH -> pick(bench.left, s.a()).ifPresent(r -> both(r, field(s.b())));
            case CLEAR -> clear(s);
            case ADDRESS -> pick(side(s.b()), s.a()).ifPresent(r -> address(side(s.b()), r));
            case CONVERT -> pick(bench.right, s.a()).ifPresent(this::convert);
            case FACT ->
                pick(bench.right, s.a())
                        .ifPresent(r -> bench.right.fact(
                                r.ref(), s.b() % 2 == 0 ? StageFact.OPPORTUNITY : StageFact.WON_OPPORTUNITY));
            case STAGE -> stage(s);
            case DELETE -> pick(side(s.b()), s.a()).ifPresent(r -> delete(side(s.b()), r));
            case RESTORE -> restore(s.a());
            case MERGE -> merge(side(s.b()), s);
            case VERDICT -> pick(side(s.b()), s.a()).ifPresent(r -> verdict(side(s.b()), r.ref(), s.c()));
            case ASSIGN -> pick(bench.right, s.a()).ifPresent(r -> bench.right.assign(r.ref()));
            case TOUCH -> pick(side(s.b()), s.a()).ifPresent(r -> side(s.b()).touch(r.ref(), Touch.Kind.CALL));
            case SCORE ->
                pick(side(s.b()), s.a()).ifPresent(r -> side(s.b()).edit(r.ref(), "score", "" + s.c() % 10 * 10));
            case WAIT -> bench.clock.advance(Duration.ofSeconds(s.a() % 30));
            case ROUND -> bench.round();
            case FAULTY_ROUND -> faulty(s);
            case DEADLY_ROUND -> deadly(s);
            case IN_STEP -> inStep();
        }
    }

    private FakeCrm side(int number) {
        return number % 2 == 0 ? bench.left : bench.right;
    }

    private static String field(int number) {
        return FIELDS.get(number % FIELDS.size());
    }

    /** A person's record, but none of those who have a twin: which of the two counts is not told here. */
    private Optional<CrmRecord> pick(FakeCrm crm, int number) {
        List<CrmRecord> all =
                crm.records().stream().filter(r -> !twins.contains(tag(r))).toList();
        return all.isEmpty() ? Optional.empty() : Optional.of(all.get(number % all.size()));
    }

    private static String tag(CrmRecord record) {
        return record.fields().text(FieldName.of("note"));
    }

    private void create(boolean left, boolean right) {
        String tag = "p" + ++news;
        String email = tag + "@example.com";
        String company = "Co " + tag;
        allowed.put(tag, new LinkedHashMap<>());
        if (left) {
            census.made(Bench.LEFT, tag);
            bench.leftPerson(email, "note", tag, "name", "L " + tag, "title", "Lt " + tag, "company", company);
        }
        if (right) {
            census.made(Bench.RIGHT, tag);
            bench.rightPerson(email, "note", tag, "name", "R " + tag, "city", "Rc " + tag, "company", company);
        }
        allow(tag, "name", left ? "L " + tag : "R " + tag, right ? "R " + tag : "L " + tag);
        allow(tag, "title", left ? "Lt " + tag : "");
        allow(tag, "city", right ? "Rc " + tag : "");
        allow(tag, "email", email);
    }

    private void allow(String tag, String field, String... values) {
        allowed.get(tag).put(field, new LinkedHashSet<>(List.of(values)));
    }

    /** Only while both sides tell one address: else it is another person's. */
    private void twin(CrmRecord of) {
        if (tagged(bench.left, tag(of)).stream().anyMatch(r -> !r.email().equals(of.email()))) {
            return;
        }
        twins.add(tag(of));
        census.made(Bench.RIGHT, tag(of));
        of.email().ifPresent(e -> bench.rightPerson(e.address(), "note", tag(of), "name", "Twin"));
    }

    private void edit(FakeCrm crm, CrmRecord record, String field) {
        change(crm, record, field, field.charAt(0) + " " + crm.id() + " " + ++news);
    }

    /** Of each side the last edit counts; which of the two wins is the policy's business. */
    private void change(FakeCrm crm, CrmRecord record, String field, String value) {
        Map<String, Set<String>> mine = allowed.get(tag(record));
        String key = field + "!" + crm.id();
        mine.put(key, new LinkedHashSet<>(Set.of(value)));
        mine.computeIfAbsent(field + "!ever", k -> new LinkedHashSet<>()).add(value);
        crm.edit(record.ref(), field, value);
    }

    private void both(CrmRecord left, String field) {
        bench.right.records().stream().filter(r -> tag(r).equals(tag(left))).forEach(r -> {
            edit(bench.right, r, field);
            if (news % 2 == 0) {
                bench.clock.advance(Duration.ofSeconds(3));
            }
        });
        edit(bench.left, left, field);
    }

    private void clear(Step s) {
        FakeCrm crm = side(s.b());
        pick(crm, s.a()).ifPresent(r -> change(crm, r, FIELDS.get(s.c() % FREE), ""));
    }

    /** Only of people who are linked: before, another address is another person. */
    private void address(FakeCrm crm, CrmRecord record) {
        boolean linked =
                tagged(bench.left, tag(record)).stream().noneMatch(r -> r.key().isEmpty())
                        && tagged(bench.right, tag(record)).stream()
                                .anyMatch(r -> !r.key().isEmpty());
        if (!linked) {
            return;
        }
        change(crm, record, "email", tag(record) + "-" + ++news + "@example.com");
    }

    private void convert(CrmRecord record) {
        if (record.ref().type().equals(Bench.LEAD)) {
            Map<String, Set<String>> mine = allowed.get(tag(record));
            FIELDS.forEach(f -> mine.put(f + "!converted", Set.of()));
            bench.right.convert(record.ref(), "contact");
        }
    }

    private void stage(Step s) {
        FakeCrm crm = side(s.b());
        List<String> known = funnel ? List.of("Open", "Qualified", "Parked", "Closed") : List.of("Open", "Qualified");
        List<String> words = crm == bench.left ? List.of("lead", "mql", "sql") : known;
        pick(crm, s.a()).ifPresent(r -> crm.edit(r.ref(), "stage", words.get(s.c() % words.size())));
    }

    private void delete(FakeCrm crm, CrmRecord record) {
        loose.add(tag(record));
        graves.put(record.ref(), tag(record));
        crm.delete(record.ref());
    }

    /**
     * Nobody who was merged since, and not where another has the address by now, which a CRM would not allow, nor where
     * the person and a twin have another by now: then the twin may be somebody else's.
     */
    private void restore(int number) {
        List<RecordRef> dead = graves.entrySet().stream()
                .filter(e -> crm(e.getKey()).isDeleted(e.getKey()))
                .filter(e -> !merged.contains(e.getValue()))
                .map(Map.Entry::getKey)
                .toList();
        if (dead.isEmpty()) {
            return;
        }
        RecordRef ref = dead.get(number % dead.size());
        crm(ref).restore(ref);
        String email = crm(ref).text(ref, "email");
        boolean taken = crm(ref).records().stream()
                        .filter(r ->
                                r.email().filter(e -> e.address().equals(email)).isPresent())
                        .count()
                > 1;
        String tag = graves.get(ref);
        boolean another = twins.contains(tag)
                && Stream.concat(tagged(bench.left, tag).stream(), tagged(bench.right, tag).stream())
                        .anyMatch(r -> !r.fields().text(FieldName.of("email")).equals(email));
        if (another || taken && crm(ref) == bench.left) {
            crm(ref).delete(ref);
        }
    }

    private FakeCrm crm(RecordRef ref) {
        return ref.crm().equals(Bench.LEFT) ? bench.left : bench.right;
    }

    /** Two people who are linked turn out to be one: on the left into either record or a new one. */
    private void merge(FakeCrm crm, Step s) {
        List<CrmRecord> all = crm.records().stream()
                .filter(r -> !twins.contains(tag(r)) && !r.key().isEmpty())
                .toList();
        if (all.size() < 2) {
            return;
        }
        CrmRecord loser = all.get(s.a() % all.size());
        CrmRecord winner = all.get((s.a() + 1 + s.c() % (all.size() - 1)) % all.size());
        if (!loser.ref().type().equals(winner.ref().type()) || tag(loser).equals(tag(winner))) {
            return;
        }
        FakeCrm far = crm == bench.left ? bench.right : bench.left;
        RecordRef into = crm == bench.left && s.c() % 3 == 0 ? fresh(loser, winner) : winner.ref();
        if (!loose.contains(tag(loser)) && !loose.contains(tag(winner))) {
            tagged(far, tag(loser))
                    .forEach(a -> tagged(far, tag(winner)).forEach(b -> census.merged(a.ref(), b.ref(), into)));
        }
        loose.add(tag(loser));
        loose.add(tag(winner));
        census.oneNow(tag(loser), tag(winner));
        merged.add(tag(loser));
        merged.add(tag(winner));
        crm.merge(loser.ref(), into);
        if (!into.equals(winner.ref())) {
            crm.merge(winner.ref(), into);
        }
    }

    /** A new record, told apart as the person whose record is the older one: that is who goes on. */
    private RecordRef fresh(CrmRecord one, CrmRecord other) {
        String tag = tag(one.ref().compareTo(other.ref()) < 0 ? one : other);
        census.made(Bench.LEFT, tag);
        return bench.leftPerson("m" + ++news + "@example.com", "note", tag, "name", "Merged");
    }

    private static void verdict(FakeCrm crm, RecordRef ref, int number) {
        switch (number % 4) {
            case 0 -> crm.edit(ref, FakeCrm.fields("verdict", "accepted", "rating", "" + number % 5));
            case 1 -> crm.edit(ref, FakeCrm.fields("verdict", "rejected", "reason", "too early"));
            case 2 -> crm.edit(ref, FakeCrm.fields("verdict", "rejected", "reason", "no budget"));
            default -> crm.edit(ref, FakeCrm.fields("verdict", "disqualified", "rating", "1"));
        }
    }

    private void faulty(Step s) {
        FakeCrm crm = side(s.a());
        switch (s.b() % 5) {
            case 0 -> crm.mishaps().refuse(c -> c.fields().names().size() % 2 == s.c() % 2, kind(s.c()), "Not now.");
            case 1 -> crm.mishaps().loseRequest(c -> c.fields().names().size() % 2 == s.c() % 2);
            case 2 -> crm.mishaps().loseAnswer(c -> c.fields().names().size() % 2 == s.c() % 2);
            case 3 -> crm.mishaps().before(call(s.c()), 1 + s.c() % 3, Life::breakDown);
            default -> crm.mishaps().after(call(s.c()), 1 + s.c() % 3, Life::breakDown);
        }
        attempt();
        crm.mishaps().heal();
        census.watch();
    }

    private static FailureKind kind(int number) {
        return number % 3 == 0 ? FailureKind.REFUSED_BY_RULE : FailureKind.BUSY;
    }

    private static Call call(int number) {
        return Call.values()[number % Call.values().length];
    }

    private static void breakDown() {
        throw new CrmException(FailureKind.UNREACHABLE, "The CRM does not answer.");
    }

    /** The process is killed at one of its writes to the books; people edit before it is started again. */
    private void deadly(Step s) {
        fuse.dieAt(1 + s.a() % 25, s.b() % 2 == 0);
        attempt();
        fuse.live();
    }

    private void attempt() {
        try {
            bench.round();
        } catch (CrmException | Killed e) {
            bench.clock.advance(Duration.ofSeconds(1));
        }
    }

    private void inStep() {
        SyncLoop.Result first = bench.sync();
        require(first.inStep(), "it comes to rest: " + first.last());
        bench.clock.advance(Duration.ofSeconds(5));
        bench.parked().stream().map(Parked::source).distinct().forEach(this::nudge);
        require(bench.sync().inStep(), "it comes to rest again");
        List<Parked> aside =
                bench.parked().stream().filter(p -> !census.expects(p)).toList();
        require(aside.isEmpty(), "nothing is aside: " + aside);
        require(bench.books.openIntents().isEmpty(), "no intent is open");
        allowed.keySet().stream().filter(tag -> !loose.contains(tag)).forEach(this::once);
        census.take();
        int questions = questions();
        int reads = bench.right.mishaps().made(Call.BY_REFS);
        Tally tally = bench.round();
        require(tally.writes() == 0, "a further round writes nothing: " + tally);
        require(
                !bench.parked().isEmpty()
                        || questions == questions()
                                && reads == bench.right.mishaps().made(Call.BY_REFS),
                "a further round asks nothing");
    }

    private int questions() {
        return Stream.of(Call.BY_KEYS, Call.BY_EMAILS, Call.HISTORY, Call.TOUCHES, Call.EDITS)
                .mapToInt(bench::made)
                .sum();
    }

    private void nudge(RecordRef ref) {
        FakeCrm crm = ref.crm().equals(Bench.LEFT) ? bench.left : bench.right;
        crm.records().stream()
                .filter(r -> r.ref().equals(ref))
                .forEach(r -> crm.edit(ref, "unmapped", "nudge " + ++news));
    }

    private void once(String tag) {
        List<CrmRecord> left = tagged(bench.left, tag);
        List<CrmRecord> right = tagged(bench.right, tag);
        require(left.size() == 1, tag + " is on the left once: " + left.size());
        if (twins.contains(tag)) {
            return;
        }
        require(right.size() == 1, tag + " is on the right once: " + right.size());
        CrmRecord a = left.get(0);
        CrmRecord b = right.get(0);
        for (String field : List.of("key", "email", "name", "title", "city", "mql_at", "sql_at", "customer_at")) {
            String held = a.fields().text(FieldName.of(field));
            require(
                    held.equals(b.fields().text(FieldName.of(field))),
                    tag + "'s " + field + " is equal: " + held + " / "
                            + b.fields().text(FieldName.of(field)));
            settled(tag, field, held);
        }
        met.add(tag);
    }

    private static List<CrmRecord> tagged(FakeCrm crm, String tag) {
        return crm.records().stream().filter(r -> tag(r).equals(tag)).toList();
    }

    /** The value is one that somebody gave since both were last in step, or the one they had then. */
    private void settled(String tag, String field, String held) {
        Map<String, Set<String>> mine = allowed.get(tag);
        if (!mine.containsKey(field)) {
            return;
        }
        Set<String> may = new LinkedHashSet<>();
        for (String source : List.of("left", "right")) {
            may.addAll(mine.getOrDefault(field + "!" + source, Set.of()));
        }
        boolean clearedAndConverted = may.contains("") && mine.containsKey(field + "!converted");
        if (may.isEmpty() || clearedAndConverted || !met.contains(tag)) {
            may.addAll(mine.get(field));
        }
        if (clearedAndConverted) {
            may.addAll(mine.get(field + "!ever"));
        }
        require(may.contains(held), tag + "'s " + field + " is no edit lost: " + held + " is none of " + may);
        mine.put(field, new LinkedHashSet<>(Set.of(held)));
        new ArrayList<>(mine.keySet())
                .stream().filter(k -> k.startsWith(field + "!")).forEach(mine::remove);
    }

    private static void require(boolean holds, String what) {
        if (!holds) {
            throw new AssertionError(what);
        }
    }
}
