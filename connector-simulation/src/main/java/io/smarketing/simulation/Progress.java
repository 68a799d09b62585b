package io.smarketing.simulation;

import io.smarketing.simulation.Outcome.Failure;
import io.smarketing.simulation.life.Counts;

/** Hears how far a simulation has come. */
public interface Progress {

    /** Hears nothing. */
    Progress NONE = new Progress() {};

    /** A life was lived, and all claims hold. */
    default void lived(Counts all) {}

    /** A claim does not hold; what is needed for it is looked for now. */
    default void violated(Failure whole) {}

    /** So many operations are left of those that may be needed. */
    default void cut(int left) {}
}
