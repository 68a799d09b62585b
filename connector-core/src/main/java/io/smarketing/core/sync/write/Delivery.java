package io.smarketing.core.sync.write;

import io.smarketing.core.crm.failure.CrmException;
import io.smarketing.core.crm.failure.FailureKind;
import io.smarketing.core.crm.failure.Reaction;
import io.smarketing.core.crm.notice.Notice;
import io.smarketing.core.crm.notice.Noticeboard;
import io.smarketing.core.crm.notice.Receipt;
import io.smarketing.core.crm.record.CrmId;
import io.smarketing.core.journal.JournalLine;
import io.smarketing.core.journal.JournalLine.Event;
import io.smarketing.core.person.Holding;
import io.smarketing.core.person.Person;
import io.smarketing.core.person.PersonBook;
import io.smarketing.core.person.PersonId;
import io.smarketing.core.sync.Ledger;
import io.smarketing.core.sync.Outbox;
import io.smarketing.core.sync.Party;
import io.smarketing.core.sync.Posting;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Posts what stands in the outbox. That a notice is about to be sent is stored first; where it is not known what came of it, it
 * is looked for on its record, and sent once more only if it is not there two minutes after it was first found missing.
 */
public final class Delivery {

    private static final int AT_ONCE = 1_000;

    /** No call takes longer than this to be carried out, or not to be. */
    private static final Duration SETTLED = Duration.ofMinutes(2);

    /** So long after its event a notice that is refused is tried again: somebody may mend the rule that refuses it. */
    private static final Duration NEWS = Duration.ofDays(7);

    private final PersonBook book;
    private final Ledger ledger;
    private final Outbox outbox;
    private final Deliveries listener;
    private final List<Counter> counters = new ArrayList<>();

    public Delivery(List<Party> parties, PersonBook book, Ledger ledger, Deliveries listener) {
        this.book = book;
        this.ledger = ledger;
        this.outbox = ledger.outbox();
        this.listener = listener;
        parties.forEach(p -> p.crm().noticeboard().ifPresent(board -> counters.add(new Counter(p.id(), board))));
    }

    /** Posts what can be posted now; what a call fails for waits for the next time, and holds up nothing else. */
    public void deliver() {
        counters.forEach(counter -> ledger.bookmark(counter.crm).lastRound().ifPresent(counter::deliver));
    }

    /** What goes to one CRM. */
    private final class Counter {

        private final CrmId crm;
        private final Noticeboard board;
        private final Set<String> refused = new HashSet<>();
        private boolean shut;

        Counter(CrmId crm, Noticeboard board) {
            this.crm = crm;
            this.board = board;
        }

        /** @param now the CRM's time */
        void deliver(Instant now) {
            int posted = AT_ONCE;
            while (posted >= AT_ONCE && !shut) {
                posted = 0;
                try {
                    posted = post(sendable(addressed(open(), now), now), now);
                } catch (CrmException e) {
                    object(Receipt.failed(e));
                }
                if (posted > 0) {
                    listener.posted(crm, posted);
                }
            }
        }

        private List<Posting> open() {
            return outbox.open(crm, AT_ONCE + refused.size()).stream()
                    .filter(p -> !refused.contains(p.notice().event()))
                    .toList();
        }

        /** With the records that their people have now; of who has none there nobody can be told. */
        private List<Posting> addressed(List<Posting> open, Instant now) {
            Map<PersonId, Person> people =
                    book.people(open.stream().map(Posting::person).collect(Collectors.toSet()));
            List<Posting> addressed = new ArrayList<>();
            List<Posting> lost = new ArrayList<>();
            for (Posting posting : open) {
                Optional<Notice> notice = Optional.ofNullable(people.get(posting.person()))
                        .flatMap(p -> p.in(crm))
                        .map(Holding::principal)
                        .map(posting.notice()::about);
                notice.ifPresentOrElse(
                        n -> addressed.add(new Posting(posting.person(), n, posting.sent(), posting.missing())),
                        () -> lost.add(posting));
            }
            close(lost, now, Event.NOT_TOLD, "there is no record any more");
            return addressed;
        }

