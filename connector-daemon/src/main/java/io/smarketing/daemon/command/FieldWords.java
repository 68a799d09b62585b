package io.smarketing.daemon.command;

import io.smarketing.core.crm.record.CrmId;
import io.smarketing.core.mapping.FieldRule;
import io.smarketing.core.merge.MergePolicy;
import java.util.Collection;
import java.util.stream.Collectors;

/** What is said of a mapped field's way and policy, in the words of the file. */
public final class FieldWords {

    private FieldWords() {}

    /** {@code both}, {@code a to b}, or where it is only read. */
    public static String direction(FieldRule rule, Collection<CrmId> crms) {
        if (rule.places().size() == 1) {
            return "read in " + rule.places().keySet().iterator().next();
        }
        return rule.policy()
                .source()
                .map(from -> from
                        + crms.stream()
                                .filter(c -> !c.equals(from))
                                .map(to -> " to " + to)
                                .collect(Collectors.joining()))
                .orElse("both");
    }

    /** What decides; empty if there can be no conflict. */
    public static String conflict(MergePolicy policy) {
        if (policy.source().isPresent()) {
            return "";
        }
        return switch (policy.conflict()) {
            case NEWEST -> "newest, tie " + policy.favoured();
            case PREFER -> "prefer " + policy.favoured();
            case PREFER_UNLESS_BLANK -> "prefer " + policy.favoured() + " unless blank";
        };
    }
}
