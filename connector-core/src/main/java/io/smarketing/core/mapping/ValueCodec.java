package io.smarketing.core.mapping;

import io.smarketing.core.lead.FieldValue;
import java.util.function.Function;

/** Turns one CRM's value of a field into the neutral value and back. Pure; {@code read(write(x))} is x or its like. */
public interface ValueCodec {

    Coded read(FieldValue held);

    Coded write(FieldValue neutral);

    /** What came of it. */
    sealed interface Coded {

        /** The value, in the normal form of its side. */
        record Value(FieldValue value) implements Coded {}

        /** This value has no counterpart and says nothing: neither equal nor different (an owner unknown there). */
        record NotApplicable() implements Coded {}

        /** The value cannot be turned; the reason completes "the value of field X ..." without the value itself. */
        record Unreadable(String why) implements Coded {}

        static Coded of(String text) {
            return new Value(FieldValue.of(text));
        }

        /** One total match. */
        default <T> T match(
                Function<FieldValue, T> value, Function<NotApplicable, T> none, Function<String, T> unreadable) {
            if (this instanceof Value v) {
                return value.apply(v.value());
            }
            return this instanceof Unreadable u ? unreadable.apply(u.why()) : none.apply((NotApplicable) this);
        }
    }
}
