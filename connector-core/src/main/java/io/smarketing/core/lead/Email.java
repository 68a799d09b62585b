package io.smarketing.core.lead;

import java.util.Locale;
import java.util.Optional;

/**
 * An e-mail address in the form by which CRM records are matched: trimmed and lower-case. Dots and plus tags are kept,
 * since both CRMs keep them. Its text is personal: {@link #toString()} masks it.
 */
public record Email(String address) {

    public Email {
        address = address.strip().toLowerCase(Locale.ROOT);
        if (address.isEmpty()) {
            throw new IllegalArgumentException("an e-mail address is blank");
        }
    }

    /** The address, or empty if the text is blank. */
    public static Optional<Email> in(String text) {
        return text.isBlank() ? Optional.empty() : Optional.of(new Email(text));
    }

    /** First character and domain's last label only. */
    @Override
    public String toString() {
        int dot = address.lastIndexOf('.');
        return address.charAt(0) + "***" + (dot > address.indexOf('@') ? address.substring(dot) : "");
    }
}
