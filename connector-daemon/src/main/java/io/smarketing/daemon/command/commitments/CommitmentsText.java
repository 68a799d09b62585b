package io.smarketing.daemon.command.commitments;

import io.smarketing.core.commitment.Account;
import io.smarketing.core.commitment.Goal;
import io.smarketing.core.commitment.Part;
import io.smarketing.core.commitment.Score;
import io.smarketing.core.sla.terms.Side;
import io.smarketing.daemon.command.Columns;
import io.smarketing.daemon.command.Counted;
import io.smarketing.daemon.command.Harmless;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** How the promises of a period stand, for a terminal. */
public final class CommitmentsText {

    private static final int PARTS_OF_A_KIND = 8;

    private CommitmentsText() {}

    static List<String> of(List<Account> accounts, Instant upTo) {
        List<String> lines = new ArrayList<>();
        if (accounts.isEmpty()) {
            lines.add(
                    "Nothing was promised for that time: a period is judged by the agreement that holds when it begins.");
        }
        for (Account account : accounts) {
            lines.add(heading(account.goal()) + ": " + account.state().word());
            lines.add("  " + numbers(account));
            lines.addAll(parts(account.goal(), account.parts()));
            lines.add("");
        }
        lines.add("As both CRMs were read up to " + upTo + ".");
        return lines;
    }

    /** What was promised, by whom and for when. */
    public static String heading(Goal goal) {
        return Harmless.text(goal.side().word() + ": " + goal.name() + ", "
                + goal.period().name() + " (agreement " + goal.version() + ")");
    }

    private static String numbers(Account account) {
        boolean pace = !account.isOver() && account.goal().side() == Side.MARKETING;
        return score(account.goal(), account.score())
                + (pace
                        ? String.format(
                                Locale.ROOT,
                                "; %d expected by now, with %.0f%% of the working time over; %d at the end at this pace",
                                account.expected(),
                                account.over() * 100,
                                account.forecast())
                        : "");
    }

    /** What came of it. */
    public static String score(Goal goal, Score score) {
        if (goal.side() == Side.SALES) {
            long due = score.delivered() + score.against();
            return Counted.of(due, "promise") + " due, " + score.delivered() + " kept, " + score.against() + " broken"
                    + (score.promised() > 0 ? "; " + score.promised() + " were to be kept" : "");
        }
        return Counted.of(score.promised(), "lead") + " promised, " + score.delivered() + " delivered, "
                + score.missing() + " missing; " + score.against() + " sent back by sales"
                + score.quality()
                        .map(q -> String.format(
                                Locale.ROOT, ", at most %.0f%% of them were agreed", Math.max(0, 1 - q) * 100))
                        .orElse("");
    }

    /** What it is made up of, as a table for each kind. */
    public static List<String> parts(Goal goal, List<Part> parts) {
        List<String> lines = new ArrayList<>();
        Map<String, List<Part>> kinds = parts.stream().collect(Collectors.groupingBy(Part::kind));
        kinds.keySet().stream().sorted().forEach(kind -> {
            List<List<String>> rows = new ArrayList<>();
            rows.add(List.of("    by " + kind, "now", "before", goal.side() == Side.SALES ? "" : "fewer"));
            List<Part> some = kinds.getOrDefault(kind, List.of());
            some.stream()
                    .limit(PARTS_OF_A_KIND)
                    .forEach(p -> rows.add(List.of(
                            "    " + (p.name().isEmpty() ? "(not known)" : Harmless.text(p.name(), 60)),
                            String.valueOf(p.now()),
                            String.valueOf(p.before()),
                            goal.side() == Side.SALES || p.missing() == 0 ? "" : String.valueOf(p.missing()))));
            lines.addAll(Columns.laidOut(rows));
            if (some.size() > PARTS_OF_A_KIND) {
                lines.add("    and " + (some.size() - PARTS_OF_A_KIND) + " more: --output json tells all");
            }
        });
        return lines;
    }
}
