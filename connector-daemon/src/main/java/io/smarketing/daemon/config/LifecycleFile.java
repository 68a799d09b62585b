package io.smarketing.daemon.config;

import io.smarketing.core.crm.record.CrmId;
import io.smarketing.core.crm.record.RecordType;
import io.smarketing.core.crm.record.StageFact;
import io.smarketing.core.lead.FieldName;
import io.smarketing.core.lead.FieldType;
import io.smarketing.core.lead.Stage;
import io.smarketing.core.lifecycle.Criterion;
import io.smarketing.core.lifecycle.Detour;
import io.smarketing.core.lifecycle.Handoff;
import io.smarketing.core.lifecycle.Lifecycle;
import io.smarketing.core.lifecycle.Lifecycle.IllegalMoves;
import io.smarketing.core.lifecycle.Lifecycle.Then;
import io.smarketing.core.lifecycle.StageRule;
import io.smarketing.core.mapping.HandoffFields;
import io.smarketing.core.mapping.OwnFields;
import io.smarketing.daemon.cel.Conditions;
import io.smarketing.daemon.config.field.Places;
import io.smarketing.daemon.config.handoff.HandoffSection;
import io.smarketing.daemon.config.handoff.Reasons;
import io.smarketing.daemon.config.yaml.Section;
import io.smarketing.daemon.config.yaml.Words;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiConsumer;

/**
 * Reads {@code lifecycle.yaml}: the stages in their order, where each CRM holds them and what makes them, the ways out,
 * and the handoff.
 */
final class LifecycleFile {

    static final String NAME = "lifecycle.yaml";
    static final List<String> ILLEGAL_KEYS = List.of("back", "past-gate");
    private static final String ILLEGAL = "illegal-moves";
    static final List<String> KEYS = List.of("stage-field", "stages", "detours", ILLEGAL, "handoff");
    static final List<String> STAGE_KEYS = List.of("values", "stamps", "fact", "criteria", "gate");
    static final List<String> DETOUR_KEYS = List.of("values", "stamps", "back-to", "criteria");
    static final Map<String, StageFact> FACTS =
            new TreeMap<>(Map.of("opportunity", StageFact.OPPORTUNITY, "won-opportunity", StageFact.WON_OPPORTUNITY));

    private final Section file;
    private final Places places;
    private final Map<CrmId, Map<RecordType, FieldName>> stageFields;
    private final List<StageRule> rules = new ArrayList<>();
    private final List<Detour> detours = new ArrayList<>();
    private final Optional<HandoffSection> handoff;
    private final Map<CrmId, Map<String, String>> values = new HashMap<>();
    private final Map<CrmId, Map<String, Map<RecordType, FieldName>>> stamps = new HashMap<>();

    /** @param mapped the fields of mapping.yaml */
    LifecycleFile(Section file, Places places, Conditions conditions, Map<FieldName, FieldType> mapped) {
        this.file = file.only(KEYS).require("stages", "name the stages below it, in their order");
        this.places = places;
        this.stageFields = stageFields();
        this.handoff = file.section("handoff").map(s -> new HandoffSection(s, places, mapped));
        Conditions knowing = handoff.flatMap(HandoffSection::verdict)
                .map(verdict -> conditions.where(verdict, Handoff.VERDICTS))
                .orElse(conditions);
        each("stages", "stage ", (name, stage) -> stage(name, stage, knowing));
        Map<String, Reasons> reasons = handoff.map(h ->
                        h.reasons(file.section("detours").map(Section::keys).orElse(Set.of())))
                .orElse(Map.of());
        each("detours", "detour ", (name, detour) -> detour(name, detour, knowing, reasons));
    }

    private void each(String group, String called, BiConsumer<String, Section> read) {
        file.section(group).ifPresent(all -> {
            for (String name : all.keys()) {
                all.section(name, called + Words.quoted(name)).ifPresent(s -> read.accept(name, s));
            }
        });
    }

    private Map<CrmId, Map<RecordType, FieldName>> stageFields() {
        Optional<Section> section =
                file.section("stage-field").map(s -> s.only(places.sides().names()));
        Map<CrmId, Map<RecordType, FieldName>> fields =
                section.map(places::read).orElse(Map.of());
        section.ifPresent(s -> fields.forEach((crm, f) -> places.claim(crm, f, s.at(crm.name()))));
        return fields;
    }

    private void stage(String name, Section stage, Conditions conditions) {
        stage.only(STAGE_KEYS);
        shown(name, stage);
        rules.add(new StageRule(
                new Stage(name, rules.size()),
                stage.choice("fact", FACTS),
                lines(stage, "criteria", conditions),
                lines(stage, "gate", conditions)));
    }

