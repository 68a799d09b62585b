package io.smarketing.core.sync.settle;

import io.smarketing.core.lead.FieldName;
import io.smarketing.core.mapping.FieldMap;
import io.smarketing.core.mapping.FieldRule;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Numbers that mean something else without another field of their record, as an amount without its currency. Pure. */
public record Units(FieldMap one, FieldMap other) {

    /** The same rules, what numbers count before the numbers: they wait for it. */
    List<FieldRule> first(List<FieldRule> rules) {
        return Stream.concat(
                        rules.stream().filter(r -> of(r).isEmpty()),
                        rules.stream().filter(r -> of(r).isPresent()))
                .toList();
    }

    /** Why a number may not be carried: what it counts could not be. */
    Optional<String> waits(Draft draft, FieldRule rule) {
        return of(rule).filter(draft::isParked).map(Units::waits);
    }

    /** A sentence for a number that is aside with what it counts. */
    public static String waits(FieldName unit) {
        return "It waits for '" + unit + "', without which it would mean something else: mend that, and both go.";
    }

    private Optional<FieldName> of(FieldRule rule) {
        return one.unit(rule.name()).or(() -> other.unit(rule.name()));
    }
}
