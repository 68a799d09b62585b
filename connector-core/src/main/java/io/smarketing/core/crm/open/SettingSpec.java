package io.smarketing.core.crm.open;

/**
 * One setting that an adapter understands.
 *
 * @param name the word in the configuration
 * @param help one sentence for the admin
 */
public record SettingSpec(String name, Kind kind, boolean required, String help) {

    /** What a setting's text must be. */
    public enum Kind {
        /** Any text. */
        TEXT,
        /** A text that is never shown. */
        SECRET,
        /** An http or https URL. */
        URL,
        /** A whole number. */
        NUMBER,
        /** {@code true} or {@code false}. */
        BOOLEAN,
        /** A file, relative to the configuration's folder. */
        FILE
    }
}
