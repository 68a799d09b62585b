package io.smarketing.core.crm.provision;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * One thing that the product needs in a CRM account, and how it stands with it.
 *
 * @param kind what it is, in the CRM's word: a property, a permission set
 * @param name its name there
 * @param remark what differs or failed and what to do, or what is about to be made; empty if there is nothing to say
 */
public record Part(String kind, String name, State state, String remark) {

    /** How it stands with a part. */
    public enum State {
        /** As we need it. */
        PRESENT,
        /** Not there yet. */
        MISSING,
        /** It was missing and is there now. */
        MADE,
        /** There, but not as we need it: an admin has to decide. */
        DIFFERENT,
        /** It could not be made. */
        FAILED
    }

    /** A part that is as we need it. */
    public static Part present(String kind, String name) {
        return new Part(kind, name, State.PRESENT, "");
    }

    /** A part that is not there. */
    public static Part missing(String kind, String name, String remark) {
        return new Part(kind, name, State.MISSING, remark);
    }

    /** A part that is there as we need it, unless something speaks against it. */
    public static Part there(String kind, String name, Optional<String> difference) {
        return difference.map(d -> new Part(kind, name, State.DIFFERENT, d)).orElseGet(() -> present(kind, name));
    }

    public boolean is(State other) {
        return state == other;
    }

    /**
     * What came of a making, from the same parts read before it and after it: what a CRM says in between is hearsay.
     *
     * @param refusals what the CRM said against a part, by its name
     */
    public static List<Part> outcome(List<Part> before, List<Part> after, Map<String, String> refusals) {
        Map<String, Part> missing = before.stream()
                .filter(p -> p.is(State.MISSING))
                .collect(Collectors.toMap(Part::title, p -> p, (a, b) -> a));
        List<Part> outcome = new ArrayList<>();
        for (Part now : after) {
            if (now.is(State.MISSING)) {
                String why =
                        refusals.getOrDefault(now.name(), "it was not made, and no reason was given: run it again");
                outcome.add(new Part(now.kind(), now.name(), State.FAILED, why));
            } else if (now.is(State.PRESENT) && missing.containsKey(now.title())) {
                String what = missing.get(now.title()).remark();
                outcome.add(new Part(now.kind(), now.name(), State.MADE, what));
            } else {
                outcome.add(now);
            }
        }
        return outcome;
    }

    private String title() {
        return kind + " " + name;
    }
}
