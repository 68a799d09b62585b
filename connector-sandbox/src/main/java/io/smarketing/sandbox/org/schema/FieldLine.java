package io.smarketing.sandbox.org.schema;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Reads one line of a schema file as a field. */
final class FieldLine {

    private static final int DEFAULT_LENGTH = 18;

    private final Set<Trait> traits = EnumSet.noneOf(Trait.class);
    private Link link = Link.NONE;
    private String fallback = "";

    private FieldLine() {}

    static Field read(String line, int slot) {
        String[] halves = line.split(" = ", 2);
        List<String> picklist = halves.length == 2 ? List.of(halves[1].split("\\|")) : List.of();
        List<String> words = new ArrayList<>(List.of(halves[0].trim().split(" +")));
        String name = words.remove(0);
        String kind = words.remove(0);
        FieldLine reading = new FieldLine();
        words.forEach(word -> reading.trait(word, picklist));
        FieldType type = FieldType.valueOf(kind.replaceAll("\\(.*", "").toUpperCase(Locale.ROOT));
        if (type == FieldType.BOOLEAN && reading.fallback.isEmpty()) {
            reading.fallback = "false";
        }
        return new Field(slot, name, type, size(kind), reading.traits, picklist, reading.link, reading.fallback);
    }

    private static Field.Size size(String kind) {
        int open = kind.indexOf('(');
        if (open < 0) {
            return new Field.Size(DEFAULT_LENGTH, 0);
        }
        String[] numbers = kind.substring(open + 1, kind.length() - 1).split(",");
        return new Field.Size(Integer.parseInt(numbers[0]), numbers.length > 1 ? Integer.parseInt(numbers[1]) : 0);
    }

    private void trait(String word, List<String> picklist) {
        if (word.startsWith(">")) {
            String[] parts = word.substring(1).split(":");
            link = new Link(parts[0], List.of(parts[1].split(",")), parts.length > 2 ? parts[2] : "");
        } else if (word.startsWith("default:")) {
            fallback = word.substring("default:".length());
        } else if (word.equals("defaultfirst")) {
            fallback = picklist.get(0);
        } else {
            traits.addAll(named(word));
        }
    }

    private static Set<Trait> named(String word) {
        return switch (word) {
            case "readonly" -> EnumSet.of(Trait.NOT_CREATEABLE, Trait.NOT_UPDATEABLE);
            case "createonly" -> EnumSet.of(Trait.NOT_UPDATEABLE);
            case "external" -> EnumSet.of(Trait.EXTERNAL_ID);
            case "idlookup" -> EnumSet.of(Trait.ID_LOOKUP);
            default -> EnumSet.of(Trait.valueOf(word.toUpperCase(Locale.ROOT)));
        };
    }
}
