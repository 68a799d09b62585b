package io.smarketing.hubspot.bench;

import io.smarketing.core.crm.ChangePage;
import io.smarketing.core.crm.Crm;
import io.smarketing.core.crm.Cursor;
import io.smarketing.core.crm.Lane;
import io.smarketing.core.crm.WriteCommand;
import io.smarketing.core.crm.open.Budget;
import io.smarketing.core.crm.open.Settings;
import io.smarketing.core.crm.open.Surroundings;
import io.smarketing.core.crm.open.Wanted;
import io.smarketing.core.crm.record.CrmId;
import io.smarketing.core.crm.record.RecordRef;
import io.smarketing.core.crm.record.RecordType;
import io.smarketing.core.lead.FieldName;
import io.smarketing.core.lead.Fields;
import io.smarketing.hubspot.HubSpotProvider;
import io.smarketing.sandbox.kernel.Insider.BadRow;
import io.smarketing.sandbox.kernel.Insider.Deed;
import io.smarketing.sandbox.server.Sandbox;
import io.smarketing.sandbox.server.SandboxSettings;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A benchmark: what it costs in calls to read and to write 1,000 changed contacts, at 100 ms an answer; then minutes of
 * reading by as many callers as the portal's rolling window lets through, and more, beside searches.
 */
public final class FullLoad {

    private static final int SOME = 1_000;
    private static final int BATCH = 100;
    private static final int CALLERS = 8;
    private static final RecordType CONTACT = new RecordType("contact");

    private final Sandbox sandbox;
    private final ExecutorService threads = Executors.newFixedThreadPool(3 * CALLERS);
    private final Crm crm;
    private final Set<RecordRef> contacts = new LinkedHashSet<>();

    private FullLoad(Sandbox sandbox) {
        this.sandbox = sandbox;
        this.crm = open();
    }

    /** @param arguments minutes of full load */
    public static void main(String[] arguments) throws BadRow {
        try (Sandbox sandbox = Sandbox.start(SandboxSettings.defaults().withFault("latency", "100ms"))) {
            for (int i = 0; i < SOME; i++) {
                Map<String, String> contact = Map.of("email", "lead-%06d@example.com".formatted(i), "lastname", "Lead");
                sandbox.portal()
                        .insider()
                        .create("contacts", contact, sandbox.clock().instant());
            }
            FullLoad load = new FullLoad(sandbox);
            load.readAndWrite();
            load.run(Duration.ofMinutes(Long.parseLong(arguments[0])));
            load.threads.shutdownNow();
        }
        System.exit(0);
    }

    private Crm open() {
        Wanted.Type wanted = new Wanted.Type(
                FieldName.of("smarketing_key"),
                Optional.of(FieldName.of("lifecyclestage")),
                Set.copyOf(Stream.of("email", "firstname", "lastname", "company", "city")
                        .map(FieldName::of)
                        .toList()));
        var access = sandbox.access().hubspot();
        return new HubSpotProvider()
                .open(
                        new CrmId("marketing"),
                        new Settings(Map.of("url", access.url(), "token", access.token())),
                        new Wanted(Map.of(CONTACT, wanted)),
                        new Surroundings(
                                InstantSource.system(),
                                wait -> TimeUnit.MILLISECONDS.sleep(wait.toMillis()),
                                threads,
                                new Random(1),
                                Budget.DEFAULT));
    }

    private void readAndWrite() throws BadRow {
        Cursor known = changes(changes(Cursor.START));
        sandbox.clock().advance(Duration.ofHours(1));
        known = changes(changes(known));
        long idle = calls(() -> {});
        for (RecordRef ref : contacts) {
            sandbox.portal()
                    .insider()
                    .act(new Deed(sandbox.clock().instant(), "contacts", ref.id(), "set", "city", "Graz"));
        }
        Cursor at = known;
        line(
                "calls to read 1,000 changed contacts",
                calls(() -> {
                            changes(at);
                            crm.reader().byRefs(contacts);
                        })
                        - idle);
        List<WriteCommand> commands = new ArrayList<>();
        contacts.forEach(ref -> commands.add(new WriteCommand.Update(ref, Fields.of("city", "Linz"), Lane.FIELDS)));
        line("calls to write 1,000 changed contacts", calls(() -> crm.writer().write(commands)));
    }

    private Cursor changes(Cursor from) {
        Cursor at = from;
        ChangePage page;
        do {
            page = crm.changes().read(at);
            at = page.next();
            page.changes().stream().limit(SOME - contacts.size()).forEach(change -> contacts.add(change.ref()));
        } while (!page.caughtUp());
        return at;
    }

    private long calls(Runnable work) {
        long before = crm.quota().calls();
        work.run();
        return crm.quota().calls() - before;
    }

    private void run(Duration time) {
        long start = System.nanoTime();
        long end = start + time.toNanos();
        long before = crm.quota().calls();
        List<RecordRef> refs = new ArrayList<>(contacts).subList(0, BATCH);
        List<CompletableFuture<Void>> callers = new ArrayList<>();
        IntStream.range(0, CALLERS)
                .forEach(i -> callers.add(repeat(end, () -> crm.reader().byRefs(Set.copyOf(refs)))));
        callers.add(repeat(end, () -> changes(Cursor.START)));
        callers.forEach(CompletableFuture::join);
        double seconds = (System.nanoTime() - start) / 1e9;
        line("seconds at full load", seconds);
        line("calls in that time", crm.quota().calls() - before);
        line("calls a second, searches too", (crm.quota().calls() - before) / seconds);
        line("refused for rate", sandbox.counts().get("hubspot").refusedForRate());
    }

    private CompletableFuture<Void> repeat(long end, Runnable work) {
        return CompletableFuture.runAsync(
                () -> {
                    while (System.nanoTime() < end) {
                        work.run();
                    }
                },
                threads);
    }

    private static void line(String what, double figure) {
        System.out.printf(Locale.ROOT, "%-64s %10.1f%n", what, figure);
    }
}