        /** Those that are certainly not there. */
        private List<Posting> sendable(List<Posting> postings, Instant now) {
            List<Posting> doubtful =
                    postings.stream().filter(p -> p.sent().isPresent()).toList();
            if (doubtful.isEmpty()) {
                return postings;
            }
            Instant since = doubtful.stream()
                    .map(p -> p.sent().orElseThrow())
                    .min(Instant::compareTo)
                    .orElseThrow();
            Set<String> there =
                    board.standing(doubtful.stream().map(Posting::notice).toList(), since);
            Map<Boolean, List<Posting>> found = doubtful.stream()
                    .collect(Collectors.partitioningBy(
                            p -> there.contains(p.notice().event())));
            close(found.get(true), now, Event.TOLD, "");
            // a page that was read before the call does not tell when the call was made: the time of a later one does
            outbox.missing(
                    found.get(false).stream()
                            .filter(p -> p.missing().isEmpty()
                                    && p.sent().orElseThrow().isBefore(now))
                            .toList(),
                    now);
            return postings.stream()
                    .filter(p -> !there.contains(p.notice().event()))
                    .filter(p -> p.sent().isEmpty() || settled(p, now))
                    .toList();
        }

        private boolean settled(Posting posting, Instant now) {
            return posting.missing()
                    .filter(at -> !at.plus(SETTLED).isAfter(now))
                    .isPresent();
        }

        private int post(List<Posting> postings, Instant now) {
            if (postings.isEmpty()) {
                return 0;
            }
            outbox.sending(postings, now);
            List<Receipt> receipts =
                    board.post(postings.stream().map(Posting::notice).toList());
            List<Posting> posted = new ArrayList<>();
            List<Posting> unsent = new ArrayList<>();
            for (int i = 0; i < postings.size(); i++) {
                Receipt receipt = receipts.get(i);
                if (receipt.failure().isEmpty()) {
                    posted.add(postings.get(i));
                } else if (isRefused(receipt) && isOld(postings.get(i), now)) {
                    close(List.of(postings.get(i)), now, Event.NOT_TOLD, receipt.sentence());
                } else if (receipt.failure().get() != FailureKind.UNKNOWN_OUTCOME) {
                    unsent.add(postings.get(i));
                    object(receipt);
                    if (isRefused(receipt)) {
                        refused.add(postings.get(i).notice().event());
                    }
                }
            }
            outbox.unsent(unsent);
            close(posted, now, Event.TOLD, "");
            return posted.size();
        }

        private static boolean isRefused(Receipt receipt) {
            return receipt.failure()
                    .filter(kind -> kind.reaction() == Reaction.PARK)
                    .isPresent();
        }

        private static boolean isOld(Posting posting, Instant now) {
            return !posting.notice().at().plus(NEWS).isAfter(now);
        }

        /** A missing permission, say, or a rule: asked once is enough until the CRM is opened anew. */
        private void object(Receipt receipt) {
            boolean lasts = receipt.failure()
                    .filter(kind -> kind.reaction() == Reaction.STOP_ROUTE)
                    .isPresent();
            boolean first = lasts ? !shut : isRefused(receipt) && refused.isEmpty();
            shut |= lasts;
            if (first) {
                listener.notPosted(crm, receipt.sentence());
            }
        }

        private void close(List<Posting> postings, Instant now, Event event, String why) {
            if (!postings.isEmpty()) {
                List<JournalLine> lines = postings.stream()
                        .map(p -> new JournalLine(
                                now, p.person(), event, crm, p.notice().about(), Set.of(), note(p.notice(), why)))
                        .toList();
                outbox.close(postings, lines);
            }
        }

        /** The title is ours, without a value. */
        private String note(Notice notice, String why) {
            return notice.title() + (why.isEmpty() ? "" : ": " + why);
        }
    }
}
