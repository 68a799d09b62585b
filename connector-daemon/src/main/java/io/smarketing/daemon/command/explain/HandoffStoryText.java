package io.smarketing.daemon.command.explain;

import io.smarketing.core.handoff.Snapshot;
import io.smarketing.core.handoff.Testimony;
import io.smarketing.daemon.command.Columns;
import io.smarketing.daemon.command.Harmless;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The ledger of one person's handoffs, for a terminal and for a program. */
record HandoffStoryText(HandoffStory story) {

    private static final int LONGEST = 120;

    void print(PrintWriter out) {
        if (story.isNothing()) {
            return;
        }
        out.println();
        out.println("The ledger of the handoff");
        part(out, "known to us", story.speed().lag(), "after the handoff; billed to nobody");
        part(out, "a human owned it", story.speed().routing(), "after that");
        part(out, "a human tried to reach the person", story.speed().human(), "after that");
        story.evidence().forEach((stage, e) -> out.println("  evidence for " + Harmless.text(stage) + ": " + e.word()));
        List<List<String>> rows = new ArrayList<>();
        for (Testimony t : story.said()) {
            rows.add(List.of(
                    "  " + t.at(),
                    Harmless.text(t.event()),
                    "by " + Harmless.text(t.record().toString()) + ", "
                            + t.how().word(),
                    "known " + t.noted(),
                    "pass " + t.pass()));
        }
        Columns.laidOut(rows).forEach(out::println);
        for (Snapshot s : story.frozen()) {
            out.println("  as handed over, pass " + s.pass() + ", taken " + s.taken() + ":");
            s.values()
                    .forEach((name, value) ->
                            out.println("    " + Harmless.text(name) + ": \"" + Harmless.text(value, LONGEST) + '"'));
        }
    }

    private static void part(PrintWriter out, String what, Optional<Duration> took, String since) {
        took.ifPresent(t -> out.println("  " + what + " " + Lasting.onTheWall(t) + " " + since));
    }

    /** The same as a program reads it; minutes that are not known are -1. */
    Map<String, Object> json() {
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("syncLagMinutes", minutes(story.speed().lag()));
        told.put("routingMinutes", minutes(story.speed().routing()));
        told.put("humanMinutes", minutes(story.speed().human()));
        Map<String, String> evidence = new LinkedHashMap<>();
        story.evidence().forEach((stage, e) -> evidence.put(stage, e.word()));
        told.put("evidence", evidence);
        told.put("said", story.said().stream().map(HandoffStoryText::said).toList());
        told.put("frozen", story.frozen().stream().map(HandoffStoryText::frozen).toList());
        return told;
    }

    private static Map<String, Object> said(Testimony t) {
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("event", t.event());
        told.put("at", t.at().toString());
        told.put("crm", t.record().crm().name());
        told.put("type", t.record().type().name());
        told.put("id", t.record().id());
        told.put("how", t.how().word());
        told.put("noted", t.noted().toString());
        told.put("pass", t.pass());
        return told;
    }

    private static Map<String, Object> frozen(Snapshot s) {
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("pass", s.pass());
        told.put("taken", s.taken().toString());
        told.put("values", s.values());
        return told;
    }

    private static long minutes(Optional<Duration> time) {
        return time.map(Duration::toMinutes).orElse(-1L);
    }
}
