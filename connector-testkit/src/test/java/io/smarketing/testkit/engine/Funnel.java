package io.smarketing.testkit.engine;

import io.smarketing.core.crm.record.CrmId;
import io.smarketing.core.crm.record.RecordType;
import io.smarketing.core.crm.record.StageFact;
import io.smarketing.core.lead.FieldName;
import io.smarketing.core.lead.FieldType;
import io.smarketing.core.lead.Fields;
import io.smarketing.core.lead.Stage;
import io.smarketing.core.lifecycle.Criterion;
import io.smarketing.core.lifecycle.Detour;
import io.smarketing.core.lifecycle.Grading;
import io.smarketing.core.lifecycle.Handoff;
import io.smarketing.core.lifecycle.Handoff.Answers;
import io.smarketing.core.lifecycle.Handoff.Notices;
import io.smarketing.core.lifecycle.Lifecycle;
import io.smarketing.core.lifecycle.Lifecycle.IllegalMoves;
import io.smarketing.core.lifecycle.Moment;
import io.smarketing.core.lifecycle.StageRule;
import io.smarketing.core.mapping.HandoffFields;
import io.smarketing.core.mapping.OwnFields;
import io.smarketing.core.sla.BusinessHours;
import io.smarketing.core.sla.Holidays;
import io.smarketing.core.sla.WorkTime;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** A lifecycle with criteria, a gate, two detours and a timed handoff, and a bench that runs it. */
final class Funnel {

    static final Handoff PROMISED = new Handoff(
            "mql",
            new Answers(
                    Optional.of(FieldName.of("verdict")),
                    Optional.of(FieldName.of("reason")),
                    Optional.empty(),
                    new LinkedHashSet<>(
                            List.of(FieldName.of("verdict"), FieldName.of("reason"), FieldName.of("rating")))),
            Optional.of(new Grading(FieldName.of("score"), grades())),
            Optional.of(FieldName.of("source")),
            office(),
            Map.of(
                    Bench.LEFT,
                    new Notices(
                            Set.of("accepted", "rejected", "disqualified"),
                            Set.of("rejected", "disqualified"),
                            Duration.ofDays(2))),
            Handoff.Lookout.FIRST);

    private Funnel() {}

    private static Map<String, BigDecimal> grades() {
        Map<String, BigDecimal> least = new LinkedHashMap<>();
        least.put("A", BigDecimal.valueOf(80));
        least.put("B", BigDecimal.valueOf(60));
        return least;
    }

    static Bench bench() {
        return new Bench()
                .rule(Rules.of("score", FieldType.NUMBER).rule())
                .rule(Rules.text("verdict").rule())
                .rule(Rules.text("reason").rule())
                .rule(Rules.text("rating").rule())
                .rule(Rules.text("source").rule())
                .lifecycle(lifecycle(50), PROMISED, own());
    }

    /** Monday to Friday from 9 to 17 o'clock. */
    private static BusinessHours office() {
        Map<DayOfWeek, List<WorkTime>> week = new EnumMap<>(DayOfWeek.class);
        for (DayOfWeek day : List.of(
                DayOfWeek.MONDAY, DayOfWeek.TUESDAY, DayOfWeek.WEDNESDAY, DayOfWeek.THURSDAY, DayOfWeek.FRIDAY)) {
            week.put(day, List.of(new WorkTime(LocalTime.of(9, 0), LocalTime.of(17, 0))));
        }
        return new BusinessHours(ZoneId.of("UTC"), week, Holidays.NONE);
    }

    static Lifecycle lifecycle(IllegalMoves illegal) {
        Lifecycle usual = lifecycle(50);
        return new Lifecycle(usual.rules(), usual.detours(), illegal);
    }

    /** @param least the score that makes an MQL */
    static Lifecycle lifecycle(int least) {
        Criterion engaged = line("score >= " + least, "score", v -> !v.isEmpty() && Double.parseDouble(v) >= least);
        Criterion gate = line("company is known", "company", v -> !v.isEmpty());
        Criterion accepted = line("sales accepts it", "verdict", "accepted"::equals);
        return new Lifecycle(
                List.of(
                        new StageRule(new Stage("lead", 0), Optional.empty()),
                        new StageRule(new Stage("mql", 1), Optional.empty(), List.of(engaged), List.of(gate)),
                        new StageRule(new Stage("sql", 2), Optional.empty(), List.of(accepted), List.of()),
                        new StageRule(new Stage("opportunity", 3), Optional.of(StageFact.OPPORTUNITY)),
                        new StageRule(new Stage("customer", 4), Optional.of(StageFact.WON_OPPORTUNITY))),
                List.of(
                        new Detour("parked", "lead", List.of()),
                        new Detour("recycled", "lead", List.of(line("too early", "reason", "too early"::equals))),
                        new Detour(
                                "disqualified", "lead", List.of(line("no use", "verdict", "disqualified"::equals)))));
    }

    private static Criterion line(String name, String input, Predicate<String> test) {
        FieldName field = FieldName.of(input);
        return new Line(name, Set.of(field), test);
    }

    /** A criterion about one field. */
    private record Line(String name, Set<FieldName> inputs, Predicate<String> test) implements Criterion {
        @Override
        public String source() {
            return name;
        }

        @Override
        public boolean holds(Fields neutral) {
            return test.test(neutral.text(inputs.iterator().next()));
        }
    }

    /** As usual; the right has words for all detours, the left for none. */
    static Map<CrmId, Map<RecordType, OwnFields>> own() {
        Map<CrmId, Map<RecordType, OwnFields>> all = new LinkedHashMap<>();
        Rules.own().forEach((crm, types) -> {
            Map<RecordType, OwnFields> own = new LinkedHashMap<>();
            types.forEach((type, plain) -> own.put(type, timed(plain, crm.equals(Bench.RIGHT))));
            all.put(crm, own);
        });
        return all;
    }

    private static OwnFields timed(OwnFields plain, boolean knowsDetours) {
        Map<String, String> words = new LinkedHashMap<>(plain.stageValues());
        if (knowsDetours) {
            words.putAll(Map.of("parked", "Parked", "recycled", "Recycled", "disqualified", "Closed"));
        }
        Map<String, FieldName> stamps = new LinkedHashMap<>(plain.stamps());
        stamps.put("recycled", FieldName.of("recycled_at"));
        HandoffFields fields = new HandoffFields(
                Map.of(
                        Moment.ASSIGNED, FieldName.of("assigned_at"),
                        Moment.TOUCHED, FieldName.of("touched_at"),
                        Moment.ACCEPTED, FieldName.of("accepted_at"),
                        Moment.REJECTED, FieldName.of("rejected_at")),
                Map.of(Moment.TOUCHED, FieldName.of("touch_minutes")),
                Map.of(Moment.TOUCHED, FieldName.of("touch_business")),
                Optional.of(FieldName.of("judge")),
                Optional.of(FieldName.of("grade")),
                Optional.of(FieldName.of("source_record")));
        return new OwnFields(plain.type(), plain.key(), plain.stage(), words, stamps, fields);
    }
}
