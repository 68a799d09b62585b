package io.smarketing.core.feedback;

import io.smarketing.core.person.PersonId;
import java.time.Instant;

/**
 * What marketing says to a lead that was sent back; it is given once, and never changed.
 *
 * @param by the address of the role, or where it was said
 * @param change what was changed because of it
 */
public record Answer(PersonId person, int pass, Instant at, String by, String change) {}
