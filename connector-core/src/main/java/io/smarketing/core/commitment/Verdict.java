package io.smarketing.core.commitment;

import io.smarketing.core.lead.Email;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What a period came to when it was over; it stands, whatever comes to light later.
 *
 * @param owner who answers for it, if that was agreed
 * @param score as it was then
 * @param causes what it was made up of
 * @param at when the period was over
 */
public record Verdict(Goal goal, Optional<Email> owner, Score score, List<Part> causes, Instant at) {

    public Verdict {
        causes = List.copyOf(causes);
    }
}
