package io.smarketing.daemon.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.smarketing.daemon.InProcess;
import io.smarketing.daemon.command.sandbox.RehearsalFolder;
import io.smarketing.daemon.process.Program.Ended;
import io.smarketing.daemon.process.Watch.Kill;
import io.smarketing.sandbox.kernel.Insider;
import io.smarketing.sandbox.kernel.Insider.BadRow;
import io.smarketing.sandbox.kernel.Insider.Deed;
import io.smarketing.sandbox.server.Sandbox;
import io.smarketing.sandbox.server.SandboxSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A sandbox in this process, a configuration for it, and the daemon that is run on it. */
final class Rehearsal implements AutoCloseable {

    static final String CONTACTS = "contacts";
    static final String LEAD = "Lead";

    private final Path folder;
    private final Sandbox sandbox;

    Rehearsal(Path folder, SandboxSettings settings) {
        this.folder = folder;
        this.sandbox = Sandbox.start(settings);
        new RehearsalFolder(configuration(), sandbox).write();
    }

    /** The same, with a portal that tells that address what happens in it; polling is left to the webhooks. */
    Rehearsal toldTo(String url) {
        new RehearsalFolder(configuration(), sandbox, Optional.of(url)).write();
        sandbox.fault("hubspot.webhook-url", url);
        Path file = configuration().resolve("connections.yaml");
        try {
            Files.writeString(file, Files.readString(file).replace("polling: 30s", "polling: 10m"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }

    /** One sync and the requests it made. */
    record Run(Ended ended, Requests requests) {}

    Path configuration() {
        return folder.resolve("config");
    }

    Sandbox sandbox() {
        return sandbox;
    }

    Insider portal() {
        return sandbox.portal().insider();
    }

    Insider org() {
        return sandbox.org().insider();
    }

    /** {@code sync --once} with these words more, in this process, which saves a JVM's start. */
    Run sync(String... more) {
        Watch watch = new Watch(Optional.empty());
        sandbox.observe(watch);
        InProcess run = InProcess.run(once(more).toArray(String[]::new));
        return new Run(new Ended(run.exit(), run.out(), run.err()), watch.requests());
    }

    /** The same as a process of its own, in the heap that has to do. */
    Run syncInItsOwnHeap(String... more) {
        return process(new Watch(Optional.empty()), more);
    }

    /** {@code sync --once} as a process of its own, killed at that moment. */
    Run killed(Kill kill) {
        return killed(kill, Map.of());
    }

    /** The same, with something that happens when the nth request has come. */
    Run killed(Kill kill, Map<Integer, Runnable> events) {
        return process(new Watch(Optional.of(kill), events));
    }

    private Run process(Watch watch, String... more) {
        sandbox.observe(watch);
        Program daemon = Program.daemon(folder, once(more));
        watch.running(daemon);
        Ended ended = daemon.await();
        return new Run(ended, watch.requests());
    }

    private List<String> once(String... more) {
        List<String> words = new ArrayList<>(
                List.of("sync", "--once", "--config", configuration().toString()));
        words.addAll(List.of(more));
        return words;
    }

    /** Fails unless both CRMs hold the same people, each once, with the same values: as an outsider sees it. */
    void assertInStep() {
        Ended compared = Program.compare(folder, configuration()).await();
        assertThat(compared.exit()).as(compared.out() + compared.err()).isZero();
        assertThat(compared.out()).contains("unequal 0; records missing or twice: 0");
    }

    /** Somebody in HubSpot edits a contact. */
    void editContact(String email, String field, String value) {
        edit(portal(), CONTACTS, email, field, value);
    }

    /** Somebody in Salesforce edits a lead. */
    void editLead(String email, String field, String value) {
        edit(org(), LEAD, email, field, value);
    }

    /** Somebody edits a record, found by its key. */
    void edit(Insider crm, String object, String email, String field, String value) {
        try {
            String id = crm.find(object, email).get(0);
            crm.act(new Deed(sandbox.clock().instant(), object, id, "set", field, value));
        } catch (BadRow e) {
            throw new AssertionError(e);
        }
    }

    /** Somebody in Salesforce types in a lead. */
    void createLead(Map<String, String> values) {
        make(org(), LEAD, values);
    }

    /** Somebody makes a record. */
    void make(Insider crm, String object, Map<String, String> values) {
        try {
            crm.create(object, values, sandbox.clock().instant());
        } catch (BadRow e) {
            throw new AssertionError(e);
        }
    }

    /** A field of the one contact with that address. */
    String contact(String email, String field) {
        return only(portal(), CONTACTS, email, field);
    }

    /** A field of the one lead with that address. */
    String lead(String email, String field) {
        return only(org(), LEAD, email, field);
    }

    private static String only(Insider crm, String object, String email, String field) {
        List<String> ids = crm.find(object, email);
        assertThat(ids).as(object + " " + email).hasSize(1);
        return crm.peek(object, ids.get(0), field).orElse("");
    }

    @Override
    public void close() {
        sandbox.close();
    }
}
