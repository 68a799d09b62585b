package io.smarketing.daemon.command.provision;

import io.smarketing.core.crm.provision.Part;
import io.smarketing.core.crm.provision.Part.State;
import io.smarketing.daemon.command.Columns;
import io.smarketing.daemon.command.ExitCode;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What is there, what was made, and what somebody has to look at, per CRM; its JSON form is what programs get. */
record ProvisionReport(
        boolean dryRun, long present, long missing, long made, long different, long failed, Map<String, Side> crms) {

    /** One CRM. */
    record Side(String account, List<String> warnings, List<Line> parts) {}

    /** One part. */
    record Line(String kind, String name, String state, String remark) {

        static Line of(Part part) {
            return new Line(part.kind(), part.name(), part.state().name().toLowerCase(Locale.ROOT), part.remark());
        }
    }

    static ProvisionReport of(boolean dryRun, Map<String, Side> crms) {
        return new ProvisionReport(
                dryRun,
                count(crms, State.PRESENT),
                count(crms, State.MISSING),
                count(crms, State.MADE),
                count(crms, State.DIFFERENT),
                count(crms, State.FAILED),
                crms);
    }

    private static long count(Map<String, Side> crms, State state) {
        String word = state.name().toLowerCase(Locale.ROOT);
        return crms.values().stream()
                .flatMap(side -> side.parts().stream())
                .filter(line -> line.state().equals(word))
                .count();
    }

    /** Something that is not as it must be is a failure: the sync would trip over it. */
    ExitCode exit() {
        return failed + different == 0 ? ExitCode.FINE : ExitCode.FAILED;
    }

    void print(PrintWriter out) {
        crms.forEach((crm, side) -> {
            out.println(crm + ", account " + side.account());
            List<List<String>> rows = new ArrayList<>();
            side.parts().forEach(l -> rows.add(List.of(l.kind(), l.name(), word(l.state()), l.remark())));
            Columns.laidOut(rows).forEach(line -> out.println("  " + line));
            side.warnings().forEach(warning -> out.println("  WARNING: " + warning));
            out.println();
        });
        out.println(summary());
        out.flush();
    }

    private static String word(String state) {
        return switch (State.valueOf(state.toUpperCase(Locale.ROOT))) {
            case PRESENT -> "there";
            case MISSING -> "to be made";
            case MADE -> "made";
            case DIFFERENT -> "DIFFERS";
            case FAILED -> "FAILED";
        };
    }

    private String summary() {
        List<String> words = new ArrayList<>();
        add(words, missing, "to be made");
        add(words, made, "made");
        add(words, different, "different from what is needed, and left alone");
        add(words, failed, "failed");
        String what = words.isEmpty() ? "Nothing to do: everything is there." : String.join(", ", words) + ".";
        return what + (dryRun && missing > 0 ? " This was a dry run: nothing was written." : "");
    }

    private static void add(List<String> words, long count, String what) {
        if (count > 0) {
            words.add(count + " " + what);
        }
    }
}
