package io.smarketing.testkit.engine;

import io.smarketing.core.lifecycle.Moment;
import io.smarketing.testkit.engine.HandoffStory.Happening;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What the documentation says becomes of a lead, in plain words: the engine is held against it. */
final class HandoffRules {
    private static final List<String> STAGES = List.of("", "mql", "sql", "opportunity");
    private int stage;
    private Optional<String> detour = Optional.empty();
    private int pass = 1;
    private Optional<Instant> began = Optional.empty();
    private boolean owned;
    private String verdict = "";
    private Map<Moment, Instant> moments = new TreeMap<>();

    String standing() {
        return detour.orElse(STAGES.get(stage));
    }

    int pass() {
        return pass;
    }

    Map<Moment, Instant> moments() {
        return Map.copyOf(moments);
    }

    /**
     * @param at when it happens
     * @param seen when the engine sees it
     */
    void happen(Happening happening, Instant at, Instant seen) {
        switch (happening) {
            case ENGAGED, ENGAGED_AGAIN, MQL_BY_HAND_RIGHT -> reach("mql", seen, "");
            case MQL_BY_HAND_LEFT -> reach("mql", at, "");
            case SQL_BY_HAND -> reach("sql", at, "");
            case OPPORTUNITY -> reach("opportunity", at, "");
            case ASSIGNED -> {
                owned = true;
                moment(Moment.ASSIGNED, at);
            }
            case TOUCHED_LEFT, TOUCHED_RIGHT -> moment(Moment.TOUCHED, at);
            case ACCEPTED -> {
                verdict = "accepted";
                reach("sql", seen, verdict);
                moment(Moment.ACCEPTED, at);
            }
            case TOO_EARLY, DISQUALIFIED -> {
                moment(Moment.REJECTED, at);
                verdict = "rejected";
                detour = Optional.of(happening == Happening.DISQUALIFIED ? "disqualified" : "recycled");
            }
            case CONVERTED -> {
                // the same person all along
            }
        }
    }

    private void reach(String name, Instant at, String said) {
        int next = STAGES.indexOf(name);
        if (detour.isPresent()) {
            detour = Optional.empty();
            pass++;
            stage = 0;
            began = Optional.empty();
            verdict = said;
            moments = new TreeMap<>();
        }
        if (next <= stage) {
            return;
        }
        stage = next;
        if (name.equals("mql")) {
            began = Optional.of(at);
            if (owned) {
                moments.put(Moment.ASSIGNED, at);
            }
        }
    }

    /** Only of a handoff that has begun, and only once; on a detour only sales' answer counts. */
    private void moment(Moment moment, Instant at) {
        boolean answer = moment == Moment.REJECTED || moment == Moment.ACCEPTED;
        if (began.isPresent() && (detour.isEmpty() || answer)) {
            moments.putIfAbsent(moment, at);
        }
    }
}
