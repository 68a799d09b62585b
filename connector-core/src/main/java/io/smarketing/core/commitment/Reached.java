package io.smarketing.core.commitment;

import io.smarketing.core.person.PersonId;
import java.time.Instant;

/**
 * A stage that somebody has reached.
 *
 * @param pass the number of the pass through the funnel
 */
public record Reached(PersonId person, int pass, String stage, Instant at) {}
