package io.smarketing.core.crm.open;

/** A token, key or password: it shows itself only to who asks by name. */
public record Secret(String reveal) {

    @Override
    public String toString() {
        return "***";
    }
}
