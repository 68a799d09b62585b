package io.smarketing.core.alert;

import io.smarketing.core.sla.terms.Recipient;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What people are to be told outside of the CRMs, and of which events they have been: an event is kept for good, what it
 * says only until it has been sent. Every call is one transaction that has taken effect when it returns.
 */
public interface AlertBook {

    /** Takes alerts in; one whose event is known for its recipient is left out, sent or not. */
    void add(List<Alert> alerts);

    /** To whom something is to be sent that way. */
    Set<Recipient> waiting(Recipient.Way way);

    /**
     * What is to be sent to a recipient next. What belongs to one message is noted before it is sent: whenever it is asked
     * for again it is the same, until it is closed.
     *
     * @param most at most so many alerts make one message
     * @param but messages that are not asked for now, by their ids
     */
    Optional<Message> next(Recipient to, int most, Set<String> but);

    /** This was sent, or never will be. */
    void close(Message message);

    /** All rests after failures. */
    List<Pause> pauses();

    /** Keeps a rest, in place of an earlier one. */
    void rest(Pause pause);

    /** These rest no more. */
    void wake(Set<String> who);

    /** How many alerts are to be sent still, each way. */
    Map<Recipient.Way, Long> unsent();
}
