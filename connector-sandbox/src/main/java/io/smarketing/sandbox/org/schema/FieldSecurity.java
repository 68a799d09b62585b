package io.smarketing.sandbox.org.schema;

import io.smarketing.sandbox.kernel.Switches;
import java.util.List;

/**
 * Which fields the integration user may see and edit: those the org was born with, and those that a permission grants,
 * but for what switches take away.
 */
public final class FieldSecurity {

    private final Switches switches;
    private final Grants grants;

    public FieldSecurity(Switches switches, Grants grants) {
        this.switches = switches;
        this.grants = grants;
    }

    /** True if the integration user may not see the field: as good as absent. */
    public boolean hidden(ObjectType type, Field field) {
        return named("hide-field", type, field) || field.is(Trait.GUARDED) && !grants.reads(type, field);
    }

    /** True if the integration user may see the field and not edit it. */
    public boolean readOnly(ObjectType type, Field field) {
        return named("readonly-field", type, field) || field.is(Trait.GUARDED) && !grants.edits(type, field);
    }

    /** True if the switch, a list such as {@code Lead.City,Lead.Phone}, names the field. */
    public boolean named(String switchName, ObjectType type, Field field) {
        return switches.get(switchName)
                .map(list -> List.of(list.split("\\s*,\\s*")))
                .map(names -> names.stream().anyMatch((type.name() + "." + field.name())::equalsIgnoreCase))
                .orElse(false);
    }
}
