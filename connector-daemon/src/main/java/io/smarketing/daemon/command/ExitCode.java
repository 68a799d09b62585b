package io.smarketing.daemon.command;

/** What a command's exit code says. */
public enum ExitCode {
    /** In step, or fine. */
    FINE(0),
    /** Failed; the reason is on standard error. */
    FAILED(1),
    /** The command line is not understood. */
    USAGE(2),
    /** In step, but rows are parked. */
    PARKED(3),
    /** A guard stopped the run. */
    GUARDED(4);

    private final int code;

    ExitCode(int code) {
        this.code = code;
    }

    public int code() {
        return code;
    }
}
