package io.smarketing.core.crm.open;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * An adapter's part of the configuration, checked against its {@link SettingSpec}s and free of parser types. Files are
 * absolute paths.
 */
public record Settings(Map<String, String> values) {

    public Settings {
        values = Map.copyOf(values);
    }

    /** A required setting's text; an IllegalArgumentException if it is missing. */
    public String text(String name) {
        return optional(name).orElseThrow(() -> new IllegalArgumentException("the setting '" + name + "' is missing"));
    }

    public Optional<String> optional(String name) {
        return Optional.ofNullable(values.get(name)).filter(v -> !v.isBlank());
    }

    /** A setting's secret. */
    public Optional<Secret> secret(String name) {
        return optional(name).map(Secret::new);
    }

    public OptionalLong number(String name) {
        return optional(name).map(Long::parseLong).map(OptionalLong::of).orElse(OptionalLong.empty());
    }

    public boolean flag(String name) {
        return optional(name).map(Boolean::parseBoolean).orElse(false);
    }

    public Set<String> names() {
        return values.keySet();
    }

    /** Names only: values may be secret. */
    @Override
    public String toString() {
        return values.keySet().toString();
    }
}
