package io.smarketing.sandbox.portal.schema;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The definition of one property of one object type.
 *
 * @param slot the place of its value in a record; fixed for the property's life
 */
public record Property(
        int slot,
        String name,
        Look look,
        ValueType type,
        List<Option> options,
        Set<Trait> traits,
        Instant createdAt,
        Instant updatedAt) {

    public Property {
        options = List.copyOf(options);
        traits = Set.copyOf(traits);
    }

    public boolean is(Trait trait) {
        return traits.contains(trait);
    }

    /** True if it holds a set of options, not one. */
    public boolean multiple() {
        return type == ValueType.ENUMERATION && look.fieldType().equals("checkbox");
    }

    public Optional<Option> option(String value) {
        return options.stream().filter(o -> o.value().equals(value)).findFirst();
    }

    /** Option values in the order in which people see them. */
    public List<String> ordered() {
        return options.stream()
                .sorted(Comparator.comparingInt(Option::displayOrder))
                .map(Option::value)
                .toList();
    }

    public Property with(Look newLook, List<Option> newOptions, Set<Trait> newTraits, Instant at) {
        return new Property(slot, name, newLook, type, newOptions, newTraits, createdAt, at);
    }
}
