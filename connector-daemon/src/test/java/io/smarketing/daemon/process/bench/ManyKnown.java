package io.smarketing.daemon.process.bench;

import io.smarketing.daemon.command.sandbox.RehearsalFolder;
import io.smarketing.daemon.process.Standing;
import io.smarketing.sandbox.server.Sandbox;
import io.smarketing.sandbox.server.SandboxSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A benchmark: what a daemon in a heap of 256 MB that knows a million people spends on rounds in which nothing changes,
 * beside one that knows a thousand. The CRMs hold the thousand only; the others are added to the store, as copies of them
 * under other ids, keys and addresses.
 */
public final class ManyKnown {

    private static final int FEW = 1_000;
    private static final int SECONDS = 40;

    private final Path folder;
    private final Sandbox sandbox;

    private ManyKnown(Path folder, Sandbox sandbox) {
        this.folder = folder;
        this.sandbox = sandbox;
    }

    /** @param arguments how many people, a million by default */
    public static void main(String[] arguments) throws Exception {
        int many = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 1_000_000;
        Path folder = Files.createTempDirectory("smarketing-bench");
        Path data = folder.resolve("data");
        write(data.resolve("hubspot/contacts.csv"));
        try (Sandbox sandbox = Sandbox.start(
                SandboxSettings.defaults().withData(data).withKeyFolder(folder).withoutLimits())) {
            new RehearsalFolder(folder.resolve("config"), sandbox).write();
            ManyKnown bench = new ManyKnown(folder, sandbox);
            bench.measure(FEW);
            bench.grow(many / FEW - 1);
            bench.measure(many);
        } finally {
            try (Stream<Path> files = Files.walk(folder)) {
                files.sorted(Comparator.reverseOrder())
                        .forEach(file -> file.toFile().delete());
            }
        }
    }

    private static void write(Path file) throws IOException {
        Files.createDirectories(file.getParent());
        StringBuilder rows = new StringBuilder("email,firstname,lastname,company,jobtitle,city,lifecyclestage\n");
        for (int i = 0; i < FEW; i++) {
            rows.append("lead-%04d@example.com,Lead,No %d,Company %d,Buyer,Graz,%s%n"
                    .formatted(i, i, i % 99, i % 3 == 0 ? "marketingqualifiedlead" : "lead"));
        }
        Files.writeString(file, rows);
    }

    private void measure(int people) throws Exception {
        long start = System.nanoTime();
        try (Standing daemon = Standing.run(folder, folder.resolve("config"))) {
            daemon.until("in step");
            line(people, "until in step, s", (System.nanoTime() - start) / 1e9);
            pastOverlap(daemon);
            double rounds = figure(daemon, "smarketing_rounds_total");
            Duration busy = cpu(daemon);
            long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS);
            daemon.until("some rounds more", () -> System.nanoTime() > deadline);
            double done = figure(daemon, "smarketing_rounds_total") - rounds;
            line(people, "rounds without news", done);
            line(people, "CPU time of one, ms", cpu(daemon).minus(busy).toMillis() / done);
            collect(daemon);
            line(people, "heap in use, collected, MB", figure(daemon, "jvm_memory_used_bytes{area=\"heap\"") / 1e6);
        }
    }

    /** Past the time for which far looks list what is known once more. */
    private void pastOverlap(Standing daemon) {
        for (int i = 0; i < 2; i++) {
            sandbox.clock().advance(Duration.ofMinutes(20));
            double rounds = figure(daemon, "smarketing_rounds_total");
            daemon.until("two rounds more", () -> figure(daemon, "smarketing_rounds_total") >= rounds + 2);
        }
    }

    private static Duration cpu(Standing daemon) {
        return ProcessHandle.of(daemon.pid())
                .flatMap(p -> p.info().totalCpuDuration())
                .orElseThrow();
    }

    private static void collect(Standing daemon) throws IOException, InterruptedException {
        new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(),
                        Long.toString(daemon.pid()),
                        "GC.run")
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
    }

    /** The sum of all series that begin so. */
    private static double figure(Standing daemon, String start) {
        return daemon.metrics()
                .lines()
                .filter(l -> l.startsWith(start))
                .mapToDouble(l -> Double.parseDouble(l.substring(l.lastIndexOf(' ') + 1)))
                .sum();
    }

    /** Adds so many copies of each person. */
    private void grow(int copies) throws IOException, SQLException {
        long start = System.nanoTime();
        Path store;
        try (Stream<Path> files = Files.walk(folder.resolve("config"))) {
            store = files.filter(f -> f.toString().endsWith(".db")).findFirst().orElseThrow();
        }
        try (Connection sql = DriverManager.getConnection("jdbc:sqlite:" + store);
                Statement statement = sql.createStatement()) {
            statement.execute("PRAGMA synchronous = OFF");
            sql.setAutoCommit(false);
            for (String table : names(statement, "SELECT name FROM sqlite_master WHERE type = 'table'")) {
                List<String> columns = names(statement, "SELECT name FROM pragma_table_info('" + table + "')");
                if (table.equals("person") || columns.contains("person")) {
                    copy(statement, table, columns, copies);
                }
            }
            sql.commit();
        }
        line(FEW * (copies + 1), "store, MB", Files.size(store) / 1e6);
        line(FEW * (copies + 1), "filled in, s", (System.nanoTime() - start) / 1e9);
    }

    private static void copy(Statement statement, String table, List<String> columns, int copies) throws SQLException {
        List<String> kept = columns.stream().filter(c -> !c.equals("no")).toList();
        List<String> copied = kept.stream().map(ManyKnown::copied).toList();
        int rows = statement.executeUpdate("WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < "
                + copies + ") INSERT INTO " + table + " (" + String.join(", ", kept) + ") SELECT "
                + String.join(", ", copied) + " FROM " + table + " CROSS JOIN n WHERE "
                + (columns.contains("person") ? "person" : "id") + " <> ''");
        System.out.printf(Locale.ROOT, "%-24s %,12d rows more%n", table, rows);
    }

    private static String copied(String column) {
        return switch (column) {
            case "id", "person", "external_key", "record" -> column + " || '-' || i";
            case "email" -> "i || '-' || email";
            default -> column;
        };
    }

    private static List<String> names(Statement statement, String question) throws SQLException {
        List<String> names = new ArrayList<>();
        try (ResultSet rows = statement.executeQuery(question)) {
            while (rows.next()) {
                names.add(rows.getString(1));
            }
        }
        return names;
    }

    private static void line(int people, String what, double figure) {
        System.out.printf(Locale.ROOT, "%,10d people: %-40s %10.1f%n", people, what, figure);
    }
}
