package io.smarketing.core.sync.settle;

import io.smarketing.core.lead.Email;
import io.smarketing.core.lead.FieldName;
import io.smarketing.core.lead.FieldValue;
import io.smarketing.core.lead.Fields;
import io.smarketing.core.lead.Stage;
import io.smarketing.core.lifecycle.Detour;
import io.smarketing.core.lifecycle.Handover;
import io.smarketing.core.lifecycle.Lifecycle;
import io.smarketing.core.lifecycle.Progress;
import io.smarketing.core.lifecycle.StageRule;
import io.smarketing.core.lifecycle.View;
import io.smarketing.core.mapping.HandoffFields;
import io.smarketing.core.mapping.OwnFields;
import io.smarketing.core.person.Person;
import io.smarketing.core.sync.settle.Tellings.StageHalf;
import io.smarketing.core.sync.told.Told;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** What the product's own fields of a record must hold: the key, the stage, the stamps, how the handoff went. */
record OwnValues(Lifecycle lifecycle, Handoffs handoffs) {

    /** Own fields that a record lacks or holds differently, with the values they must have. */
    Fields missing(Person person, Told told) {
        OwnFields own = told.map().own();
        Fields wanted = new Fields(dated(person.progress(), own));
        if (!told.record().key().equals(person.key())) {
            wanted = wanted.with(own.key(), FieldValue.of(person.key()));
        }
        Fields news = wanted.notIn(told.record().fields());
        Optional<StageHalf> kept = StageHalf.of(person, told).filter(h -> h.isShownBy(told));
        if (kept.filter(h -> h.isLeft(person.progress())).isPresent()) {
            return news;
        }
        boolean undone = kept.filter(StageHalf::isRefused).isPresent();
        return withStage(
                news, own, stage(person.progress(), own, told.record().stage().value(), undone));
    }

    /** True if the record's stage field shows what it must. */
    boolean isShown(Progress progress, Told told) {
        return wanted(progress, told.map().own())
                .filter(told.record().stage().value()::equals)
                .isPresent();
    }

    /** Own fields of a record that is about to be made; its key travels apart. */
    Fields initial(Progress progress, OwnFields own) {
        Map<FieldName, FieldValue> values = dated(progress, own);
        values.values().removeIf(FieldValue::isBlank);
        return withStage(new Fields(values), own, stage(progress, own, "", false));
    }

    private static Fields withStage(Fields fields, OwnFields own, Optional<FieldValue> stage) {
        return own.stage().isPresent() && stage.isPresent()
                ? fields.with(own.stage().get(), stage.get())
                : fields;
    }

    /** Stamps and moments. What an earlier pass left behind is emptied; in the first, others' values stay. */
    private Map<FieldName, FieldValue> dated(Progress progress, OwnFields own) {
        Map<FieldName, Optional<String>> texts = new LinkedHashMap<>();
        HandoffFields fields = own.handoff();
        Handover handover = progress.handover();
        own.stamps()
                .forEach((stage, field) -> texts.put(
                        field, Optional.ofNullable(progress.stamps().get(stage)).map(Instant::toString)));
        fields.at()
                .forEach((moment, field) -> texts.put(field, handover.at(moment).map(Instant::toString)));
        fields.minutes()
                .forEach((moment, field) ->
                        texts.put(field, handoffs.wallTime(progress, moment).map(OwnValues::minutes)));
        fields.businessMinutes()
                .forEach((moment, field) ->
                        texts.put(field, handoffs.businessTime(progress, moment).map(OwnValues::minutes)));
        fields.verdictBy()
                .ifPresent(field -> texts.put(field, handover.verdictBy().map(Email::address)));
        fields.grade().ifPresent(field -> texts.put(field, handover.view().map(View::grade)));
        fields.sourceRecord()
                .ifPresent(field -> texts.put(field, handover.view().map(View::record)));
        fields.slaDueAt()
                .ifPresent(field -> texts.put(
                        field,
                        handover.standing()
                                .map(s -> s.due().map(Instant::toString).orElse(""))));
        fields.slaState()
                .ifPresent(field ->
                        texts.put(field, handover.standing().map(s -> s.state().word())));
        boolean empties = progress.pass().number() > 1;
        Map<FieldName, FieldValue> values = new LinkedHashMap<>();
        texts.forEach((field, text) -> {
            if (text.isPresent() || empties) {
                values.put(field, FieldValue.of(text.orElse("")));
            }
        });
        return values;
    }

    private static String minutes(Duration time) {
        return Long.toString(time.toMinutes());
    }

    /**
     * The stage value to write: the detour's word, or the furthest stage reached that this CRM has a word for, if the
     * field shows another; before the first detour only if that is a step forward. A word that the lifecycle does not
     * know is left alone.
     *
     * @param undone what the field shows is to be undone, whatever it is
     */
    private Optional<FieldValue> stage(Progress progress, OwnFields own, String shown, boolean undone) {
        boolean foreign = !shown.isBlank() && !own.stageValues().containsValue(shown);
        boolean ahead = !undone
                && progress.pass().isPlain()
                && stageOf(shown, own)
                        .filter(s ->
                                lifecycle.stage(progress.stage()).map(s::isPast).orElse(false))
                        .isPresent();
        return wanted(progress, own)
                .or(() -> Optional.of("").filter(none -> undone))
                .filter(value -> !foreign && !ahead && !value.equals(shown))
                .map(FieldValue::of);
    }

    private Optional<Stage> stageOf(String value, OwnFields own) {
        return lifecycle.rules().stream()
                .map(StageRule::stage)
                .filter(s -> value.equals(own.stageValues().get(s.name())))
                .findFirst();
    }

    private Optional<String> wanted(Progress progress, OwnFields own) {
        Optional<Detour> detour = progress.pass().detour().flatMap(lifecycle::detour);
        if (detour.isEmpty()) {
            return nearest(progress.stage(), own);
        }
        return Optional.ofNullable(own.stageValues().get(detour.get().name()))
                .or(() -> nearest(detour.get().backTo(), own));
    }

    /** The word for the furthest stage up to this one that the CRM knows. */
    private Optional<String> nearest(String stage, OwnFields own) {
        Optional<Stage> reached = lifecycle.stage(stage);
        return reached.flatMap(r -> lifecycle.rules().stream()
                .map(StageRule::stage)
                .filter(s -> own.stageValues().containsKey(s.name()) && !s.isPast(r))
                .max((a, b) -> Integer.compare(a.order(), b.order()))
                .map(s -> own.stageValues().get(s.name())));
    }
}
