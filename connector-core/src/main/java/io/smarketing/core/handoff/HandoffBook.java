package io.smarketing.core.handoff;

import io.smarketing.core.person.PersonId;
import java.util.List;

/** Remembers what was said of handoffs since something was agreed, and the leads as they were handed over. */
public interface HandoffBook {

    /** Stores leads as they are; one that was stored for its pass stays as it was. */
    void freeze(List<Snapshot> leads);

    /** What was said of a person, in the order of its times. */
    List<Testimony> said(PersonId person);

    /** The person as handed over, pass by pass. */
    List<Snapshot> frozen(PersonId person);
}
