package io.smarketing.daemon.process.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smarketing.daemon.process.Program;
import io.smarketing.daemon.process.Program.Ended;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/**
 * A benchmark: a first load of 200,000 people from one CRM into the other, which is empty, by {@code sync --once} in a
 * heap of 256 MB. The sandbox runs in a process of its own with a heap of 1 GB, at 100 ms an answer, with the CRMs' real
 * limits and a query job that takes 20 s.
 */
public final class LargeLoad {

    private static final double LATENCY = 0.1;
    private static final double JOB = 20;
    private static final int BATCH = 100;
    private static final int ROWS = 200;
    private static final int JOB_PAGE = 5_000;
    private static final double HUBSPOT_PER_SECOND = 19;
    private static final long MOST_MINUTES = 60;

    private final boolean fromHubSpot;
    private final int people;

    private LargeLoad(boolean fromHubSpot, int people) {
        this.fromHubSpot = fromHubSpot;
        this.people = people;
    }

    /** @param arguments whose people they are, {@code hubspot} or {@code salesforce}; and how many */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        new LargeLoad(arguments[0].equals("hubspot"), Integer.parseInt(arguments[1])).run();
    }

    private void run() throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("smarketing-bench");
        write(folder.resolve("data"));
        String config = folder.resolve("config").toString();
        Program sandbox = sandbox(folder, config);
        try {
            JsonNode access = access(sandbox);
            Path collections = folder.resolve("gc.txt");
            long start = System.nanoTime();
            Ended ended = Program.daemon(
                            folder,
                            List.of("-Xmx256m", PeakHeap.logTo(collections)),
                            List.of("sync", "--once", "--config", config))
                    .await(MOST_MINUTES);
            double seconds = (System.nanoTime() - start) / 1e9;
            System.out.print(ended.out());
            System.out.println(ended.exit() == 0 ? "in step" : "exit " + ended.exit() + ": " + ended.err());
            line("seconds of the whole run, confirming round too", seconds);
            printHeap("daemon", PeakHeap.in(collections));
            printHeap("sandbox", PeakHeap.in(folder.resolve("sandbox-gc.txt")));
            print(
                    LogLine.of("HubSpot", access.at("/hubspot/url").asText()),
                    LogLine.of("Salesforce", access.at("/salesforce/url").asText()));
        } finally {
            sandbox.kill();
            delete(folder);
        }
    }

    private static Program sandbox(Path folder, String config) {
        return Program.daemon(
                folder,
                List.of("-Xmx2g", PeakHeap.logTo(folder.resolve("sandbox-gc.txt"))),
                List.of(
                        "sandbox",
                        "--data",
                        folder.resolve("data").toString(),
                        "--latency",
                        "100ms",
                        "--fault",
                        "bulk-takes=20s",
                        "--output",
                        "json",
                        "--write-config",
                        config));
    }

    private void print(List<LogLine> hubspot, List<LogLine> salesforce) {
        List<LogLine> all = new ArrayList<>(hubspot);
        all.addAll(salesforce);
        List<LogLine> listing = all.stream().filter(LogLine::isListing).toList();
        long first = listing.stream().mapToLong(LogLine::arrived).min().orElseThrow();
        long lastWrite = all.stream()
                .filter(LogLine::isWrite)
                .mapToLong(LogLine::answered)
                .max()
                .orElseThrow();
        line("seconds of the load, first listing to answer of the last write", (lastWrite - first) / 1000.0);
        line("the least it can take, seconds", floor());
        line("calls to HubSpot", hubspot.size());
        line("of these until the last write", until(lastWrite, hubspot));
        line("calls to Salesforce", salesforce.size());
        line("of these until the last write", until(lastWrite, salesforce));
        line(
                "refused for rate",
                all.stream().filter(l -> l.status() == 429 || l.status() == 403).count());
    }

    private static long until(long millis, List<LogLine> lines) {
        return lines.stream().filter(l -> l.arrived() <= millis).count();
    }

    /**
     * From HubSpot: pages of 100 and keys written back in batches of 100, 19 calls a second. From Salesforce: the job, its
     * result of which each page needs the one before, then creates in batches of 100, 19 a second.
     */
    private double floor() {
        double batches = Math.ceil(people / (double) BATCH);
        return fromHubSpot
                ? Math.max(batches * LATENCY, 2 * batches / HUBSPOT_PER_SECOND) + 2 * LATENCY
                : JOB + Math.max(people / (double) JOB_PAGE * LATENCY, batches / HUBSPOT_PER_SECOND) + 2 * LATENCY;
    }

    private void write(Path data) throws IOException {
        Path file = data.resolve(fromHubSpot ? "hubspot/contacts.csv" : "salesforce/Lead.csv");
        Files.createDirectories(file.getParent());
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            out.write(
                    fromHubSpot
                            ? "email,firstname,lastname,company,jobtitle,city,lifecyclestage\n"
                            : "Email,FirstName,LastName,Company,Title,City,Status\n");
            for (int i = 0; i < people; i++) {
                out.write("lead-%06d@example.com,Lead,No %d,Company %d,Buyer,Graz,%s%n"
                        .formatted(i, i, i % 999, fromHubSpot ? "lead" : "Open - Not Contacted"));
            }
        }
    }

    private static JsonNode access(Program sandbox) throws IOException, InterruptedException {
        while (!sandbox.out().contains("\n")) {
            if (!sandbox.isAlive()) {
                throw new IllegalStateException(sandbox.await().err());
            }
            TimeUnit.MILLISECONDS.sleep(100);
        }
        return new ObjectMapper().readTree(sandbox.out());
    }

    private static void printHeap(String whose, PeakHeap heap) {
        line("heap of the " + whose + " at most, MB", heap.used());
        line("the same after a collection", heap.live());
        line("the same after a full one", heap.afterFull());
    }

    private static void line(String what, double figure) {
        System.out.printf(Locale.ROOT, "%-66s %10.1f%n", what, figure);
    }

    private static void delete(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        }
    }
}
