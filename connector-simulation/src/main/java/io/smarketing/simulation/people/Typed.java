package io.smarketing.simulation.people;

import io.smarketing.core.crm.record.RecordRef;
import io.smarketing.core.lead.FieldName;
import io.smarketing.core.lead.FieldValue;
import java.time.Instant;

/** One value that somebody typed into one field of one record, and what the engine has seen of it. */
public final class Typed {

    private final RecordRef ref;
    private final FieldName field;
    private final FieldValue before;
    private final FieldValue value;
    private final Instant at;
    private final long round;
    private boolean told;
    private boolean overwrittenUnseen;

    /**
     * @param field by the mapping's name
     * @param before what the record held, in neutral words
     * @param value what it held afterwards
     * @param round the round that was under way, or zero
     */
    public Typed(RecordRef ref, FieldName field, FieldValue before, FieldValue value, Instant at, long round) {
        this.ref = ref;
        this.field = field;
        this.before = before;
        this.value = value;
        this.at = at;
        this.round = round;
    }

    public RecordRef ref() {
        return ref;
    }

    public FieldName field() {
        return field;
    }

    public FieldValue before() {
        return before;
    }

    public FieldValue value() {
        return value;
    }

    public Instant at() {
        return at;
    }

    /** True if it was typed while that round was under way. */
    public boolean isWithin(long running) {
        return round != 0 && round == running;
    }

    /** The engine has been told of it. */
    public void tell() {
        told = true;
    }

    public boolean isTold() {
        return told;
    }

    /** The engine wrote over it before it could know of it. */
    public void overwrite() {
        overwrittenUnseen = true;
    }

    public boolean isOverwrittenUnseen() {
        return overwrittenUnseen;
    }

    @Override
    public String toString() {
        return "'" + value.text() + "' typed into " + field + " of " + ref + " at " + at
                + (round == 0 ? "" : " within round " + round)
                + (told ? ", which the engine was told" : ", which the engine was never told");
    }
}
