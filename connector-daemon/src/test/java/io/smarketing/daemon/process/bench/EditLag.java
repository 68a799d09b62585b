package io.smarketing.daemon.process.bench;

import io.smarketing.daemon.command.sandbox.RehearsalFolder;
import io.smarketing.daemon.process.DataFiles;
import io.smarketing.daemon.process.Standing;
import io.smarketing.sandbox.kernel.Insider;
import io.smarketing.sandbox.kernel.Insider.BadRow;
import io.smarketing.sandbox.kernel.Insider.Deed;
import io.smarketing.sandbox.server.Sandbox;
import io.smarketing.sandbox.server.SandboxSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.TimeUnit;

/**
 * A benchmark of a daemon that stays up on 8,000 real leads: how long 500 edits take from one CRM to the other, what an
 * idle hour costs in calls, and what the heap holds. It polls every 2 s, under the CRMs' real limits.
 */
public final class EditLag {

    private static final int EDITS = 500;
    private static final long PAUSE_MILLIS = 200;
    private static final int SECONDS_AN_HOUR = 3_600;

    private final Sandbox sandbox;
    private final Standing daemon;
    private final Random random = new Random(1);
    private final List<Edit> open = new ArrayList<>();
    private final List<Long> lags = new ArrayList<>();

    private EditLag(Sandbox sandbox, Standing daemon) {
        this.sandbox = sandbox;
        this.daemon = daemon;
    }

    /** An edit that has not come over yet. */
    private record Edit(Insider far, String object, String id, String field, String value, long at) {

        boolean hasArrived() {
            return far.peek(object, id, field).orElse("").equals(value);
        }
    }

    /** @param arguments minutes to idle, 1 by default */
    public static void main(String[] arguments) throws Exception {
        if (!DataFiles.isThere()) {
            System.out.println("not run: set SMARKETING_DATA to a folder that holds data/olist");
            return;
        }
        Path folder = Files.createTempDirectory("smarketing-bench");
        SandboxSettings settings =
                SandboxSettings.defaults().withData(DataFiles.olist()).withKeyFolder(folder);
        try (Sandbox sandbox = Sandbox.start(settings)) {
            new RehearsalFolder(folder.resolve("config"), sandbox).write();
            try (Standing daemon = Standing.run(folder, folder.resolve("config"))) {
                EditLag bench = new EditLag(sandbox, daemon);
                daemon.until("in step");
                bench.heap("heap after the first load, collected");
                bench.edits("Edit", "right after the load");
                bench.pastOverlap();
                bench.edits("Again", "later");
                bench.pastOverlap();
                bench.idle(arguments.length > 0 ? Integer.parseInt(arguments[0]) : 1);
                bench.heap("heap after that, collected");
            }
        } finally {
            try (var files = Files.walk(folder)) {
                files.sorted(Comparator.reverseOrder())
                        .forEach(file -> file.toFile().delete());
            }
        }
    }

    /** Every other edit in each CRM, of somebody else each time. */
    private void edits(String word, String when) throws BadRow, InterruptedException {
        lags.clear();
        List<String> people = new ArrayList<>(DataFiles.olistEmails());
        Collections.shuffle(people, random);
        int n = 0;
        for (String email : people) {
            if (n < EDITS && edit(email, n, word + " " + n)) {
                n++;
                long next = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(PAUSE_MILLIS);
                while (System.nanoTime() < next) {
                    look();
                }
            }
        }
        while (!open.isEmpty()) {
            look();
        }
        lags.sort(Comparator.naturalOrder());
        System.out.printf(
                Locale.ROOT,
                "lag of %d edits at %d a second, %s, polling every 2 s: p50 %d ms, p95 %d ms, longest %d ms%n",
                n,
                1_000 / PAUSE_MILLIS,
                when,
                lags.get(n / 2),
                lags.get(n * 95 / 100),
                lags.get(n - 1));
    }

    private boolean edit(String email, int n, String value) throws BadRow {
        Insider portal = sandbox.portal().insider();
        Insider org = sandbox.org().insider();
        List<String> contacts = portal.find("contacts", email);
        List<String> leads = org.find("Lead", email);
        if (contacts.size() != 1 || leads.size() != 1) {
            return false;
        }
        var now = sandbox.clock().instant();
        if (n % 2 == 0) {
            portal.act(new Deed(now, "contacts", contacts.get(0), "set", "jobtitle", value));
            open.add(new Edit(org, "Lead", leads.get(0), "Title", value, System.nanoTime()));
        } else {
            org.act(new Deed(now, "Lead", leads.get(0), "set", "City", value));
            open.add(new Edit(portal, "contacts", contacts.get(0), "city", value, System.nanoTime()));
        }
        return true;
    }

    private void look() throws InterruptedException {
        open.removeIf(edit -> {
            boolean arrived = edit.hasArrived();
            if (arrived) {
                lags.add(TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - edit.at()));
            }
            return arrived;
        });
        TimeUnit.MILLISECONDS.sleep(5);
    }

    /** Past the time for which far looks list what is known once more. */
    private void pastOverlap() {
        for (int i = 0; i < 2; i++) {
            sandbox.clock().advance(Duration.ofMinutes(20));
            double rounds = figure("smarketing_rounds_total");
            daemon.until("two rounds more", () -> figure("smarketing_rounds_total") >= rounds + 2);
        }
    }

    private void idle(int minutes) throws InterruptedException {
        double rounds = figure("smarketing_rounds_total");
        double hubspot = calls("hubspot");
        double salesforce = calls("salesforce");
        long start = System.nanoTime();
        TimeUnit.MINUTES.sleep(minutes);
        double seconds = (System.nanoTime() - start) / 1e9;
        double done = figure("smarketing_rounds_total") - rounds;
        line("idle calls a round: HubSpot", (calls("hubspot") - hubspot) / done);
        line("idle calls a round: Salesforce", (calls("salesforce") - salesforce) / done);
        line(
                "idle calls an hour, polling every 2 s: HubSpot",
                (calls("hubspot") - hubspot) * SECONDS_AN_HOUR / seconds);
        line(
                "idle calls an hour, polling every 2 s: Salesforce",
                (calls("salesforce") - salesforce) * SECONDS_AN_HOUR / seconds);
    }

    private double calls(String crm) {
        return figure("smarketing_calls_total{crm=\"" + crm + "\"}");
    }

    /** The sum of all series that begin so. */
    private double figure(String start) {
        return daemon.metrics()
                .lines()
                .filter(l -> l.startsWith(start))
                .mapToDouble(l -> Double.parseDouble(l.substring(l.lastIndexOf(' ') + 1)))
                .sum();
    }

    private void heap(String when) throws IOException, InterruptedException {
        new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(),
                        Long.toString(daemon.pid()),
                        "GC.run")
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
        line(when + " (MB)", figure("jvm_memory_used_bytes{area=\"heap\"") / 1e6);
    }

    private static void line(String what, double figure) {
        System.out.printf(Locale.ROOT, "%-60s %10.1f%n", what, figure);
    }
}
