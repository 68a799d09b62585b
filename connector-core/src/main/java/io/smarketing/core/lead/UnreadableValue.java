package io.smarketing.core.lead;

/** A value that is none of its field's type; the message completes "the value of field X ..." and holds no value. */
public final class UnreadableValue extends Exception {

    private static final long serialVersionUID = 1L;

    public UnreadableValue(String completion) {
        super(completion);
    }
}
