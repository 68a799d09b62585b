package io.smarketing.core.sync.watch;

import io.smarketing.core.handoff.Testimony;
import io.smarketing.core.person.PersonId;
import io.smarketing.core.sla.clock.State;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Remembers the clocks. Whoever was handed over is due as soon as anything of the person is recorded; asking who is due
 * costs what is due, not what is open.
 */
public interface ClockBook {

    /** People at whom to look by then, the most urgent first, at most so many. */
    List<PersonId> due(Instant upTo, int most);

    /** The clocks of these people, of all passes. */
    List<ClockRow> clocks(Collection<PersonId> people);

    /** Stores a look. Those whom it changed are {@link #untold} from then on. */
    void record(Looked looked);

    /** People of whom a look has changed something that the CRMs are to hold, at most so many. */
    Set<PersonId> untold(int most);

    /** Moves that are escalated, and of which nobody has been told, at most so many; a {@link Looked} tells of them. */
    List<Testimony> escalated(int most);

    /** How many promises stand how, of all that were ever made. */
    Map<State, Long> byState();

    /** Keeps an excuse, for good. */
    void excuse(Excuse excuse);

    /** What was said to excuse promises about these people, in the order in which it came. */
    List<Excuse> excuses(Collection<PersonId> people);

    /** How many promises were broken and are excused. */
    long excused();

    /** Notes that the CRMs hold what is known of these. */
    void told(Collection<PersonId> people);
}
