package io.smarketing.daemon.command.misses;

import io.smarketing.core.commitment.Miss;
import io.smarketing.core.commitment.Remark;
import io.smarketing.core.commitment.Score;
import io.smarketing.core.lead.Email;
import io.smarketing.daemon.command.Columns;
import io.smarketing.daemon.command.Harmless;
import io.smarketing.daemon.command.commitments.CommitmentsText;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Misses for a terminal. */
final class MissesText {

    private static final int BROKEN = 20;

    private MissesText() {}

    static List<String> list(List<Miss> misses, LocalDate today) {
        if (misses.isEmpty()) {
            return List.of("Nothing is missed, or all of it is closed.");
        }
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("ID", "PERIOD", "PROMISED", "DELIVERED", "WHAT"));
        misses.forEach(m -> rows.add(List.of(
                String.valueOf(m.id()),
                m.verdict().goal().period().name(),
                String.valueOf(m.verdict().score().promised()),
                String.valueOf(m.verdict().score().delivered()),
                Harmless.text(m.verdict().goal().side().word() + ": "
                        + m.verdict().goal().name()))));
        List<String> lines = new ArrayList<>(Columns.laidOut(rows));
        // in a line of its own: with it the others would be too long for a terminal
        for (int i = misses.size(); i > 0; i--) {
            Miss miss = misses.get(i - 1);
            lines.add(i + 1, "    " + state(miss, today) + "; whose it is: " + owner(miss));
        }
        return lines;
    }

    private static String state(Miss miss, LocalDate today) {
        String until = miss.decision()
                .flatMap(Remark::deadline)
                .map(d -> ", until " + d)
                .orElse("");
        return miss.state().word()
                + (miss.state() == Miss.State.DECIDED ? until : "")
                + (miss.isOverdue(today) ? ", OVERDUE" : "");
    }

    private static String owner(Miss miss) {
        return Harmless.text(miss.owner().map(Email::address).orElse("nobody"));
    }

    /** Each promise that was broken, by owner. */
    private static List<String> broken(List<MissStory.Broken> broken) {
        if (broken.isEmpty()) {
            return List.of();
        }
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("    owner of what was broken", "due", "", "record"));
        broken.stream()
                .limit(BROKEN)
                .forEach(b -> rows.add(List.of(
                        "    "
                                + (b.breach().owner().isEmpty()
                                        ? "(not known)"
                                        : Harmless.text(b.breach().owner(), 60)),
                        b.breach().due().toString(),
                        b.breach().late() ? "done late" : "not done",
                        b.records().stream().findFirst().orElse("erased"))));
        List<String> lines = new ArrayList<>(Columns.laidOut(rows));
        if (broken.size() > BROKEN) {
            lines.add("    and " + (broken.size() - BROKEN) + " more: --output json tells all");
        }
        return lines;
    }

    static List<String> of(MissStory story, LocalDate today) {
        Miss miss = story.miss();
        List<String> lines = new ArrayList<>();
        Score score = miss.verdict().score();
        lines.add("Miss " + miss.id() + ", "
                + CommitmentsText.heading(miss.verdict().goal()) + ": " + state(miss, today));
        lines.add("  whose it is: " + owner(miss));
        lines.add("  when the period was over, " + miss.verdict().at() + ": "
                + CommitmentsText.score(miss.verdict().goal(), score));
        lines.addAll(CommitmentsText.parts(miss.verdict().goal(), miss.verdict().causes()));
        lines.addAll(broken(story.broken()));
        for (Remark remark : miss.remarks()) {
            lines.add("  " + remark.at() + " " + Harmless.text(remark.by().address()) + " "
                    + remark.kind().word() + ": " + Harmless.text(remark.text())
                    + remark.deadline().map(d -> " (until " + d + ")").orElse(""));
        }
        lines.add("");
        return lines;
    }
}
