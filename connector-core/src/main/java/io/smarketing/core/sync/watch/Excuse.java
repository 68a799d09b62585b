package io.smarketing.core.sync.watch;

import io.smarketing.core.lead.Email;
import io.smarketing.core.person.PersonId;
import java.time.Instant;

/**
 * Somebody's word that a promise about one handoff need not be kept, or was broken for a reason; never taken back. How its
 * clock stands is not changed by it.
 *
 * @param pass the number of the pass through the funnel
 * @param promise its name
 * @param by who said so
 */
public record Excuse(PersonId person, int pass, String promise, Instant at, Email by, String reason) {

    /** True if it is about that promise. */
    public boolean isOf(ClockRow row) {
        return pass == row.pass() && promise.equals(row.promise()) && person.equals(row.person());
    }
}
