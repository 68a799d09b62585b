package io.smarketing.testkit.engine;

import io.smarketing.core.crm.record.StageFact;
import io.smarketing.core.crm.record.Touch.Kind;
import io.smarketing.core.journal.JournalLine;
import io.smarketing.core.lifecycle.Moment;
import io.smarketing.core.lifecycle.Progress;
import io.smarketing.core.sync.loop.SyncLoop;
import io.smarketing.testkit.crm.FakeCrm;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** One lead to whom things happen ten minutes apart, in both CRMs, while the engine looks on. */
final class HandoffStory {
    static final String WHO = "lead-0001@example.com";

    /** How long after something happened the engine runs. */
    static final Duration REACTION = Duration.ofMinutes(1);

    private static final List<String> STAMPS = List.of("mql", "sql", "opportunity", "recycled");
    private static final Map<String, Moment> MOMENTS = Map.of(
            "assigned_at", Moment.ASSIGNED,
            "touched_at", Moment.TOUCHED,
            "accepted_at", Moment.ACCEPTED,
            "rejected_at", Moment.REJECTED);

    /** What may happen. */
    enum Happening {
        ENGAGED(s -> s.left("score", "70")),
        ENGAGED_AGAIN(s -> s.left("score", "95")),
        MQL_BY_HAND_LEFT(s -> s.left("stage", "mql")),
        MQL_BY_HAND_RIGHT(s -> s.right("stage", "Qualified")),
        SQL_BY_HAND(s -> s.left("stage", "sql")),
        ASSIGNED(s -> s.bench.right.assign(s.bench.rightRef(WHO))),
        TOUCHED_LEFT(s -> {
            s.touches.add(s.now());
            s.bench.left.touch(s.bench.leftRef(WHO), Kind.CALL);
        }),
        TOUCHED_RIGHT(s -> {
            s.touches.add(s.now());
            s.bench.right.touch(s.bench.rightRef(WHO), Kind.MEETING);
        }),
        ACCEPTED(s -> s.right("verdict", "accepted")),
        TOO_EARLY(s -> s.right("verdict", "rejected", "reason", "too early")),
        DISQUALIFIED(s -> s.left("verdict", "disqualified")),
        CONVERTED(s -> s.bench.right.convert(s.bench.rightRef(WHO), "contact")),
        OPPORTUNITY(s -> s.bench.right.fact(s.bench.rightRef(WHO), StageFact.OPPORTUNITY));

        private final Consumer<HandoffStory> event;

        Happening(Consumer<HandoffStory> event) {
            this.event = event;
        }
    }

    private final Bench bench = Funnel.bench();
    private final List<Happening> happened = new ArrayList<>();
    private final List<Instant> touches = new ArrayList<>();

    HandoffStory() {
        bench.leftPerson(WHO, "company", "Acme", "score", "20");
        bench.sync();
        bench.clock.advance(Duration.ofMinutes(10));
    }

    void happen(Happening happening) {
        happening.event.accept(this);
        happened.add(happening);
        bench.clock.advance(REACTION);
    }

    /** Time passes until the next thing happens. */
    void pause() {
        bench.clock.advance(Duration.ofMinutes(9));
    }

    /** When the next thing happens. */
    Instant now() {
        return bench.clock.instant();
    }

    private void left(String... fields) {
        bench.left.edit(bench.leftRef(WHO), FakeCrm.fields(fields));
    }

    private void right(String... fields) {
        bench.right.edit(bench.rightRef(WHO), FakeCrm.fields(fields));
    }

    /** Runs until a round writes nothing; false if none does. */
    boolean rest() {
        SyncLoop.Result result = bench.sync();
        return result.inStep() && bench.parked().isEmpty();
    }

    List<Happening> happened() {
        return List.copyOf(happened);
    }

    List<Instant> touches() {
        return List.copyOf(touches);
    }

    Progress progress() {
        return bench.books.everybody().get(0).progress();
    }

    Optional<Instant> begun() {
        return Optional.ofNullable(progress().stamps().get("mql"));
    }

    boolean isOut() {
        return progress().pass().detour().isPresent() || progress().pass().number() > 1;
    }

    List<JournalLine> journal() {
        return bench.books.journal();
    }

    /** What both CRMs hold of what must be equal. */
    Map<String, List<String>> shown() {
        Map<String, List<String>> shown = new LinkedHashMap<>();
        List<String> fields = new ArrayList<>(MOMENTS.keySet());
        STAMPS.forEach(s -> fields.add(s + "_at"));
        fields.add("email");
        fields.forEach(f -> shown.put(f, List.of(bench.leftText(WHO, f), bench.rightText(WHO, f))));
        return shown;
    }

    /** What a field must hold by the books. */
    String expected(String field) {
        if (field.equals("email")) {
            return WHO;
        }
        Progress now = progress();
        return Optional.ofNullable(MOMENTS.get(field))
                .map(m -> now.handover().at(m))
                .orElseGet(() -> Optional.ofNullable(now.stamps().get(field.replace("_at", ""))))
                .map(Instant::toString)
                .orElse("");
    }

    List<String> stages() {
        return List.of(bench.leftText(WHO, "stage"), bench.rightText(WHO, "stage"));
    }

    /** The words of both CRMs for where somebody stands: the left has none for detours, the right none for an SQL. */
    List<String> stagesOf(Progress progress) {
        return switch (progress.standing()) {
            case "recycled" -> List.of("lead", "Recycled");
            case "disqualified" -> List.of("lead", "Closed");
            case "mql" -> List.of("mql", "Qualified");
            case "sql" -> List.of("sql", "Qualified");
            case "opportunity" -> List.of("opportunity", "Opportunity");
            default -> List.of("", "");
        };
    }

    /** How long the first touch took, where both CRMs were told. */
    List<Took> minutes() {
        List<Took> took = new ArrayList<>();
        for (FakeCrm crm : List.of(bench.left, bench.right)) {
            String wall = crm.text(crm.record(WHO).ref(), "touch_minutes");
            String business = crm.text(crm.record(WHO).ref(), "touch_business");
            if (!wall.isEmpty()) {
                took.add(new Took(Long.parseLong(wall), Long.parseLong(business)));
            }
        }
        return took;
    }

    /** Minutes of wall time and of business hours. */
    record Took(long wall, long business) {}
}
