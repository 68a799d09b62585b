package io.smarketing.core.sync.watch;

import io.smarketing.core.person.PersonId;
import io.smarketing.core.sla.clock.Reading;

/**
 * One promise about one handoff, as it stood when it was last looked at.
 *
 * @param pass the number of the pass through the funnel
 * @param version that of the agreement by which it is judged for good
 * @param segment that in which the lead was when it was first looked at
 */
public record ClockRow(PersonId person, int pass, String promise, String version, String segment, Reading reading) {

    ClockRow with(Reading now) {
        return new ClockRow(person, pass, promise, version, segment, now);
    }
}
