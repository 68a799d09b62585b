package io.smarketing.core.sync.write;

import io.smarketing.core.crm.record.CrmId;
import io.smarketing.core.sync.Route;
import java.time.Duration;

/** Hears what has arrived, and how long it took. */
@FunctionalInterface
public interface Deliveries {

    /** A change has reached the other CRM, so long after its record was stamped, by the CRMs' own clocks. */
    void delivered(Route route, Duration lag);

    /** So many notices were posted on the timelines of a CRM. */
    default void posted(CrmId crm, int notices) {}

    /** A CRM takes notices not from us, or not as they are: those wait until it is opened anew. */
    default void notPosted(CrmId crm, String why) {}
}
