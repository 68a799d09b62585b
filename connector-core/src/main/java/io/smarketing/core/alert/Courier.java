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
 * arrive is sent again, the same, after pauses that grow up to an hour, for as long as it takes.
 */
public final class Courier {

    private static final int AT_ONCE = 500;
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(30);
    private static final Duration LONGEST_PAUSE = Duration.ofHours(1);

    /** So long after its event a message that its recipient refuses is tried again: somebody may mend the address. */
    private static final Duration NEWS = Duration.ofDays(7);

    private final AlertBook book;
    private final List<Channel> channels;
    private final Duration window;
    private final Listener listener;
    private final Map<Recipient, Instant> noticed = new HashMap<>();
    private final Map<Object, Pause> pauses = new HashMap<>();
    private boolean begun;

    /** @param window how long an alert waits for others */
    public Courier(AlertBook book, List<Channel> channels, Duration window, Listener listener) {
        this.book = book;
        this.channels = List.copyOf(channels);
        this.window = window;
        this.listener = listener;
    }

    /** Hears what has become of messages. */
    public interface Listener {

        /** A message of so many alerts was sent. */
        void sent(Recipient.Way way, int alerts);

        /** A message was not sent; it is sent later unless it is given up. */
        void notSent(Recipient.Way way, String why, boolean givenUp);
    }

    /** A rest after failures in a row. */
    private record Pause(int failures, Instant until) {

        Pause longer(Instant now) {
            Duration rest = FIRST_PAUSE.multipliedBy(1L << Math.min(failures, 10));
            return new Pause(failures + 1, now.plus(rest.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : rest));
        }
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
                if (gathered && !isResting(channel.way(), now) && !isResting(to, now)) {
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
                Object who = concerned(message, receipt.failure().get());
                if (!isGivenUp(message, receipt.failure().get(), pauses.containsKey(who), now)) {
                    rest(who, now);
                    listener.notSent(channel.way(), receipt.sentence(), false);
                    if (isResting(channel.way(), now) || isResting(to, now)) {
                        return;
                    }
                    continue;
                }
            }
            book.close(message);
            List.of(channel.way(), to, message.id()).forEach(pauses::remove);
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
    private static Object concerned(Message message, FailureKind failure) {
        Recipient to = message.to();
        return switch (failure.reaction()) {
            case PARK, RESEND_ROW -> to.way() == Recipient.Way.WEBHOOK ? message.id() : to;
            default -> to.way();
        };
    }

    /** A channel that is down comes back; who refuses what is old, and not for the first time, will not want it. */
    private boolean isGivenUp(Message message, FailureKind failure, boolean again, Instant now) {
        // who sends all at once has no second try
        return failure.reaction() == Reaction.PARK
                && (again || window.isZero())
                && message.alerts().stream().allMatch(a -> !a.at().plus(NEWS).isAfter(now));
    }

    /** Messages by their ids, among whoever else rests. */
    private Set<String> resting(Instant now) {
        return pauses.keySet().stream()
                .filter(who -> who instanceof String && isResting(who, now))
                .map(Object::toString)
                .collect(Collectors.toSet());
    }

    private void rest(Object who, Instant now) {
        pauses.put(who, pauses.getOrDefault(who, new Pause(0, now)).longer(now));
    }

    private boolean isResting(Object who, Instant now) {
        return Optional.ofNullable(pauses.get(who))
                .filter(p -> now.isBefore(p.until()))
                .isPresent();
    }
}
