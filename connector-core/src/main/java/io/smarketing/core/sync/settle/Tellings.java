package io.smarketing.core.sync.settle;

import io.smarketing.core.crm.record.StageFact;
import io.smarketing.core.lead.FieldName;
import io.smarketing.core.lead.NormalForm;
import io.smarketing.core.lead.UnreadableValue;
import io.smarketing.core.lifecycle.Lifecycle;
import io.smarketing.core.lifecycle.StageRule;
import io.smarketing.core.lifecycle.StageTelling;
import io.smarketing.core.lifecycle.StageTelling.Shown;
import io.smarketing.core.mapping.OwnFields;
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
}
