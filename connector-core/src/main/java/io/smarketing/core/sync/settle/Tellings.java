package io.smarketing.core.sync.settle;

import io.smarketing.core.crm.record.StageFact;
import io.smarketing.core.lead.FieldName;
import io.smarketing.core.lead.FieldValue;
import io.smarketing.core.lead.NormalForm;
import io.smarketing.core.lead.UnreadableValue;
import io.smarketing.core.lifecycle.Lifecycle;
import io.smarketing.core.lifecycle.Progress;
import io.smarketing.core.lifecycle.StageRule;
import io.smarketing.core.lifecycle.StageTelling;
import io.smarketing.core.lifecycle.StageTelling.Shown;
import io.smarketing.core.mapping.OwnFields;
import io.smarketing.core.merge.Half;
import io.smarketing.core.person.Person;
import io.smarketing.core.sync.told.Told;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Puts what a record tells about its stage into the team's own stage names. */
record Tellings(Lifecycle lifecycle) {

    StageTelling of(Person person, Told told) {
        OwnFields own = told.map().own();
        Map<String, String> names = new LinkedHashMap<>();
        own.stageValues().forEach((stage, value) -> names.put(value, stage));
        var stage = told.record().stage();
        Map<String, Instant> dates = new LinkedHashMap<>();
        stage.dates()
                .forEach((value, at) -> Optional.ofNullable(names.get(value)).ifPresent(n -> dates.put(n, at)));
        boolean refused = StageHalf.of(person, told)
                .filter(h -> h.isShownBy(told) && h.isRefused())
                .isPresent();
        return new StageTelling(
                refused ? Optional.empty() : Optional.ofNullable(names.get(stage.value())),
                shown(person, told),
                ownStamps(told, own),
                dates,
                told.heard().stages(),
                facts(stage.facts()),
                told.readAt());
    }

    /** How the stage field compares to the half that is kept of it. */
    static Shown shown(Person person, Told told) {
        return StageHalf.of(person, told)
                .map(half -> half.isShownBy(told) ? Shown.AS_KNOWN : Shown.MOVED)
                .orElse(Shown.FIRST_SEEN);
    }

    private static Map<String, Instant> ownStamps(Told told, OwnFields own) {
        Map<String, Instant> stamps = new LinkedHashMap<>();
        own.stamps().forEach((stage, field) -> instant(told, field).ifPresent(at -> stamps.put(stage, at)));
        return stamps;
    }

    private static Optional<Instant> instant(Told told, FieldName field) {
        String text = told.record().fields().text(field);
        try {
            return text.isBlank() ? Optional.empty() : Optional.of(NormalForm.instant(text));
        } catch (UnreadableValue e) {
            return Optional.empty();
        }
    }

    private Map<String, Instant> facts(Map<StageFact, Instant> told) {
        Map<String, Instant> facts = new LinkedHashMap<>();
        for (StageRule rule : lifecycle.rules()) {
            rule.fact().map(told::get).ifPresent(at -> facts.put(rule.stage().name(), at));
        }
        return facts;
    }

    /** What is kept of a record's stage field: what it showed, and whether that counts for nothing, being an illegal move. */
    record StageHalf(Half half) {

        private static final String REFUSED = "refused";
        private static final String LEFT = "left at ";

        /** What is kept of it; empty if it was never seen. */
        static Optional<StageHalf> of(Person person, Told told) {
            return person.in(told.crm())
                    .filter(h -> h.principal().equals(told.ref()))
                    .flatMap(h -> Optional.ofNullable(h.halves().get(Told.STAGE)))
                    .map(StageHalf::new);
        }

        /** True if the field shows what it showed. */
        boolean isShownBy(Told told) {
            return half.value().text().equals(told.record().stage().value());
        }

        /** True if what it showed counts for nothing, and is to be undone. */
        boolean isRefused() {
            return half.mapping().equals(REFUSED);
        }

        /** True if what it showed stays there for as long as the person stands there. */
        boolean isLeft(Progress progress) {
            return half.mapping().equals(LEFT + progress.standing());
        }

        /** The person with what the field shows now. */
        static Person seen(Person person, Told told) {
            boolean same = of(person, told).filter(h -> h.isShownBy(told)).isPresent();
            return same ? person : kept(person, told, "");
        }

        /** The person with what the field shows now, a move that counts for nothing and is to be undone. */
        static Person refused(Person person, Told told) {
            return kept(person, told, REFUSED);
        }

        /** The person with what the field shows now, a move that stays as it is. */
        static Person left(Person person, Told told) {
            return kept(person, told, LEFT + person.progress().standing());
        }

        private static Person kept(Person person, Told told, String why) {
            if (told.map().own().stage().isEmpty() || person.in(told.crm()).isEmpty()) {
                return person;
            }
            Half now = Half.settled(FieldValue.of(told.record().stage().value()), why);
            return person.with(told.crm(), person.in(told.crm()).orElseThrow().with(Map.of(Told.STAGE, now)));
        }
    }
}
