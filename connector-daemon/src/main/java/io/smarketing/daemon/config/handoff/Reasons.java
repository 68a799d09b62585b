package io.smarketing.daemon.config.handoff;

import io.smarketing.core.lead.FieldName;
import io.smarketing.core.lead.Fields;
import io.smarketing.core.lifecycle.Criterion;
import io.smarketing.core.lifecycle.Handoff;
import java.util.Set;
import java.util.TreeSet;

/**
 * The line that takes a lead on a detour because sales sent it back for one of these reasons.
 *
 * @param verdict the mapped field of the verdict
 * @param reason the mapped field of the reason
 */
public record Reasons(FieldName verdict, FieldName reason, Set<String> words) implements Criterion {

    public Reasons {
        words = java.util.Collections.unmodifiableSet(new TreeSet<>(words));
    }

    @Override
    public String name() {
        return "sales sends it back";
    }

    @Override
    public String source() {
        return verdict + " is not " + Handoff.ACCEPTED + ", and " + reason + " is one of " + String.join(", ", words);
    }

    @Override
    public Set<FieldName> inputs() {
        return Set.of(verdict, reason);
    }

    @Override
    public boolean holds(Fields neutral) {
        String given = neutral.text(verdict);
        return !given.isBlank() && !given.equals(Handoff.ACCEPTED) && words.contains(neutral.text(reason));
    }
}
