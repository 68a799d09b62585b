package io.smarketing.sandbox.org.write;

import io.smarketing.sandbox.org.schema.ObjectType;
import java.time.Instant;

/**
 * Who writes, when and by which door.
 *
 * @param userId the user whom the record's stamps name
 * @param seconds the stamp, in whole seconds as the platform keeps it
 * @param door how the write comes in
 * @param assigns true if the active assignment rule may choose the owner of a new lead
 * @param allowsDuplicates true if a duplicate rule that only alerts is to be overridden
 */
public record Actor(String userId, Long seconds, Door door, boolean assigns, boolean allowsDuplicates) {

    /** How a write comes in. */
    public enum Door {
        /** Over the API, by the integration user: permissions, duplicate rules and locks apply. */
        API,
        /** A person at the screen. */
        SCREEN,
        /** A data file: it may tell what otherwise only the platform sets, such as a lead's conversion. */
        FILE
    }

    /** A person inside the org. */
    public static Actor person(String userId, Instant at, Door door) {
        return new Actor(userId, at.getEpochSecond(), door, false, true);
    }

    boolean api() {
        return door == Door.API;
    }

    /** Stamps a record as changed by this actor. */
    void sign(Object[] values) {
        values[ObjectType.LAST_MODIFIED_DATE] = seconds;
        values[ObjectType.LAST_MODIFIED_BY] = userId;
        values[ObjectType.SYSTEM_MODSTAMP] = seconds;
    }

    /** Stamps a new record, but for a creation that a file has told of. */
    void signNew(Object[] values) {
        sign(values);
        if (values[ObjectType.CREATED_BY] == null) {
            values[ObjectType.CREATED_BY] = userId;
        }
        if (values[ObjectType.CREATED_DATE] == null) {
            values[ObjectType.CREATED_DATE] = seconds;
        }
    }
}
