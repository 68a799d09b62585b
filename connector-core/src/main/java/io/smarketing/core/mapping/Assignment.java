package io.smarketing.core.mapping;

import java.util.Optional;

/**
 * Who gets the new records of a CRM; a record that exists keeps its owner until somebody gives it another.
 *
 * @param queue the name of the queue, if a queue gets them
 * @param line where that stands, as {@code file:line}, for messages
 */
public record Assignment(By by, Optional<String> queue, String line) {

    /** The CRM's own rules, where nothing is said. */
    public static final Assignment RULES = new Assignment(By.RULES, Optional.empty(), "mapping.yaml");

    /** Who decides on the owner of a new record. */
    public enum By {
        /** The CRM's own assignment rules; where it has none, the mapped owner. */
        RULES,
        /** A queue gets it, whoever owns the source. */
        QUEUE,
        /** Who owns the source gets it, whatever the CRM's rules say. */
        OWNER
    }
}
