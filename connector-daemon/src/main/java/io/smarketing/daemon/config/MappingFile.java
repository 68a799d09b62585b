package io.smarketing.daemon.config;

import io.smarketing.core.crm.record.CrmId;
import io.smarketing.core.crm.record.RecordType;
import io.smarketing.core.lead.FieldName;
import io.smarketing.core.lead.FieldType;
import io.smarketing.core.mapping.Assignment;
import io.smarketing.core.mapping.EntryCondition;
import io.smarketing.core.mapping.FieldRule;
import io.smarketing.daemon.cel.Conditions;
import io.smarketing.daemon.cel.EntryLines;
import io.smarketing.daemon.config.field.AssignLines;
import io.smarketing.daemon.config.field.FieldLine;
import io.smarketing.daemon.config.field.Places;
import io.smarketing.daemon.config.yaml.Section;
import io.smarketing.daemon.config.yaml.Words;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads {@code mapping.yaml}, or its part on companies or deals: which fields belong together, and who enters. */
final class MappingFile {

    static final String NAME = "mapping.yaml";
    /** Of every subject. */
    static final List<String> COMMON_KEYS = List.of("key", "fields", "entry", "on-delete");

    static final List<String> KEYS = List.of("key", "fields", "entry", "on-delete", "assign", "companies", "deals");

    /** What a deletion in a CRM does to the person's record in the other one. */
    private static final Map<String, Boolean> ON_DELETE = Map.of("unlink", false, "delete", true);

    private final Section file;
    private final Places places;

    /** @param keys the keys that there are */
    MappingFile(Section file, List<String> keys, Places places) {
        this.file = file.only(keys)
                .require("key", "name the field that holds our key in each CRM")
                .require("fields", "name the fields to keep in step below it");
        this.places = places;
    }

    /** Where our key stands: on each type of each CRM, or it is reported. */
    Map<CrmId, Map<RecordType, FieldName>> keys() {
        Optional<Section> key =
                file.section("key").map(s -> s.only(places.sides().names()));
        Map<CrmId, Map<RecordType, FieldName>> keys = key.map(places::read).orElse(Map.of());
        key.ifPresent(section -> places.sides().ids().forEach(crm -> {
            section.require(crm.name(), "our key is how a person is found again");
            List<RecordType> types = places.sides().typesOf(crm);
            Map<RecordType, FieldName> fields = keys.getOrDefault(crm, Map.of());
            if (keys.containsKey(crm) && !fields.isEmpty() && !fields.keySet().containsAll(types)) {
                section.problem(
                        crm.name(),
                        "the key needs a field on each record type: "
                                + Words.either(
                                        types.stream().map(RecordType::name).toList()));
            }
            places.claim(crm, fields, section.at(crm.name()));
        }));
        return keys;
    }

    /** The name and type of every field, also of those that are wrong otherwise. */
    Map<FieldName, FieldType> types() {
        Map<FieldName, FieldType> types = new LinkedHashMap<>();
        file.section("fields").ifPresent(fields -> {
            for (String name : fields.keys()) {
                if (Conditions.canName(name)) {
                    FieldType type = fields.section(name).map(FieldLine::type).orElse(FieldType.TEXT);
                    types.put(FieldName.of(name), type);
                }
            }
        });
        return types;
    }

    List<FieldRule> rules() {
        List<FieldRule> rules = new ArrayList<>();
        file.section("fields").ifPresent(fields -> {
            if (fields.keys().isEmpty()) {
                fields.problem("", "no field is mapped: name at least one");
            }
            FieldLine line = new FieldLine(places);
            for (String name : fields.keys()) {
                if (!Conditions.canName(name)) {
                    fields.problem(
                            name,
                            Words.quoted(name) + " cannot name a field: use letters, digits and _, beginning with a"
                                    + " letter, and no word that CEL keeps for itself (in, type, list, ...)");
                    continue;
                }
                fields.section(name)
                        .flatMap(s -> line.read(FieldName.of(name), s, fields.at(name)))
                        .ifPresent(rules::add);
            }
        });
        return rules;
    }

    /** Who gets new records, per CRM that says so. */
    Map<CrmId, Assignment> assignments(List<FieldRule> rules) {
        return file.section("assign")
                .map(new AssignLines(places.sides(), rules)::read)
                .orElse(Map.of());
    }

    /** The CRMs whose deletions are carried over. */
    Set<CrmId> carriedDeletions() {
        Set<CrmId> carried = new LinkedHashSet<>();
        file.section("on-delete").ifPresent(section -> {
            section.only(places.sides().names());
            for (CrmId crm : places.sides().ids()) {
                section.choice(crm.name(), ON_DELETE).filter(carries -> carries).ifPresent(carries -> carried.add(crm));
            }
        });
        return carried;
    }

    /** Who enters, per CRM; everybody where the file says nothing. */
    Map<CrmId, EntryCondition> entry(Conditions conditions) {
        Map<CrmId, EntryCondition> entry = new LinkedHashMap<>();
        places.sides().ids().forEach(crm -> entry.put(crm, EntryCondition.EVERYBODY));
        file.section("entry").ifPresent(section -> {
            section.only(places.sides().names());
            for (CrmId crm : places.sides().ids()) {
                section.section(crm.name()).ifPresent(l -> entry.put(crm, new EntryLines(conditions.lines(l))));
            }
        });
        return entry;
    }
}
