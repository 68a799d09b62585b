package io.smarketing.core.commitment;

import io.smarketing.core.sla.terms.Side;
import java.util.List;

/**
 * How a goal stands at a moment.
 *
 * @param isBinding false if it is only told how it stands: it cannot be missed
 * @param isJudged false if the period was over before the agreement was read
 * @param over the part of the period's working time that has passed, one at its end
 */
public record Account(Goal goal, boolean isBinding, boolean isJudged, Score score, double over, List<Part> parts) {

    public Account {
        parts = List.copyOf(parts);
    }

    /** How a goal stands, in a word. */
    public enum State {
        /** As much as is to be expected by now, or more. */
        ON_PACE,
        /** Less than is to be expected by now. */
        BEHIND,
        /** The period is over, and what was promised was done. */
        KEPT,
        /** The period is over, and it was not. */
        MISSED,
        /** It was over before the agreement was read: told, not judged. */
        NOT_JUDGED,
        /** It was not agreed how much it is to be. */
        NO_TARGET;

        /** As files spell it. */
        public String word() {
            return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        }
    }

    public boolean isOver() {
        return over >= 1;
    }

    /** How many there would be by now: leads if they came evenly; of promises those that were due. */
    public long expected() {
        return goal.side() == Side.SALES ? score.promised() : (long) Math.floor(score.promised() * over + 1e-9);
    }

    /** How many there will be at the end if they go on coming as they did. */
    public long forecast() {
        return over > 0 ? Math.round(score.delivered() / over) : score.delivered();
    }

    public State state() {
        if (!isBinding) {
            return State.NO_TARGET;
        }
        if (!isJudged) {
            return State.NOT_JUDGED;
        }
        if (isOver()) {
            return score.isKept() ? State.KEPT : State.MISSED;
        }
        return score.delivered() >= expected() && score.isGood() ? State.ON_PACE : State.BEHIND;
    }
}
