package io.smarketing.daemon.log;

import java.io.Serial;

/** Where a failure arose, without its messages: those of libraries may quote what a lead typed. */
public final class Wordless extends Exception {

    @Serial
    private static final long serialVersionUID = 1L;

    /** A chain of causes may be a ring. */
    private static final int DEEPEST = 20;

    private Wordless(Throwable failure) {
        super(failure.getClass().getName(), null, false, true);
        setStackTrace(failure.getStackTrace());
    }

    /** The same chain of causes, class by class. */
    public static Wordless of(Throwable failure) {
        return of(failure, DEEPEST);
    }

    private static Wordless of(Throwable failure, int deep) {
        Wordless wordless = new Wordless(failure);
        if (failure.getCause() != null && deep > 0) {
            wordless.initCause(of(failure.getCause(), deep - 1));
        }
        return wordless;
    }

    @Override
    public String toString() {
        return String.valueOf(getMessage());
    }
}
