package io.smarketing.core.sync.watch;

import io.smarketing.core.person.PersonId;
import io.smarketing.core.sla.clock.Reading;

/**
 * One promise about one handoff, as it stood when it was last looked at.
 *
 * @param pass the number of the pass through the funnel
 * @param promise its name; blank where nothing was promised
 * @param version that of the agreement by which it is judged for good
 * @param segment that in which the lead was when it was first looked at; blank if it was in none
 */
public record ClockRow(PersonId person, int pass, String promise, String version, String segment, Reading reading) {

    /** Notes that nothing was promised to a lead of that segment, or of none. */
    static ClockRow nothing(PersonId person, int pass, String version, String segment) {
        return new ClockRow(person, pass, "", version, segment, Reading.WAITING.calledOff());
    }

    /** False if it only notes that nothing was promised. */
    public boolean isPromise() {
        return !promise.isEmpty();
    }

    /** The same, if it is open still, of a promise that matters no more. */
    ClockRow calledOff() {
        return reading.state().isOpen()
                ? new ClockRow(person, pass, promise, version, segment, reading.calledOff())
                : this;
    }
}
