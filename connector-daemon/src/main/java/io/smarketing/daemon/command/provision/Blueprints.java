package io.smarketing.daemon.command.provision;

import io.smarketing.core.crm.provision.Blueprint;
import io.smarketing.core.crm.provision.OwnField;
import io.smarketing.core.crm.provision.OwnField.Trait;
import io.smarketing.core.crm.provision.WorkList;
import io.smarketing.core.crm.record.CrmId;
import io.smarketing.core.crm.record.RecordType;
import io.smarketing.core.lead.FieldName;
import io.smarketing.core.lead.FieldType;
import io.smarketing.core.lifecycle.StageRule;
import io.smarketing.core.mapping.Mapping;
import io.smarketing.core.mapping.OwnFields;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** What a configuration needs in each CRM: the fields that it names as the product's own. */
final class Blueprints {

    /** The stage in which a lead waits for sales. */
    private static final String HANDED_OVER = "mql";

    private static final int TEXT = 255;

    private final Mapping mapping;
    private final Glossary glossary;

    Blueprints(Mapping mapping, Glossary glossary) {
        this.mapping = mapping;
        this.glossary = glossary;
    }

    /** @param newPeople the type in which new people come, and wait */
    Blueprint of(CrmId crm, RecordType newPeople) {
        Map<RecordType, OwnFields> own = mapping.own().getOrDefault(crm, Map.of());
        List<OwnField> fields = new ArrayList<>();
        fields.add(field("key", places(own, o -> Optional.of(o.key())), FieldType.TEXT, List.of(), Trait.UNIQUE));
        Map<RecordType, FieldName> stages = places(own, OwnFields::stage);
        if (!stages.isEmpty()) {
            fields.add(field("stage", stages, FieldType.PICKLIST, stageValues(own)));
        }
        for (StageRule rule : mapping.stages()) {
            String stage = rule.stage().name();
            Map<RecordType, FieldName> stamps =
                    places(own, o -> Optional.ofNullable(o.stamps().get(stage)));
            if (!stamps.isEmpty()) {
                Glossary.Entry words = glossary.stamp(stage);
                fields.add(
                        new OwnField(stamps, words.label(), words.help(), FieldType.DATETIME, 0, List.of(), Set.of()));
            }
        }
        return new Blueprint(
                fields,
                Optional.ofNullable(own.get(newPeople)).flatMap(this::waiting).stream()
                        .toList());
    }

    private OwnField field(
            String name, Map<RecordType, FieldName> places, FieldType type, List<String> options, Trait... traits) {
        Glossary.Entry words = glossary.field(name);
        return new OwnField(places, words.label(), words.help(), type, TEXT, options, Set.of(traits));
    }

    private static Map<RecordType, FieldName> places(
            Map<RecordType, OwnFields> own, Function<OwnFields, Optional<FieldName>> which) {
        Map<RecordType, FieldName> places = new LinkedHashMap<>();
        own.forEach((type, fields) -> which.apply(fields).ifPresent(name -> places.put(type, name)));
        return places;
    }

    /** In the order of the stages. */
    private List<String> stageValues(Map<RecordType, OwnFields> own) {
        return mapping.stages().stream()
                .flatMap(rule -> own.values().stream()
                        .flatMap(o -> Optional.ofNullable(
                                o.stageValues().get(rule.stage().name()))
                                .stream()))
                .distinct()
                .toList();
    }

    /** Those who have been handed over, by when. */
    private Optional<WorkList> waiting(OwnFields own) {
        Optional<String> value = Optional.ofNullable(own.stageValues().get(HANDED_OVER));
        return own.stage()
                .flatMap(stage -> value.map(v -> new WorkList(
                        own.type(),
                        "Smarketing_" + HANDED_OVER.toUpperCase(java.util.Locale.ROOT) + "s_Waiting",
                        glossary.waiting(HANDED_OVER),
                        Map.of(stage, v),
                        Optional.ofNullable(own.stamps().get(HANDED_OVER)).stream()
                                .toList())));
    }
}
