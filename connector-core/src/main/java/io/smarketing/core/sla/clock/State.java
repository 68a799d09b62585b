package io.smarketing.core.sla.clock;

/** How a promise stands. */
public enum State {
    /** It has not begun to run. */
    WAITING,
    /** There is time left. */
    RUNNING,
    /** There is time left, and a warning was given. */
    AT_RISK,
    /** It stands still. */
    PAUSED,
    /** The time is over, and what was promised has not happened. */
    BREACHED,
    /** It was kept in time. */
    KEPT,
    /** It ended, when the time was over. */
    LATE,
    /** It was called off in time. */
    CANCELLED;

    /** True as long as something may still come of it. */
    public boolean isOpen() {
        return this == WAITING || this == RUNNING || this == AT_RISK || this == PAUSED || this == BREACHED;
    }

    /** True if the time was over before it ended. */
    public boolean isBroken() {
        return this == BREACHED || this == LATE;
    }

    /** As files and fields spell it. */
    public String word() {
        return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }
}
