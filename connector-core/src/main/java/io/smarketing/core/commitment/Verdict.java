package io.smarketing.core.commitment;

import io.smarketing.core.alert.Alert;
import io.smarketing.core.commitment.CommitmentBook.Breach;
import io.smarketing.core.lead.Email;
import io.smarketing.core.lead.Fingerprint;
import io.smarketing.core.sla.terms.Recipient;
import io.smarketing.core.sla.terms.Side;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What a period came to when it was over; it stands, whatever comes to light later.
 *
 * @param owner who answers for it, if that was agreed
 * @param score as it was then
 * @param causes what it was made up of
 * @param at when the period was over
 * @param breaches each promise that was broken, of one that was missed; a book tells them apart from it
 */
public record Verdict(
        Goal goal, Optional<Email> owner, Score score, List<Part> causes, Instant at, List<Breach> breaches) {

    public Verdict {
        causes = List.copyOf(causes);
        breaches = List.copyOf(breaches);
    }

    /** Without the promises that were broken. */
    public Verdict(Goal goal, Optional<Email> owner, Score score, List<Part> causes, Instant at) {
        this(goal, owner, score, causes, at, List.of());
    }

    /** What somebody is told of it. */
    Alert alert(Recipient to) {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("Promise", goal.side().word() + ": " + goal.name() + ", agreement " + goal.version());
        facts.put("Period", goal.period().name());
        facts.put("Promised", String.valueOf(score.promised()));
        facts.put("Delivered", String.valueOf(score.delivered()));
        facts.put(goal.side() == Side.SALES ? "Broken" : "Sent back", String.valueOf(score.against()));
        owner.ifPresent(o -> facts.put("Whose it is", o.address()));
        facts.put("To see it", "smarketing misses");
        String event = "miss-" + Fingerprint.of(goal.side() + " " + goal.name()) + "-"
                + goal.period().name().toLowerCase(Locale.ROOT);
        return new Alert(event, to, Optional.empty(), "Missed: what was promised for a period", facts, at);
    }
}
