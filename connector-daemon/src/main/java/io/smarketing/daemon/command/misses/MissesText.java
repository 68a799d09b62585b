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

    private MissesText() {}

    static List<String> list(List<Miss> misses, LocalDate today) {
        if (misses.isEmpty()) {
            return List.of("Nothing is missed, or all of it is closed.");
        }
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("ID", "PERIOD", "WHAT", "PROMISED", "DELIVERED", "STATE", "OWNER"));
        misses.forEach(m -> rows.add(List.of(
                String.valueOf(m.id()),
                m.verdict().goal().period().name(),
                Harmless.text(m.verdict().goal().side().word() + ": "
                        + m.verdict().goal().name()),
                String.valueOf(m.verdict().score().promised()),
                String.valueOf(m.verdict().score().delivered()),
                state(m, today),
                owner(m))));
        return Columns.laidOut(rows);
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

    static List<String> of(Miss miss, LocalDate today) {
        List<String> lines = new ArrayList<>();
        Score score = miss.verdict().score();
        lines.add("Miss " + miss.id() + ", "
                + CommitmentsText.heading(miss.verdict().goal()) + ": " + state(miss, today));
        lines.add("  whose it is: " + owner(miss));
        lines.add("  when the period was over, " + miss.verdict().at() + ": "
                + CommitmentsText.score(miss.verdict().goal(), score));
        lines.addAll(CommitmentsText.parts(miss.verdict().goal(), miss.verdict().causes()));
        for (Remark remark : miss.remarks()) {
            lines.add("  " + remark.at() + " " + Harmless.text(remark.by().address()) + " "
                    + remark.kind().word() + ": " + Harmless.text(remark.text())
                    + remark.deadline().map(d -> " (until " + d + ")").orElse(""));
        }
        lines.add("");
        return lines;
    }
}
