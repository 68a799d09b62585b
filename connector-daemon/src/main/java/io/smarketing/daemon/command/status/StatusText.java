package io.smarketing.daemon.command.status;

import io.smarketing.core.crm.record.Subject;
import io.smarketing.core.sync.Parked;
import io.smarketing.daemon.command.ParkedRows;
import io.smarketing.daemon.command.status.Status.Reading;
import java.io.PrintWriter;
import java.util.List;
import java.util.Map;

/**
 * A status for people.
 *
 * @param oldest the oldest of its parked rows
 */
record StatusText(Status status, List<Parked> oldest) {

    void print(PrintWriter out) {
        out.printf(
                "workspace %s%s%n",
                status.whose().workspace(),
                status.whose().accounts().isEmpty()
                        ? ""
                        : " · " + status.whose().accounts());
        if (status.routes().isEmpty()) {
            out.println("Nothing has been synced yet: run `smarketing sync --once`.");
        } else {
            status.known().forEach((subject, n) -> {
                out.printf("%-14s %,d%n", subject + " known", n);
                if (subject.equals(Subject.PEOPLE.word())) {
                    stages(out);
                }
            });
            status.others().forEach((crm, n) -> out.printf("further records in %s: %,d%n", crm, n));
            status.routes().forEach(r -> route(out, r));
            untouched(out, "promises about handoffs", status.agreed().promises());
            if (status.agreed().excused() > 0) {
                out.printf("  %-20s %,d%n", "of these excused", status.agreed().excused());
            }
            untouched(out, "people are to be told still", status.agreed().unsent());
            untouched(
                    out,
                    "edited on the far side of a one-way field",
                    status.untouched().drift());
            untouched(
                    out,
                    "different when they first met, and left so",
                    status.untouched().leftDifferent());
            out.println(status.parked().isEmpty() ? "nothing is parked" : "parked rows by cause");
            status.parked().forEach((cause, n) -> out.printf("  %-20s %,d%n", cause, n));
            new ParkedRows(oldest, status.parked()).print(out);
        }
        out.flush();
    }

    private void stages(PrintWriter out) {
        status.stages().forEach((stage, n) -> out.printf("  %-12s %,d%n", stage.isEmpty() ? "(no stage)" : stage, n));
    }

    private static void untouched(PrintWriter out, String what, Map<String, Long> fields) {
        if (!fields.isEmpty()) {
            out.println(what);
            fields.forEach((field, n) -> out.printf("  %-20s %,d%n", field, n));
        }
    }

    private static void route(PrintWriter out, Reading r) {
        String load = r.loading().isEmpty() ? "" : ", first load of " + String.join(", ", r.loading()) + " under way";
        String calls =
                r.callsADay() < 0 ? "" : String.format(", %,d of %,d calls today", r.callsToday(), r.callsADay());
        out.printf("%s read to %s%s%s%n", r.crm(), r.lastRound().isEmpty() ? "(not yet)" : r.lastRound(), load, calls);
    }
}
