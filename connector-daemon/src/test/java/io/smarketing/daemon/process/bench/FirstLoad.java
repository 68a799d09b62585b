package io.smarketing.daemon.process.bench;

import io.smarketing.daemon.command.sandbox.RehearsalFolder;
import io.smarketing.daemon.process.DataFiles;
import io.smarketing.daemon.process.Program;
import io.smarketing.daemon.process.Program.Ended;
import io.smarketing.sandbox.server.Sandbox;
import io.smarketing.sandbox.server.SandboxSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * A benchmark: the first load of the 8,000 real leads at 100 ms an answer and under the CRMs' real limits, by the daemon
 * in a process of its own with a heap of 256 MB, measured in the sandbox's request log.
 */
public final class FirstLoad {

    private static final long WINDOW_MILLIS = 10_000;

    private FirstLoad() {}

    public static void main(String[] args) throws IOException, InterruptedException {
        if (!DataFiles.isThere()) {
            System.out.println("not run: set SMARKETING_DATA to a folder that holds data/olist");
            return;
        }
        Path folder = Files.createTempDirectory("smarketing-bench");
        SandboxSettings settings = SandboxSettings.defaults()
                .withData(DataFiles.olist())
                .withKeyFolder(folder)
                .withFault("latency", "100ms");
        try (Sandbox sandbox = Sandbox.start(settings)) {
            new RehearsalFolder(folder.resolve("config"), sandbox).write();
            Ended ended = Program.daemon(
                            folder,
                            List.of(
                                    "sync",
                                    "--once",
                                    "--config",
                                    folder.resolve("config").toString()))
                    .await();
            if (ended.exit() != 0) {
                throw new IllegalStateException(ended.err());
            }
            System.out.print(ended.out());
            print(
                    LogLine.of("HubSpot", sandbox.access().hubspot().url()),
                    LogLine.of("Salesforce", sandbox.access().salesforce().url()));
        } finally {
            delete(folder);
        }
    }

    private static void print(List<LogLine> hubspot, List<LogLine> salesforce) {
        List<LogLine> all = new ArrayList<>(hubspot);
        all.addAll(salesforce);
        all.sort(Comparator.comparing(LogLine::arrived));
        long first = all.stream()
                .filter(LogLine::isListing)
                .findFirst()
                .orElseThrow()
                .arrived();
        long lastWrite = all.stream()
                .filter(LogLine::isWrite)
                .mapToLong(LogLine::answered)
                .max()
                .orElseThrow();
        long search =
                all.stream().filter(LogLine::isSearch).findFirst().orElseThrow().arrived();
        long end = all.stream().mapToLong(LogLine::answered).max().orElseThrow();
        line("first load, first listing to answer of the last write", lastWrite - first);
        line("the org's own changes looked through once more", search - lastWrite);
        line("confirming round, its first search to its last answer", end - search);
        System.out.printf(
                "requests: %d, of these %d before the first listing; refused for rate: %d%n",
                all.size(),
                all.stream().filter(l -> l.arrived() < first).count(),
                all.stream().filter(l -> l.status() == 429 || l.status() == 403).count());
        System.out.printf("most requests to HubSpot within 10 s: %d%n", most(hubspot));
    }

    private static void line(String what, long millis) {
        System.out.printf(Locale.ROOT, "%-56s %6.2f s%n", what, millis / 1000.0);
    }

    private static long most(List<LogLine> lines) {
        return IntStream.range(0, lines.size())
                .mapToLong(i -> lines.subList(0, i + 1).stream()
                        .filter(l -> l.arrived() > lines.get(i).arrived() - WINDOW_MILLIS)
                        .count())
                .max()
                .orElse(0);
    }

    private static void delete(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        }
    }
}
