package io.smarketing.sandbox.portal.schema;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The type of a property's values, with the field types that may show it. */
public enum ValueType {
    STRING(Set.of("text", "textarea", "html", "file", "phonenumber", "calculation_equation")),
    NUMBER(Set.of("number", "calculation_equation")),
    ENUMERATION(Set.of("select", "radio", "checkbox", "booleancheckbox")),
    BOOL(Set.of("booleancheckbox")),
    DATE(Set.of("date")),
    DATETIME(Set.of("date")),
    PHONE_NUMBER(Set.of("phonenumber"));

    private final Set<String> fieldTypes;

    ValueType(Set<String> fieldTypes) {
        this.fieldTypes = fieldTypes;
    }

    public static Optional<ValueType> find(String named) {
        for (ValueType type : values()) {
            if (type.text().equals(named)) {
                return Optional.of(type);
            }
        }
        return Optional.empty();
    }

    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    public boolean shownAs(String fieldType) {
        return fieldTypes.contains(fieldType);
    }
}