    private void detour(String name, Section detour, Conditions conditions, Map<String, Reasons> reasons) {
        detour.only(DETOUR_KEYS).require("back-to", "name the stage to which a lead goes back");
        shown(name, detour);
        Map<String, String> stages = new LinkedHashMap<>();
        rules.forEach(r -> stages.put(r.stage().name(), r.stage().name()));
        if (stages.containsKey(name)) {
            detour.problem("", Words.quoted(name) + " is a stage already: name the detour otherwise");
        }
        List<Criterion> criteria = lines(detour, "criteria", conditions);
        if (reasons.containsKey(name) && !criteria.isEmpty()) {
            detour.problem("criteria", "reasons lead to this detour: keep either them or its criteria");
        }
        Criterion byReason = reasons.get(name);
        detours.add(new Detour(
                name, detour.choice("back-to", stages).orElse(""), byReason == null ? criteria : List.of(byReason)));
    }

    private static List<Criterion> lines(Section group, String key, Conditions conditions) {
        return List.copyOf(group.section(key).map(conditions::lines).orElse(List.of()));
    }

    /** How the CRMs show a stage or a detour. */
    private void shown(String name, Section stage) {
        if (!name.matches("[a-z][a-z0-9-]*")) {
            stage.problem("", "a stage is named by a short word of lower-case letters, such as mql");
        }
        values(name, stage);
        stage.section("stamps").ifPresent(section -> {
            section.only(places.sides().names());
            places.read(section).forEach((crm, fields) -> {
                places.claim(crm, fields, section.at(crm.name()));
                stamps.computeIfAbsent(crm, c -> new LinkedHashMap<>()).put(name, fields);
            });
        });
    }

    private void values(String name, Section stage) {
        Optional<Section> section =
                stage.section("values").map(s -> s.only(places.sides().names()));
        for (CrmId crm : places.sides().ids()) {
            section.flatMap(s -> s.text(crm.name())).ifPresent(value -> {
                Map<String, String> others = values.computeIfAbsent(crm, c -> new LinkedHashMap<>());
                if (others.containsValue(value)) {
                    section.get()
                            .problem(
                                    crm.name(),
                                    "another stage has the value " + Words.quoted(value) + " of " + crm
                                            + " already: a value means one stage");
                }
                if (!stageFields.containsKey(crm)) {
                    section.get().problem(crm.name(), "'stage-field' names no field of " + crm + " for this value");
                }
                others.put(name, value);
            });
        }
    }

    /** Stages and detours, and what becomes of moves that they do not allow. */
    Lifecycle lifecycle() {
        Optional<Section> section = file.section(ILLEGAL).map(s -> s.only(ILLEGAL_KEYS));
        Map<String, Then> undone = Map.of("refuse", Then.REFUSE, "escalate", Then.ESCALATE);
        Map<String, Then> all = new TreeMap<>(undone);
        all.put("allow", Then.ALLOW);
        return new Lifecycle(
                rules,
                detours,
                new IllegalMoves(
                        section.flatMap(s -> s.choice("back", new TreeMap<>(undone)))
                                .orElse(Then.REFUSE),
                        section.flatMap(s -> s.choice("past-gate", all)).orElse(Then.ALLOW)));
    }

    /** What was agreed on handing leads over. */
    Optional<Handoff> handoff() {
        return handoff.flatMap(
                h -> h.read(rules.stream().map(r -> r.stage().name()).toList()));
    }

    /** The product's own fields, on each record type that has a key. */
    Map<CrmId, Map<RecordType, OwnFields>> own(Map<CrmId, Map<RecordType, FieldName>> keys) {
        Map<CrmId, Map<RecordType, OwnFields>> own = new LinkedHashMap<>();
        keys.forEach((crm, fields) -> {
            Map<RecordType, OwnFields> perType = new LinkedHashMap<>();
            fields.forEach((type, key) -> perType.put(type, own(crm, type, key)));
            own.put(crm, perType);
        });
        return own;
    }

    private OwnFields own(CrmId crm, RecordType type, FieldName key) {
        Map<String, FieldName> stampFields = new LinkedHashMap<>();
        stamps.getOrDefault(crm, Map.of()).forEach((stage, fields) -> {
            if (fields.containsKey(type)) {
                stampFields.put(stage, fields.get(type));
            }
        });
        Optional<FieldName> stage =
                Optional.ofNullable(stageFields.getOrDefault(crm, Map.of()).get(type));
        Map<String, String> stageValues = stage.isPresent() ? values.getOrDefault(crm, Map.of()) : Map.of();
        HandoffFields timed = handoff.map(h -> h.own(crm, type)).orElse(HandoffFields.NONE);
        return new OwnFields(type, key, stage, stageValues, stampFields, timed);
    }
}
