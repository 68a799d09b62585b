package io.smarketing.sandbox.org.schema;

import java.util.List;
import java.util.Set;

/**
 * One field of an object.
 *
 * @param slot its place in a row's values
 * @param size digits or characters, and decimal places
 * @param fallback the value a new record gets if none is given, empty for none
 */
public record Field(
        int slot,
        String name,
        FieldType type,
        Size size,
        Set<Trait> traits,
        List<String> picklist,
        Link link,
        String fallback) {

    public Field {
        traits = Set.copyOf(traits);
        picklist = List.copyOf(picklist);
    }

    /** How much a field holds: characters of a text, or digits of a number of which {@code scale} are decimals. */
    public record Size(int length, int scale) {}

    public boolean is(Trait trait) {
        return traits.contains(trait);
    }

    public boolean custom() {
        return name.endsWith("__c");
    }

    public boolean createable() {
        return !is(Trait.NOT_CREATEABLE);
    }

    public boolean updateable() {
        return !is(Trait.NOT_UPDATEABLE);
    }

    public boolean nillable() {
        return !is(Trait.REQUIRED) && type != FieldType.BOOLEAN && type != FieldType.ID;
    }

    /** True if the table keeps an index of its values. */
    public boolean indexed() {
        return is(Trait.INDEXED) || is(Trait.UNIQUE) || is(Trait.EXTERNAL_ID) || is(Trait.ID_LOOKUP);
    }

    /** The words a person reads: {@code Smarketing_Key__c} is "Smarketing Key", {@code LastName} "Last Name". */
    public String label() {
        String bare = custom() ? name.substring(0, name.length() - 3) : name;
        String words = bare.replace('_', ' ').replaceAll("(?<=[a-z])(?=[A-Z])", " ");
        return type == FieldType.REFERENCE ? words.replaceAll(" Id$", " ID") : words;
    }
}
