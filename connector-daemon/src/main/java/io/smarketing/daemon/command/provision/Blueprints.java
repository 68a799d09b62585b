package io.smarketing.daemon.command.provision;

import io.smarketing.core.crm.provision.Blueprint;
import io.smarketing.core.crm.provision.OwnField;
import io.smarketing.core.crm.provision.OwnField.Purpose;
import io.smarketing.core.crm.provision.WorkList;
import io.smarketing.core.crm.record.CrmId;
import io.smarketing.core.crm.record.RecordType;
import io.smarketing.core.crm.record.Subject;
import io.smarketing.core.lead.FieldName;
import io.smarketing.core.lead.FieldType;
import io.smarketing.core.lifecycle.Detour;
import io.smarketing.core.lifecycle.Moment;
import io.smarketing.core.mapping.HandoffFields;
import io.smarketing.core.mapping.Mapping;
import io.smarketing.core.mapping.OwnFields;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** What a configuration needs in each CRM: the fields that it names as the product's own. */
final class Blueprints {

    private static final int TEXT = 255;
    private static final int DIGITS = 18;

    private final Map<Subject, Mapping> mappings;
    private final Mapping mapping;
    private final Glossary glossary;
    private final AnsweredFields answered;

    Blueprints(Map<Subject, Mapping> mappings, Glossary glossary) {
        this.mappings = Map.copyOf(mappings);
        this.mapping = Optional.ofNullable(mappings.get(Subject.PEOPLE)).orElseThrow();
        this.glossary = glossary;
        this.answered = new AnsweredFields(mapping, glossary);
    }

    /** @param newPeople the type in which new people come, and wait */
    Blueprint of(CrmId crm, RecordType newPeople) {
        Map<RecordType, OwnFields> own = mapping.own().getOrDefault(crm, Map.of());
        List<OwnField> fields = new ArrayList<>();
        add(fields, keys(crm), glossary.field("key"), FieldType.TEXT, Purpose.KEY);
        Map<RecordType, FieldName> stage = places(own, OwnFields::stage);
        if (!stage.isEmpty()) {
            Glossary.Entry words = glossary.field("stage");
            fields.add(new OwnField(
                    stage, words.label(), words.help(), FieldType.PICKLIST, 0, stageValues(own), Purpose.STAGE));
        }
        stageNames()
                .forEach(name -> add(
                        fields,
                        places(own, o -> Optional.ofNullable(o.stamps().get(name))),
                        glossary.stamp(name),
                        FieldType.DATETIME,
                        Purpose.STAMP));
        for (Moment moment : Moment.values()) {
            timed(fields, own, moment);
        }
        told(fields, own);
        fields.addAll(answered.of(crm));
        List<WorkList> lists = Optional.ofNullable(own.get(newPeople))
                .map(type -> new WorkLists(mapping, glossary).of(type))
                .orElse(List.of());
        return new Blueprint(fields, lists);
    }

    /** What else the handoff tells. */
    private void told(List<OwnField> fields, Map<RecordType, OwnFields> own) {
        add(
                fields,
                places(own, o -> o.handoff().verdictBy()),
                glossary.field("verdict-by"),
                FieldType.TEXT,
                Purpose.ANSWERED_BY);
        add(fields, places(own, o -> o.handoff().grade()), glossary.field("grade"), FieldType.TEXT, Purpose.QUALITY);
        add(
                fields,
                places(own, o -> o.handoff().sourceRecord()),
                glossary.field("source-record"),
                FieldType.TEXT,
                Purpose.QUALITY);
        add(
                fields,
                places(own, o -> o.handoff().slaDueAt()),
                glossary.field("sla-due-at"),
                FieldType.DATETIME,
                Purpose.HANDOFF);
        add(
                fields,
                places(own, o -> o.handoff().slaState()),
                glossary.field("sla-state"),
                FieldType.TEXT,
                Purpose.HANDOFF);
    }

    /** On the record types of all subjects. */
    private Map<RecordType, FieldName> keys(CrmId crm) {
        Map<RecordType, FieldName> keys = new LinkedHashMap<>();
        mappings.values()
                .forEach(m -> keys.putAll(places(m.own().getOrDefault(crm, Map.of()), o -> Optional.of(o.key()))));
        return keys;
    }

    private void timed(List<OwnField> fields, Map<RecordType, OwnFields> own, Moment moment) {
        add(
                fields,
                moments(own, moment, HandoffFields::at),
                glossary.moment(moment, "at"),
                FieldType.DATETIME,
                Purpose.HANDOFF);
        add(
                fields,
                moments(own, moment, HandoffFields::minutes),
                glossary.moment(moment, "minutes"),
                FieldType.NUMBER,
                Purpose.HANDOFF);
        add(
                fields,
                moments(own, moment, HandoffFields::businessMinutes),
                glossary.moment(moment, "business-minutes"),
                FieldType.NUMBER,
                Purpose.HANDOFF);
    }

    private static Map<RecordType, FieldName> moments(
            Map<RecordType, OwnFields> own, Moment moment, Function<HandoffFields, Map<Moment, FieldName>> which) {
        return places(own, o -> Optional.ofNullable(which.apply(o.handoff()).get(moment)));
    }

    /** A field that is named on no record type is left out. */
    private static void add(
            List<OwnField> fields,
            Map<RecordType, FieldName> places,
            Glossary.Entry words,
            FieldType type,
            Purpose purpose) {
        if (!places.isEmpty()) {
            int size = type == FieldType.TEXT ? TEXT : DIGITS;
            fields.add(new OwnField(places, words.label(), words.help(), type, size, List.of(), purpose));
        }
    }

    private static Map<RecordType, FieldName> places(
            Map<RecordType, OwnFields> own, Function<OwnFields, Optional<FieldName>> which) {
        Map<RecordType, FieldName> places = new LinkedHashMap<>();
        own.forEach((type, fields) -> which.apply(fields).ifPresent(name -> places.put(type, name)));
        return places;
    }

    private List<String> stageNames() {
        return Stream.concat(
                        mapping.lifecycle().rules().stream().map(r -> r.stage().name()),
                        mapping.lifecycle().detours().stream().map(Detour::name))
                .toList();
    }

    /** In the order of the stages. */
    private List<String> stageValues(Map<RecordType, OwnFields> own) {
        return stageNames().stream()
                .flatMap(name -> own.values().stream()
                        .flatMap(o -> Optional.ofNullable(o.stageValues().get(name)).stream()))
                .distinct()
                .toList();
    }
}
