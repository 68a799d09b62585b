package io.smarketing.core.commitment;

import io.smarketing.core.commitment.Remark.Kind;
import io.smarketing.core.lead.Email;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A goal that was missed, and what people made of it: it is carried over until somebody closes it.
 *
 * @param id its number, fixed for good
 * @param remarks in the order in which they were made
 */
public record Miss(long id, Verdict verdict, List<Remark> remarks) {

    public Miss {
        remarks = List.copyOf(remarks);
    }

    /** How far people have come with a miss. */
    public enum State {
        /** Nothing was decided. */
        OPEN,
        /** It was decided what is to be done. */
        DECIDED,
        /** It is done with. */
        CLOSED;

        /** As files spell it. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public State state() {
        if (remarks.stream().anyMatch(r -> r.kind() == Kind.CLOSED)) {
            return State.CLOSED;
        }
        return decision().isPresent() ? State.DECIDED : State.OPEN;
    }

    /** The last one. */
    public Optional<Remark> decision() {
        return remarks.stream().filter(r -> r.kind() == Kind.DECIDED).reduce((earlier, later) -> later);
    }

    /** Who has it now: who is to carry out the decision, else who answers for the promise. */
    public Optional<Email> owner() {
        return decision().flatMap(Remark::owner).or(verdict::owner);
    }

    /** True if what was decided ought to be done by that day, and the miss is not closed. */
    public boolean isOverdue(LocalDate today) {
        return state() == State.DECIDED
                && decision().flatMap(Remark::deadline).filter(today::isAfter).isPresent();
    }
}
