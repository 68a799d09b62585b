package io.smarketing.daemon.command.validate;

import io.smarketing.daemon.command.Columns;
import io.smarketing.daemon.command.validate.Summary.LineSummary;
import io.smarketing.daemon.command.validate.Summary.StageSummary;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** A summary as a person reads it in a terminal. */
final class SummaryText {

    private static final String INDENT = "  ";

    private final Summary summary;

    SummaryText(Summary summary) {
        this.summary = summary;
    }

    void print(PrintWriter out) {
        out.println("The configuration is fine: workspace " + summary.workspace() + ", "
                + summary.fields().size() + " fields, "
                + summary.lifecycle().stages().size() + " stages.");
        out.println("Store " + summary.store() + "; a round every " + summary.polling() + ".");
        crms(out);
        fields(out);
        entry(out);
        stages(out);
        subjects(out);
        out.flush();
    }

    private void crms(PrintWriter out) {
        heading(out, "CRMs");
        List<List<String>> rows = new ArrayList<>();
        summary.crms()
                .forEach(c -> rows.add(List.of(
                        c.name(),
                        c.type(),
                        String.format(
                                Locale.ROOT,
                                "uses up to %.0f%% of a day's calls, leaves %d; new records: %s",
                                c.share(),
                                c.floor(),
                                c.assign()))));
        table(out, rows);
    }

    private void fields(PrintWriter out) {
        heading(out, "Fields");
        List<List<String>> rows = new ArrayList<>();
        List<String> head = new ArrayList<>(List.of("field", "type"));
        summary.crms().forEach(c -> head.add(c.name()));
        head.addAll(List.of("direction", "conflict", "at the first sync"));
        rows.add(head);
        for (FieldSummary f : summary.fields()) {
            List<String> row = new ArrayList<>(List.of(f.name(), f.type()));
            row.addAll(f.places().values());
            row.addAll(List.of(
                    f.direction() + (f.enforce() ? ", enforced" : ""),
                    f.conflict(),
                    f.direction().startsWith("read in ") ? "" : f.onFirstSync()));
            rows.add(row);
        }
        table(out, rows);
    }

    private void entry(PrintWriter out) {
        heading(out, "Who enters");
        List<List<String>> rows = new ArrayList<>();
        summary.entry().forEach((crm, lines) -> {
            if (lines.isEmpty()) {
                rows.add(List.of(crm, "everybody", ""));
            }
            lines.forEach(l -> rows.add(List.of(crm, l.name(), l.line())));
        });
        table(out, rows);
    }

    private void stages(PrintWriter out) {
        heading(out, "Stages");
        List<List<String>> rows = new ArrayList<>();
        for (StageSummary stage : summary.lifecycle().stages()) {
            rows.add(List.of(
                    Integer.toString(rows.size() + 1),
                    stage.name(),
                    values(stage.values()),
                    stage.fact().isEmpty() ? "" : "is: " + stage.fact()));
        }
        List<String> lines = Columns.laidOut(rows);
        for (int i = 0; i < lines.size(); i++) {
            out.println(INDENT + lines.get(i));
            List<List<String>> criteria = new ArrayList<>();
            for (LineSummary line : summary.lifecycle().stages().get(i).criteria()) {
                criteria.add(List.of(line.name(), line.line()));
            }
            Columns.laidOut(criteria).forEach(line -> out.println(INDENT.repeat(4) + line));
        }
        out.println(INDENT + "illegal moves: " + values(summary.lifecycle().illegalMoves()));
    }

    private void subjects(PrintWriter out) {
        if (summary.subjects().isEmpty()) {
            return;
        }
        heading(out, "Kept in step beside people");
        List<List<String>> rows = new ArrayList<>();
        summary.subjects().forEach((subject, s) -> rows.add(List.of(subject, s.text())));
        table(out, rows);
    }

    private static String values(Map<String, String> values) {
        return values.entrySet().stream()
                .map(e -> e.getKey() + " " + e.getValue())
                .collect(Collectors.joining(", "));
    }

    private static void heading(PrintWriter out, String words) {
        out.println();
        out.println(words);
    }

    private static void table(PrintWriter out, List<List<String>> rows) {
        Columns.laidOut(rows).forEach(line -> out.println(INDENT + line));
    }
}
