package io.smarketing.simulation.claim;

import io.smarketing.core.crm.record.RecordRef;
import io.smarketing.core.person.Person;
import io.smarketing.core.sync.Parked;
import io.smarketing.simulation.people.Someone;
import java.util.List;

/**
 * A human whom the engine knows in both CRMs.
 *
 * @param person as the engine remembers them
 * @param parked what is aside of either record
 */
record Pair(Someone someone, Person person, RecordRef portal, RecordRef org, List<Parked> parked) {}
