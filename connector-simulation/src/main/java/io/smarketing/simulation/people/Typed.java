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
    private final boolean late;
    private boolean told;
    private boolean overwrittenUnseen;

    /**
     * @param field by the mapping's name
     * @param before what the record held, in neutral words
     * @param value what it held afterwards
     * @param when the moment
     */
    public Typed(RecordRef ref, FieldName field, FieldValue before, FieldValue value, When when) {
        this.ref = ref;
        this.field = field;
        this.before = before;
        this.value = value;
        this.at = when.at();
        this.round = when.round();
        this.late = when.late();
    }

    /**
     * When something was typed.
     *
     * @param at by that CRM's clock
     * @param round the round that was under way, or zero
     * @param late it shows later than that, since it is not committed yet
     */
    public record When(Instant at, long round, boolean late) {}

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

    /** True if it may have been typed after the engine, in that round, had read the record. */
    public boolean mayBeUnread(long running) {
        return late || round != 0 && round == running;
    }

    /** True if it shows later than it was typed. */
    public boolean isLate() {
        return late;
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
