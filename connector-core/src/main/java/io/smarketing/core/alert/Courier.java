package io.smarketing.core.alert;

import io.smarketing.core.crm.failure.FailureKind;
import io.smarketing.core.crm.failure.Reaction;
import io.smarketing.core.crm.notice.Receipt;
import io.smarketing.core.sla.terms.Recipient;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Takes messages to their recipients. What comes within a short time for one recipient is one message; what does not
 * arrive is sent again, the same, after pauses that grow up to an hour, for as long as it takes, whoever is the courier
 * then.
 */
public final class Courier {

    private static final int AT_ONCE = 500;

    /** So long after its event a message that its recipient refuses is tried again: somebody may mend the address. */
    private static final Duration NEWS = Duration.ofDays(7);

    private final AlertBook book;
    private final List<Channel> channels;
    private final Duration window;
    private final Listener listener;
    private final Map<Recipient, Instant> noticed = new HashMap<>();
    private final Map<String, Pause> pauses = new HashMap<>();
    private boolean begun;

    /** @param window how long an alert waits for others */
    public Courier(AlertBook book, List<Channel> channels, Duration window, Listener listener) {
        this.book = book;
        this.channels = List.copyOf(channels);
        this.window = window;
        this.listener = listener;
        book.pauses().forEach(p -> pauses.put(p.who(), p));
    }

    /** Hears what has become of messages. */
    public interface Listener {

        /** A message of so many alerts was sent. */
        void sent(Recipient.Way way, int alerts);

        /** A message was not sent; it is sent later unless it is given up. */
        void notSent(Recipient.Way way, String why, boolean givenUp);
    }

    /**
     * Sends what can be sent now. What is there when it is asked for the first time was left by an earlier courier, and
     * waits no more: where all is opened afresh again and again nothing would ever have waited long enough.
     *
     * @param now our own time: it only says how long to wait
     */
    public void deliver(Instant now) {
        for (Channel channel : channels) {
            for (Recipient to : book.waiting(channel.way())) {
                Instant since = noticed.computeIfAbsent(to, first -> begun ? now : now.minus(window));
                boolean gathered = !now.isBefore(since.plus(window));
                if (gathered && !isResting(name(channel.way()), now) && !isResting(name(to), now)) {
                    deliver(channel, to, now);
                }
            }
        }
        begun = true;
    }

    private void deliver(Channel channel, Recipient to, Instant now) {
        Optional<Message> next = book.next(to, AT_ONCE, resting(now));
        for (; next.isPresent(); next = book.next(to, AT_ONCE, resting(now))) {
            Message message = next.get();
            Receipt receipt = sent(channel, message);
            if (receipt.failure().isPresent()) {
                String who = concerned(message, receipt.failure().get());
                if (!isGivenUp(message, receipt.failure().get(), pauses.containsKey(who), now)) {
                    rest(who, now);
                    listener.notSent(channel.way(), receipt.sentence(), false);
                    if (isResting(name(channel.way()), now) || isResting(name(to), now)) {
                        return;
                    }
                    continue;
                }
            }
            book.close(message);
            wake(List.of(name(channel.way()), name(to), message.id()));
            if (receipt.failure().isPresent()) {
                listener.notSent(channel.way(), receipt.sentence(), true);
            } else {
                listener.sent(channel.way(), message.alerts().size());
            }
        }
        noticed.remove(to);
    }

    /** A defect of one channel must stop neither the others nor whoever asks for the delivery. */
    private static Receipt sent(Channel channel, Message message) {
        try {
            return channel.send(message);
        } catch (RuntimeException e) {
            return Receipt.failed(
                    FailureKind.UNREACHABLE,
                    "an error in the program (" + e.getClass().getSimpleName() + ")");
        }
    }

    /** Who rests: the mailbox that will not take a message now, the message that the webhook will not, or the channel. */
    private static String concerned(Message message, FailureKind failure) {
        Recipient to = message.to();
        return switch (failure.reaction()) {
            case PARK, RESEND_ROW -> to.way() == Recipient.Way.WEBHOOK ? message.id() : name(to);
            default -> name(to.way());
        };
    }

    /** A channel that is down comes back; who refuses what is old, and not for the first time, will not want it. */
    private boolean isGivenUp(Message message, FailureKind failure, boolean again, Instant now) {
        return failure.reaction() == Reaction.PARK
                && again
                && message.alerts().stream().allMatch(a -> !a.at().plus(NEWS).isAfter(now));
    }

    /** Messages by their ids, and whoever else rests. */
    private Set<String> resting(Instant now) {
        return pauses.keySet().stream().filter(who -> isResting(who, now)).collect(Collectors.toSet());
    }

    private void rest(String who, Instant now) {
        Pause pause =
                Optional.ofNullable(pauses.get(who)).map(p -> p.longer(now)).orElseGet(() -> Pause.first(who, now));
        pauses.put(who, pause);
        book.rest(pause);
    }

    private void wake(List<String> who) {
        Set<String> rested = who.stream().filter(pauses::containsKey).collect(Collectors.toSet());
        if (!rested.isEmpty()) {
            pauses.keySet().removeAll(rested);
            book.wake(rested);
        }
    }

    private boolean isResting(String who, Instant now) {
        return Optional.ofNullable(pauses.get(who)).filter(p -> p.isOn(now)).isPresent();
    }

    private static String name(Recipient.Way way) {
        return way.word();
    }

    private static String name(Recipient to) {
        return to.way().word() + " " + to.to();
    }
}
