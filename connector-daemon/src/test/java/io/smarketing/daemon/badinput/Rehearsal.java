package io.smarketing.daemon.badinput;

import io.smarketing.daemon.InProcess;
import io.smarketing.daemon.command.sandbox.RehearsalFolder;
import io.smarketing.sandbox.kernel.Insider;
import io.smarketing.sandbox.kernel.Insider.BadRow;
import io.smarketing.sandbox.kernel.Insider.Deed;
import io.smarketing.sandbox.server.Sandbox;
import io.smarketing.sandbox.server.SandboxSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A sandbox with a few people, the configuration that it writes for itself, and commands that are run on it. */
final class Rehearsal implements AutoCloseable {

    static final String CONTACTS = "hubspot/contacts.csv";
    static final String LEADS = "salesforce/Lead.csv";

    private final Path config;
    private final Sandbox sandbox;

    private Rehearsal(Path config, Sandbox sandbox) {
        this.config = config;
        this.sandbox = sandbox;
    }

    /** Starts one in an empty folder; files are given by name, with their text. */
    static Rehearsal start(Path folder, Map<String, String> files) {
        Path data = folder.resolve("data");
        files.forEach((name, text) -> write(data.resolve(name), text));
        Sandbox sandbox =
                Sandbox.start(SandboxSettings.defaults().withData(data).withoutLimits());
        Path config = folder.resolve("config");
        new RehearsalFolder(config, sandbox).write();
        return new Rehearsal(config, sandbox);
    }

    static void write(Path file, String text) {
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A file of plain people: lead-0001@example.com to the last one, each with a name of its own. */
    static String contacts(int last) {
        StringBuilder csv = new StringBuilder("email,lastname,company\n");
        for (int i = 1; i <= last; i++) {
            csv.append(String.format("lead-%04d@example.com,Surname-%04d,Company-%04d%n", i, i, i));
        }
        return csv.toString();
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

    InProcess sync(String... more) {
        return command("sync", Stream.concat(Stream.of("--once"), Stream.of(more)));
    }

    InProcess status(String... more) {
        return command("status", Stream.of(more));
    }

    InProcess campaigns(String... more) {
        return command("campaigns", Stream.of(more));
    }

    InProcess validate() {
        return command("validate", Stream.of());
    }

    private InProcess command(String name, Stream<String> more) {
        List<String> args = Stream.concat(Stream.of(name, "--config", config.toString()), more)
                .toList();
        return InProcess.run(args.toArray(String[]::new));
    }

    /** Replaces the first such text of a configuration file. */
    Rehearsal edit(String file, String text, String by) {
        Path path = config.resolve(file);
        try {
            String before = Files.readString(path);
            if (!before.contains(text)) {
                throw new IllegalArgumentException(file + " does not hold " + text);
            }
            int at = before.indexOf(text);
            write(path, before.substring(0, at) + by + before.substring(at + text.length()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }

    /** Somebody makes a contact. */
    String contact(String... namesAndValues) {
        return create(portal(), "contacts", namesAndValues);
    }

    /** Somebody makes a lead. */
    String lead(String... namesAndValues) {
        return create(org(), "Lead", namesAndValues);
    }

    private String create(Insider insider, String object, String... namesAndValues) {
        Map<String, String> values = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            values.put(namesAndValues[i], namesAndValues[i + 1]);
        }
        try {
            return insider.create(object, values, sandbox.clock().instant());
        } catch (BadRow e) {
            throw new IllegalArgumentException(e);
        }
    }

    /** Somebody sets a property of a contact. */
    void set(String id, String property, String value) {
        try {
            portal().act(new Deed(sandbox.clock().instant(), "contacts", id, "set", property, value));
        } catch (BadRow e) {
            throw new IllegalArgumentException(e);
        }
    }

    /** A field of the only lead with that address. */
    String inLead(String email, String field) {
        return only(org(), "Lead", email, field);
    }

    /** A property of the only contact with that address. */
    String inContact(String email, String property) {
        return only(portal(), "contacts", email, property);
    }

    private static String only(Insider insider, String object, String email, String field) {
        List<String> ids = insider.find(object, email);
        if (ids.size() != 1) {
            return "(" + ids.size() + " records)";
        }
        return insider.peek(object, ids.get(0), field).orElse("(no such field)");
    }

    @Override
    public void close() {
        sandbox.close();
    }
}
