package io.smarketing.daemon.config.field;

import io.smarketing.core.crm.record.CrmId;
import io.smarketing.core.crm.record.RecordType;
import io.smarketing.core.lead.FieldName;
import io.smarketing.daemon.config.yaml.Position;
import io.smarketing.daemon.config.yaml.Problems;
import io.smarketing.daemon.config.yaml.Section;
import io.smarketing.daemon.config.yaml.TextNode;
import io.smarketing.daemon.config.yaml.Words;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads where something stands in a CRM, {@code Title} or {@code {Lead: Company, Contact: Account.Name}}, and watches
 * that no two lines write one field.
 */
public final class Places {

    private static final String API_NAME = "[A-Za-z0-9_-]+(\\.[A-Za-z0-9_-]+)*";

    private final Sides sides;
    private final Problems problems;
    private final Map<Claim, Position> claims = new HashMap<>();

    public Places(Sides sides, Problems problems) {
        this.sides = sides;
        this.problems = problems;
    }

    /** One field of one record type, which only one line may write. */
    private record Claim(CrmId crm, RecordType type, FieldName field) {}

    public Sides sides() {
        return sides;
    }

    /** The field per record type for each CRM that the section names. */
    public Map<CrmId, Map<RecordType, FieldName>> read(Section section) {
        Map<CrmId, Map<RecordType, FieldName>> places = new LinkedHashMap<>();
        for (CrmId crm : sides.ids()) {
            if (section.has(crm.name())) {
                places.put(crm, read(crm, section));
            }
        }
        return places;
    }

    private Map<RecordType, FieldName> read(CrmId crm, Section section) {
        Map<RecordType, FieldName> fields = new LinkedHashMap<>();
        if (section.node(crm.name()).filter(TextNode.class::isInstance).isPresent()) {
            name(section, crm.name()).ifPresent(f -> sides.typesOf(crm).forEach(type -> fields.put(type, f)));
            return fields;
        }
        Optional<Section> perType = section.section(crm.name());
        perType.ifPresent(types -> {
            List<String> known =
                    sides.typesOf(crm).stream().map(RecordType::name).toList();
            if (!known.isEmpty()) {
                types.only(known);
            }
            types.keys().forEach(t -> name(types, t).ifPresent(f -> fields.put(new RecordType(t), f)));
        });
        return Collections.unmodifiableMap(fields);
    }

    private static Optional<FieldName> name(Section section, String key) {
        Optional<String> text = section.text(key);
        if (text.isPresent() && !text.get().matches(API_NAME)) {
            section.valueProblem(
                    key,
                    Words.quoted(text.get()) + " is no field: give the CRM's API name, not its label",
                    Optional.empty());
            return Optional.empty();
        }
        return text.map(FieldName::of);
    }

    /** Notes that a line writes these fields; a field that another line writes is reported. */
    public void claim(CrmId crm, Map<RecordType, FieldName> fields, Position at) {
        fields.forEach((type, field) -> {
            Position first = claims.putIfAbsent(new Claim(crm, type, field), at);
            if (first != null && !first.equals(at)) {
                problems.add(
                        at,
                        field + " of " + crm + " is written by two lines, first in " + first
                                + ": keep one, or make this one 'direction: " + crm + " to ...'");
            }
        });
    }
}
