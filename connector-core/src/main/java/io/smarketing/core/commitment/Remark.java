package io.smarketing.core.commitment;

import io.smarketing.core.lead.Email;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;

/**
 * What somebody did about a miss; it is added, and never changed.
 *
 * @param by the address of the role that did it
 * @param owner who is to carry out what was decided
 * @param deadline until when
 */
public record Remark(
        Kind kind, Instant at, Email by, String text, Optional<Email> owner, Optional<LocalDate> deadline) {

    /** What it is. */
    public enum Kind {
        /** Something was said about it. */
        DISCUSSED,
        /** It was decided what is to be done. */
        DECIDED,
        /** It is done with. */
        CLOSED;

        /** As files spell it. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
