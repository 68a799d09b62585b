package io.smarketing.core.feedback;

import io.smarketing.core.lead.Email;
import io.smarketing.core.lifecycle.Handoff;
import io.smarketing.core.person.PersonId;
import java.time.Instant;
import java.util.Optional;

/**
 * A lead that sales sent back: rejected before anybody got in touch, or disqualified after that.
 *
 * @param pass the number of the pass through the funnel
 * @param verdict the word that sales gave
 * @param reason empty text if none was given yet
 * @param by the user who gave it, where the CRM told
 * @param touched whether somebody had tried to reach the person before
 */
public record Returned(
        PersonId person, int pass, Instant at, String verdict, String reason, Optional<Email> by, boolean touched) {

    /** False if the lead was rejected after contact, or disqualified before anybody got in touch. */
    public boolean isFitting() {
        return !verdict.equals(touched ? Handoff.REJECTED : Handoff.DISQUALIFIED);
    }
}
