package io.smarketing.daemon.command.demo;

import io.smarketing.core.report.Overview;
import io.smarketing.core.sync.Parked;
import io.smarketing.daemon.command.ExitCode;
import io.smarketing.daemon.command.sync.SyncReport;
import java.io.PrintWriter;
import java.util.List;
import java.util.Map;

/**
 * What the demo came to.
 *
 * @param sync how the sync ended, all runs together
 * @param timeline rows replayed, and those left out
 * @param stages people per stage, and how long they took
 */
record DemoSummary(SyncReport sync, Timeline timeline, Stages stages) {

    /** Rows of the timeline. */
    record Timeline(int replayed, int skipped) {}

    /** People per stage reached, and the way from MQL to customer. */
    record Stages(Map<String, Long> people, Durations mqlToCustomerDays) {}

    static DemoSummary of(SyncReport sync, Timeline timeline, Overview overview) {
        return new DemoSummary(
                sync, timeline, new Stages(overview.byStage(), Durations.of(overview, "mql", "customer")));
    }

    ExitCode exit() {
        return sync.exit();
    }

    void print(PrintWriter out, List<Parked> parked) {
        sync.print(out, parked);
        if (timeline.replayed() + timeline.skipped() > 0) {
            out.printf(
                    "  replayed       %,d later edits of the data's timeline%s%n",
                    timeline.replayed(), timeline.skipped() == 0 ? "" : ", " + timeline.skipped() + " left out");
        }
        out.println();
        out.println("Stages, the same in both CRMs");
        stages.people().forEach((stage, n) -> out.printf("  %-14s %,d%n", stage.isEmpty() ? "(none)" : stage, n));
        print(out, stages.mqlToCustomerDays());
        out.flush();
    }

    private static void print(PrintWriter out, Durations days) {
        if (days.count() > 0) {
            out.printf(
                    "%nFrom MQL to customer: %,d people, median %s days, mean %s days%n",
                    days.count(), days.median(), days.mean());
        }
        days.negative()
                .forEach(n -> out.printf(
                        "  person %s was a customer %s days before being an MQL: the dates in the CRM say so%n",
                        n.person(), n.days().negate()));
    }
}
