package io.smarketing.core.sync.room;

import io.smarketing.core.lead.FieldName;
import io.smarketing.core.lead.FieldValue;
import io.smarketing.core.lead.Fields;
import io.smarketing.core.lead.Stage;
import io.smarketing.core.lifecycle.Lifecycle;
import io.smarketing.core.lifecycle.Progress;
import io.smarketing.core.lifecycle.StageRule;
import io.smarketing.core.mapping.OwnFields;
import io.smarketing.core.person.Person;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the product's own fields of a record must hold: the key, the stage, the stamps. */
record OwnValues(Lifecycle lifecycle) {

    /** Own fields that a record lacks or holds differently, with the values they must have. */
    Fields missing(Person person, Told told) {
        OwnFields own = told.map().own();
        Fields wanted = stamps(person.progress(), own);
        if (!told.record().key().equals(person.key())) {
            wanted = wanted.with(own.key(), FieldValue.of(person.key()));
        }
        Fields held = told.record().fields();
        Fields news = wanted.notIn(held);
        Optional<FieldValue> stage =
                stage(person.progress(), own, told.record().stage().value());
        return own.stage().isPresent() && stage.isPresent()
                ? news.with(own.stage().get(), stage.get())
                : news;
    }

    /** Own fields of a record that is about to be made; its key travels apart. */
    Fields initial(Progress progress, OwnFields own) {
        Fields stamps = stamps(progress, own);
        Optional<FieldValue> stage = stage(progress, own, "");
        return own.stage().isPresent() && stage.isPresent()
                ? stamps.with(own.stage().get(), stage.get())
                : stamps;
    }

    private static Fields stamps(Progress progress, OwnFields own) {
        Map<FieldName, FieldValue> stamps = new LinkedHashMap<>();
        progress.stamps()
                .forEach((stage, at) -> Optional.ofNullable(own.stamps().get(stage))
                        .ifPresent(field -> stamps.put(field, FieldValue.of(at.toString()))));
        return new Fields(stamps);
    }

    /**
     * The stage value to write: the furthest stage reached that this CRM has a word for, if that is further than what
     * the field shows. A word that the lifecycle does not know is left alone.
     */
    private Optional<FieldValue> stage(Progress progress, OwnFields own, String shown) {
        Optional<Stage> reached = lifecycle.stage(progress.stage());
        if (reached.isEmpty()) {
            return Optional.empty();
        }
        List<Stage> known = lifecycle.rules().stream()
                .map(StageRule::stage)
                .filter(s -> own.stageValues().containsKey(s.name()))
                .toList();
        Optional<Stage> target = known.stream()
                .filter(s -> !s.isPast(reached.get()))
                .max((a, b) -> Integer.compare(a.order(), b.order()));
        Optional<Stage> now = known.stream()
                .filter(s -> own.stageValues().get(s.name()).equals(shown))
                .findFirst();
        boolean foreign = !shown.isBlank() && now.isEmpty();
        return target.filter(t -> !foreign && now.map(t::isPast).orElse(true))
                .map(t -> FieldValue.of(own.stageValues().get(t.name())));
    }
}
