package io.smarketing.sandbox.portal.schema;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * The reader of one line {@code name|label|type|fieldType|marks|options}; a line that says {@code {stage}} stands for
 * as many as there are default lifecycle stages.
 */
record PropertyLine(Instant birth) {

    private static final List<String> STAGES = List.of(
            "subscriber",
            "lead",
            "marketingqualifiedlead",
            "salesqualifiedlead",
            "opportunity",
            "customer",
            "evangelist",
            "other");

    void add(Schema schema, String group, String line) {
        if (line.contains("{stage}")) {
            STAGES.forEach(stage -> add(schema, group, line.replace("{stage}", stage)));
            return;
        }
        String[] part = line.split("\\|", -1);
        ValueType type = ValueType.find(part[2]).orElseThrow(() -> new IllegalStateException(line));
        Look look = new Look(part[1], group, part[3], "", -1);
        String options = part.length > 5 ? part[5] : type == ValueType.BOOL ? "true=Yes;false=No" : "";
        schema.put(new Property(
                schema.slotFor(part[0]),
                part[0],
                look,
                type,
                options(options),
                traits(part.length > 4 ? part[4] : ""),
                birth,
                birth));
    }

    private static Set<Trait> traits(String marks) {
        Set<Trait> traits = EnumSet.noneOf(Trait.class);
        for (String mark : marks.split(",")) {
            if (!mark.isEmpty()) {
                traits.add(Objects.requireNonNull(trait(mark)));
            }
        }
        return traits;
    }

    private static Trait trait(String mark) {
        return switch (mark) {
            case "ro" -> Trait.READ_ONLY;
            case "calc" -> Trait.CALCULATED;
            case "unique" -> Trait.UNIQUE;
            case "born" -> Trait.HUBSPOT_DEFINED;
            case "owner" -> Trait.OWNER;
            case "form" -> Trait.FORM_FIELD;
            default -> throw new IllegalStateException("unknown mark " + mark);
        };
    }

    private static List<Option> options(String text) {
        List<Option> options = new ArrayList<>();
        for (String each : text.split(";")) {
            if (!each.isEmpty()) {
                String[] pair = each.split("=", 2);
                options.add(new Option(pair[pair.length - 1], pair[0], "", options.size(), false));
            }
        }
        return options;
    }
}
