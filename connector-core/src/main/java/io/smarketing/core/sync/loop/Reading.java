package io.smarketing.core.sync.loop;

/** Why a page was read. */
public enum Reading {
    /** Everybody, for the first time. */
    FIRST_LOAD,
    /** What has changed. */
    CHANGES,
    /** Everybody, once more. */
    SWEEP
}
