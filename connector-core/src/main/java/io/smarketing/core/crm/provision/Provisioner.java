package io.smarketing.core.crm.provision;

import java.util.List;

/**
 * Makes what the product needs in a CRM account. It never deletes, and never changes what an admin made differently:
 * that it tells, with the remedy. At most it adds options to a list of our own. Running it again is always safe.
 */
public interface Provisioner {

    /** What is there, what is missing and what differs; writes nothing. */
    List<Part> plan(Blueprint blueprint);

    /** Makes what is missing, and tells what came of each part. */
    List<Part> make(Blueprint blueprint);
}
