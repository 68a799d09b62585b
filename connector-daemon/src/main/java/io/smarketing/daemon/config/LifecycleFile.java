package io.smarketing.daemon.config;

import io.smarketing.core.crm.record.CrmId;
import io.smarketing.core.crm.record.RecordType;
import io.smarketing.core.crm.record.StageFact;
import io.smarketing.core.lead.FieldName;
import io.smarketing.core.lead.Stage;
import io.smarketing.core.lifecycle.Criterion;
import io.smarketing.core.lifecycle.StageRule;
import io.smarketing.core.mapping.OwnFields;
import io.smarketing.daemon.cel.Conditions;
import io.smarketing.daemon.config.field.Places;
import io.smarketing.daemon.config.yaml.Section;
import io.smarketing.daemon.config.yaml.Words;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Reads {@code lifecycle.yaml}: the stages in their order, where each CRM holds them, and what makes them. */
final class LifecycleFile {

    static final String NAME = "lifecycle.yaml";
    static final List<String> KEYS = List.of("stage-field", "stages");
    static final List<String> STAGE_KEYS = List.of("values", "stamps", "fact", "criteria");
    static final Map<String, StageFact> FACTS =
            new TreeMap<>(Map.of("opportunity", StageFact.OPPORTUNITY, "won-opportunity", StageFact.WON_OPPORTUNITY));

    private final Section file;
    private final Places places;
    private final Map<CrmId, Map<RecordType, FieldName>> stageFields;
    private final List<StageRule> rules = new ArrayList<>();
    private final Map<CrmId, Map<String, String>> values = new HashMap<>();
    private final Map<CrmId, Map<String, Map<RecordType, FieldName>>> stamps = new HashMap<>();

    LifecycleFile(Section file, Places places, Conditions conditions) {
        this.file = file.only(KEYS).require("stages", "name the stages below it, in their order");
        this.places = places;
        this.stageFields = stageFields();
        file.section("stages").ifPresent(stages -> {
            for (String name : stages.keys()) {
                stages.section(name, "stage " + Words.quoted(name)).ifPresent(s -> stage(name, s, conditions));
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
        if (!name.matches("[a-z][a-z0-9-]*")) {
            stage.problem("", "a stage is named by a short word of lower-case letters, such as mql");
        }
        stage.only(STAGE_KEYS);
        values(name, stage);
        stage.section("stamps").ifPresent(section -> {
            section.only(places.sides().names());
            places.read(section).forEach((crm, fields) -> {
                places.claim(crm, fields, section.at(crm.name()));
                stamps.computeIfAbsent(crm, c -> new LinkedHashMap<>()).put(name, fields);
            });
        });
        List<Criterion> criteria =
                List.copyOf(stage.section("criteria").map(conditions::lines).orElse(List.of()));
        rules.add(new StageRule(new Stage(name, rules.size()), stage.choice("fact", FACTS), criteria));
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

    /** The stages, in their order. */
    List<StageRule> rules() {
        return rules;
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
        return new OwnFields(type, key, stage, stageValues, stampFields);
    }
}
