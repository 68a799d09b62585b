package io.smarketing.sandbox.data;

import java.time.Instant;
import java.util.Map;

/**
 * One later edit, as the timeline tells it.
 *
 * @param place file and line
 * @param key the e-mail address of the record
 * @param values what a {@code create} fills in; empty for the other actions
 */
public record TimelineRow(
        String place, Instant at, String crm, String object, String key, Action action, Change change) {

    /** What the timeline can do to a record. */
    public enum Action {
        CREATE,
        SET,
        CONVERT,
        MERGE,
        DELETE,
        /** Nobody does anything: what follows waits until the field holds the value. */
        AWAIT
    }

    /** Field and value of an edit, or the values of a new record. */
    public record Change(String field, String value, Map<String, String> values) {

        public Change {
            values = Map.copyOf(values);
        }
    }
}
