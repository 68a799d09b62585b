package io.smarketing.salesforce.bench;

import io.smarketing.core.crm.ChangePage;
import io.smarketing.core.crm.Crm;
import io.smarketing.core.crm.Cursor;
import io.smarketing.core.crm.Lane;
import io.smarketing.core.crm.WriteCommand;
import io.smarketing.core.crm.WriteOutcome;
import io.smarketing.core.crm.open.Budget;
import io.smarketing.core.crm.open.Settings;
import io.smarketing.core.crm.open.Surroundings;
import io.smarketing.core.crm.open.Wanted;
import io.smarketing.core.crm.record.CrmId;
import io.smarketing.core.crm.record.RecordRef;
import io.smarketing.core.crm.record.RecordType;
import io.smarketing.core.lead.FieldName;
import io.smarketing.core.lead.FieldValue;
import io.smarketing.core.lead.Fields;
import io.smarketing.salesforce.SalesforceProvider;
import io.smarketing.sandbox.kernel.Insider.BadRow;
import io.smarketing.sandbox.server.Sandbox;
import io.smarketing.sandbox.server.SandboxSettings;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A benchmark: an org of 200,000 leads is listed by the adapter, in a process of its own with a heap of 256 MB, at 100 ms
 * an answer and by a query job that takes 20 s; then a thousand leads are written, and read as changes.
 */
public final class LargeOrg {

    private static final int LEADS = 200_000;
    private static final int SOME = 1_000;
    private static final RecordType LEAD = new RecordType("Lead");
    private static final CrmId SALES = new CrmId("sales");

    private final Crm crm;

    private LargeOrg(Crm crm) {
        this.crm = crm;
    }

    public static void main(String[] args) throws IOException, InterruptedException, BadRow {
        if (args.length > 0) {
            new LargeOrg(open(args[0], args[1], args[2])).measure();
            System.exit(0);
        }
        SandboxSettings settings =
                SandboxSettings.defaults().withFault("latency", "100ms").withFault("bulk-takes", "20s");
        try (Sandbox sandbox = Sandbox.start(settings)) {
            Instant yesterday = sandbox.clock().instant().minus(Duration.ofDays(1));
            for (int i = 0; i < LEADS; i++) {
                Map<String, String> lead = Map.of(
                        "LastName",
                        "Lead " + i,
                        "Company",
                        "Company " + i % 999,
                        "Email",
                        "lead-%06d@example.com".formatted(i));
                sandbox.org().insider().create("Lead", lead, yesterday);
            }
            var access = sandbox.access().salesforce();
            new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-Xmx256m",
                            "-XX:+UseSerialGC",
                            "-cp",
                            System.getProperty("java.class.path"),
                            LargeOrg.class.getName(),
                            access.url(),
                            access.clientId(),
                            access.clientSecret())
                    .inheritIO()
                    .start()
                    .waitFor();
        }
    }

    private static Crm open(String url, String id, String secret) {
        ExecutorService executor = Executors.newFixedThreadPool(8);
        Wanted.Type wanted = new Wanted.Type(
                FieldName.of("Smarketing_Key__c"),
                Optional.of(FieldName.of("Smarketing_Stage__c")),
                Set.copyOf(Stream.of("FirstName", "LastName", "Company", "Email", "Phone", "City", "Title", "Status")
                        .map(FieldName::of)
                        .toList()));
        return new SalesforceProvider()
                .open(
                        SALES,
                        new Settings(Map.of("login-url", url, "client-id", id, "client-secret", secret)),
                        new Wanted(Map.of(LEAD, wanted)),
                        new Surroundings(
                                InstantSource.system(),
                                wait -> TimeUnit.MILLISECONDS.sleep(wait.toMillis()),
                                executor,
                                new Random(1),
                                Budget.DEFAULT));
    }

    private void measure() {
        List<RecordRef> some = new ArrayList<>();
        Cursor known = swept(listed(some));
        write(some);
        long calls = crm.quota().calls();
        swept(known);
        line(
                "calls to read these 2,000 as changes, idle sources among them",
                crm.quota().calls() - calls);
    }

    private Cursor listed(List<RecordRef> some) {
        long calls = crm.quota().calls();
        long start = System.nanoTime();
        int rows = 0;
        Cursor at = Cursor.START;
        ChangePage page;
        do {
            page = crm.changes().read(at);
            at = page.next();
            if (page.listing()) {
                rows += page.changes().size();
                page.changes().stream().limit(SOME - some.size()).forEach(c -> some.add(c.ref()));
            }
        } while (page.listing() && !page.caughtUp());
        line("leads listed", rows);
        line("seconds", (System.nanoTime() - start) / 1_000_000_000.0);
        line("calls", crm.quota().calls() - calls);
        System.gc();
        line(
                "heap in use after it, collected (MB)",
                ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() / 1e6);
        return at;
    }

    private void write(List<RecordRef> some) {
        long calls = crm.quota().calls();
        List<WriteCommand> commands = new ArrayList<>();
        some.forEach(ref -> commands.add(new WriteCommand.Update(ref, Fields.of("City", "Graz"), Lane.FIELDS)));
        long written = crm.writer().write(commands).stream()
                .filter(WriteOutcome.Written.class::isInstance)
                .count();
        line("leads changed", written);
        line(
                "calls for that: to write, and to see that none was converted",
                crm.quota().calls() - calls);
        calls = crm.quota().calls();
        commands.clear();
        for (int i = 0; i < SOME; i++) {
            commands.add(new WriteCommand.Create(
                    LEAD,
                    "bench-" + i,
                    Fields.of("LastName", "New").with(FieldName.of("Company"), FieldValue.of("New")),
                    Lane.FIELDS));
        }
        crm.writer().write(commands);
        line("calls for 1,000 new leads", crm.quota().calls() - calls);
    }

    private Cursor swept(Cursor from) {
        Cursor at = from;
        ChangePage page;
        do {
            page = crm.changes().read(at);
            at = page.next();
        } while (!page.caughtUp());
        return at;
    }

    private static void line(String what, double figure) {
        System.out.printf(Locale.ROOT, "%-64s %10.1f%n", what, figure);
    }
}
