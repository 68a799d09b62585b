package io.smarketing.daemon.command.sync;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import io.smarketing.core.crm.Crm;
import io.smarketing.core.sync.Parked;
import io.smarketing.core.sync.loop.SyncLoop.Result;
import io.smarketing.core.sync.write.Tally;
import io.smarketing.daemon.command.ExitCode;
import io.smarketing.daemon.command.ParkedRows;
import io.smarketing.store.WholeOverview;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * How a run ended, for a person and for a program.
 *
 * @param result in-step, parked, or moving
 * @param known how many are known of each subject that is mapped; in JSON each is a key of its own
 * @param moving fields that still moved in the last round, if it is not in step
 * @param calls API calls made per CRM, by this run
 * @param causes parked rows per cause
 */
public record SyncReport(
        String result,
        int rounds,
        @JsonAnyGetter Map<String, Long> known,
        Written written,
        Set<String> moving,
        Map<String, Long> calls,
        Map<String, Long> causes,
        double seconds) {

    /** Records made and changed per CRM, and pairs recognised. */
    public record Written(Map<String, Long> created, Map<String, Long> updated, long linked) {}

    public static SyncReport of(Result result, WholeOverview overview, List<Crm> crms, double seconds) {
        Map<String, Long> calls = new TreeMap<>();
        crms.forEach(c -> calls.put(c.id().name(), c.quota().calls()));
        Map<String, Long> causes = new TreeMap<>();
        overview.parkedByCause().forEach((kind, n) -> causes.put(word(kind.name()), n));
        Tally all = result.all();
        String word = !result.inStep() ? "moving" : causes.isEmpty() ? "in-step" : "parked";
        return new SyncReport(
                word,
                result.rounds(),
                overview.known(),
                new Written(named(all.created()), named(all.updated()), all.linked()),
                result.inStep() ? Set.of() : result.last().fields(),
                calls,
                causes,
                seconds);
    }

    public ExitCode exit() {
        return switch (result) {
            case "in-step" -> ExitCode.FINE;
            case "parked" -> ExitCode.PARKED;
            default -> ExitCode.GUARDED;
        };
    }

    /** A kind of failure as people read it. */
    private static String word(String constant) {
        return constant.toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public void print(PrintWriter out, List<Parked> parked) {
        out.printf("%s after %d %s, %.1f s.%n", headline(), rounds, rounds == 1 ? "round" : "rounds", seconds);
        known.forEach((subject, n) -> out.printf("  %-14s %,d%n", subject + " known", n));
        line(out, "created", " in ", written.created());
        line(out, "updated", " in ", written.updated());
        if (written.linked() > 0) {
            out.printf("  linked         %,d people who were in both%n", written.linked());
        }
        line(out, "API calls", " to ", calls);
        if (!moving.isEmpty()) {
            out.println("  still moving   " + String.join(", ", moving)
                    + ": something changes these fields after every write; see which automation does.");
        }
        causes.forEach((cause, n) -> out.printf("  parked         %,d: %s%n", n, cause));
        new ParkedRows(parked, causes).print(out);
        out.flush();
    }

    private static void line(PrintWriter out, String what, String to, Map<String, Long> counts) {
        if (!counts.isEmpty()) {
            String each = counts.entrySet().stream()
                    .map(e -> String.format("%,d%s%s", e.getValue(), to, e.getKey()))
                    .collect(Collectors.joining(", "));
            out.printf("  %-14s %s%n", what, each);
        }
    }

    private String headline() {
        return switch (result) {
            case "in-step" -> "In step";
            case "parked" -> "In step but for what is parked,";
            default -> "Still moving";
        };
    }

    private static Map<String, Long> named(Map<?, Long> counts) {
        Map<String, Long> named = new LinkedHashMap<>();
        counts.forEach((crm, n) -> named.put(crm.toString(), n));
        return named;
    }
}
