package io.smarketing.core.sync.write;

import io.smarketing.core.commitment.CommitmentBook;
import io.smarketing.core.commitment.CommitmentBook.Shown;
import io.smarketing.core.commitment.Miss;
import io.smarketing.core.commitment.Part;
import io.smarketing.core.commitment.Remark;
import io.smarketing.core.commitment.Score;
import io.smarketing.core.commitment.Verdict;
import io.smarketing.core.crm.failure.CrmException;
import io.smarketing.core.crm.failure.Reaction;
import io.smarketing.core.crm.notice.PlainText;
import io.smarketing.core.crm.notice.TaskBoard;
import io.smarketing.core.crm.notice.TeamTask;
import io.smarketing.core.crm.record.CrmId;
import io.smarketing.core.sla.terms.Side;
import io.smarketing.core.sync.Ledger;
import io.smarketing.core.sync.Party;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Shows each miss as one task in both CRMs, kept as the miss is. That a task is about to be made is stored first; where it
 * is not known what came of that it is looked for, and made again only if it is not there some minutes later.
 */
public final class MissTasks {

    /** By then a search finds what was made, or it was not. */
    private static final Duration SETTLED = Duration.ofMinutes(5);

    /** So long there is to decide about a miss. */
    private static final Duration TO_DECIDE = Duration.ofDays(7);

    private static final int CAUSES = 12;
    private static final int LONGEST_TITLE = 255;
    private static final int LONGEST_NAME = 80;

    private final List<Party> parties;
    private final Ledger ledger;
    private final Deliveries listener;
    private final Set<CrmId> shut = new HashSet<>();
    private final Set<Wanted> refused = new HashSet<>();

    public MissTasks(List<Party> parties, Ledger ledger, Deliveries listener) {
        this.parties = List.copyOf(parties);
        this.ledger = ledger;
        this.listener = listener;
    }

    /** Brings the tasks to what the misses are now; what fails is tried another time, and holds up nothing. */
    public void show(CommitmentBook book) {
        for (Party party : parties) {
            Optional<Instant> now = ledger.bookmark(party.id()).lastRound();
            Optional<TaskBoard> board = party.crm().tasks().filter(b -> !shut.contains(party.id()));
            if (board.isPresent() && now.isPresent()) {
                show(book, board.get(), new At(party.id(), now.get()));
            }
        }
    }

    /** What a CRM is to show of a miss. */
    private record Wanted(CrmId crm, long miss, String state) {}

    /** A CRM, and its time. */
    private record At(CrmId crm, Instant now) {}

    private void show(CommitmentBook book, TaskBoard board, At at) {
        List<Miss> misses = book.unsettled(at.crm());
        Map<Long, Shown> shown = misses.isEmpty()
                ? Map.of()
                : book.shown(at.crm()).stream().collect(Collectors.toMap(Shown::miss, s -> s));
        for (Miss miss : misses) {
            Shown before = shown.getOrDefault(miss.id(), new Shown(miss.id(), at.crm(), "", "", Optional.empty()));
            Wanted wanted = new Wanted(at.crm(), miss.id(), state(miss));
            if (!before.state().equals(wanted.state()) && !refused.contains(wanted)) {
                try {
                    bring(miss, before, board, book, at.now());
                } catch (CrmException e) {
                    if (!goesOn(wanted, e)) {
                        return;
                    }
                }
            }
        }
    }

    /** False if the CRM takes no other task now either. */
    private boolean goesOn(Wanted wanted, CrmException e) {
        Reaction reaction = e.kind().reaction();
        if (reaction == Reaction.RETRY_CALL || reaction == Reaction.RENEW_LOGIN) {
            return false;
        }
        if (reaction == Reaction.STOP_ROUTE) {
            shut.add(wanted.crm());
        } else if (reaction == Reaction.PARK) {
            refused.add(wanted);
        }
        listener.notPosted(wanted.crm(), String.valueOf(e.getMessage()));
        return reaction != Reaction.STOP_ROUTE;
    }

    private static void bring(Miss miss, Shown before, TaskBoard board, CommitmentBook book, Instant now) {
        TeamTask task = task(miss);
        if (!before.task().isEmpty()) {
            board.update(before.task(), task);
            book.show(before.as(before.task(), state(miss)));
            return;
        }
        Optional<String> found = before.intended().flatMap(since -> board.find(task, since));
        boolean mayBeThere = before.intended()
                .filter(since -> since.plus(SETTLED).isAfter(now))
                .isPresent();
        if (found.isPresent()) {
            board.update(found.get(), task);
            book.show(before.as(found.get(), state(miss)));
        } else if (!mayBeThere && miss.state() == Miss.State.CLOSED) {
            book.show(before.as("", state(miss)));
        } else if (!mayBeThere) {
            book.show(before.intendedAt(now));
            book.show(before.as(board.make(task), state(miss)));
        }
    }

    /** Whatever changes the task changes this. */
    private static String state(Miss miss) {
        long acts = miss.remarks().stream()
                .filter(r -> r.kind() != Remark.Kind.DISCUSSED)
                .count();
        return miss.state().word() + "-" + acts;
    }

    private static TeamTask task(Miss miss) {
        Verdict verdict = miss.verdict();
        ZonedDateTime due = miss.decision()
                .flatMap(Remark::deadline)
                .map(day -> day.plusDays(1).atStartOfDay(ZoneOffset.UTC).minusMinutes(1))
                .orElse(verdict.at().plus(TO_DECIDE).atZone(ZoneOffset.UTC));
        return new TeamTask(
                "smarketing-miss-" + miss.id() + "-" + verdict.at().getEpochSecond(),
                PlainText.line(
                        "Missed: " + verdict.goal().name() + ", "
                                + verdict.goal().period().name(),
                        LONGEST_TITLE),
                String.join("\n", lines(miss)),
                miss.owner(),
                due,
                miss.state() == Miss.State.CLOSED);
    }

    private static List<String> lines(Miss miss) {
        Verdict verdict = miss.verdict();
        List<String> lines = new ArrayList<>();
        lines.add("Promised by " + verdict.goal().side().word() + " for "
                + verdict.goal().period().name() + ": " + verdict.goal().name() + ", agreement "
                + verdict.goal().version());
        lines.add(numbers(verdict.goal().side(), verdict.score()));
        verdict.causes().stream().limit(CAUSES).map(MissTasks::cause).forEach(lines::add);
        miss.decision().ifPresent(d -> lines.add("Decided by " + d.by().address() + ": " + d.text()));
        miss.remarks().stream()
                .filter(r -> r.kind() == Remark.Kind.CLOSED)
                .forEach(r -> lines.add("Closed by " + r.by().address() + ": " + r.text()));
        lines.add("Discuss, decide, close: smarketing misses show " + miss.id());
        return lines;
    }

    private static String numbers(Side side, Score score) {
        return side == Side.SALES
                ? score.promised() + " promises to be kept of those due, " + score.delivered() + " kept, "
                        + score.against() + " broken"
                : score.promised() + " leads promised, " + score.delivered() + " delivered, " + score.against()
                        + " sent back by sales";
    }

    private static String cause(Part part) {
        // strangers name sources and campaigns: no line of theirs may look like one of ours
        String name = PlainText.line(part.name(), LONGEST_NAME);
        return part.kind() + " " + (name.isEmpty() ? "not known" : name) + ": " + part.now() + " (" + part.before()
                + " in the period before)";
    }
}
