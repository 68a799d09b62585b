package io.smarketing.simulation.world;

/** What can befall a call on its way. */
public enum Strike {
    /** The request never arrives. */
    REQUEST_LOST,
    /** The call is carried out, and its answer never arrives. */
    ANSWER_LOST,
    /** The call is carried out, and its answer comes too late for anybody to wait for it. */
    TIMEOUT,
    /** The CRM says that there are too many calls. */
    THROTTLED,
    /** The CRM breaks down before it does anything. */
    BROKEN,
    /** The CRM breaks down after it has done it. */
    BROKEN_AFTER,
    /** The daemon is killed before the call is sent. */
    KILLED,
    /** The daemon is killed after the call was carried out. */
    KILLED_AFTER
}
