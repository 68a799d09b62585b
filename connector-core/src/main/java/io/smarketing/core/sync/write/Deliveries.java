package io.smarketing.core.sync.write;

import io.smarketing.core.sync.Route;
import java.time.Duration;

/** Hears how long changes took. */
@FunctionalInterface
public interface Deliveries {

    /** A change has reached the other CRM, so long after its record was stamped, by the CRMs' own clocks. */
    void delivered(Route route, Duration lag);
}
