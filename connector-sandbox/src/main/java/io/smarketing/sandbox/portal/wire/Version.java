package io.smarketing.sandbox.portal.wire;

import java.util.Optional;

/** The naming schemes that live side by side: numbered ones, and ones named by month. */
public enum Version {
    V1("v1"),
    V3("v3"),
    V4("v4"),
    MARCH_2026("2026-03"),
    SEPTEMBER_2026("2026-09");

    private final String text;

    Version(String text) {
        this.text = text;
    }

    public static Optional<Version> of(String text) {
        for (Version version : values()) {
            if (version.text.equals(text)) {
                return Optional.of(version);
            }
        }
        return Optional.empty();
    }

    public String text() {
        return text;
    }

    public boolean dated() {
        return this == MARCH_2026 || this == SEPTEMBER_2026;
    }

    /** True where the portal enforces its admin's rules on writes, and normalises dates instead of refusing them. */
    public boolean strict() {
        return this == SEPTEMBER_2026;
    }
}
