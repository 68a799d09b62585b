package io.smarketing.simulation.engine;

import io.smarketing.core.crm.Crm;
import io.smarketing.core.mapping.Mapping;
import io.smarketing.core.person.PersonBook;
import io.smarketing.core.sync.Ledger;

/** What stands between the engine and its ports: nothing, but in tests that show that the claims can fail. */
public interface Twist {

    /** The engine as it is. */
    Twist NONE = new Twist() {};

    default Crm crm(Crm real) {
        return real;
    }

    /** What the engine believes was agreed. */
    default Mapping mapping(Mapping real) {
        return real;
    }

    default PersonBook book(PersonBook real) {
        return real;
    }

    default Ledger ledger(Ledger real) {
        return real;
    }
}
