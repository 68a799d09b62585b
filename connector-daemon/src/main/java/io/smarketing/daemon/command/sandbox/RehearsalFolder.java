package io.smarketing.daemon.command.sandbox;

import io.smarketing.daemon.command.CommandFailure;
import io.smarketing.daemon.command.ExitCode;
import io.smarketing.sandbox.kernel.Insider;
import io.smarketing.sandbox.server.Sandbox;
import io.smarketing.sandbox.server.SandboxAccess;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A folder with a configuration for one sandbox: the example's, less what the sandbox does not have. */
public final class RehearsalFolder {

    private static final String MARK = "# Written by 'smarketing sandbox': it is written anew each time.";
    private static final String HUBSPOT_TOKEN = "secrets/hubspot-token";
    private static final String WEBHOOK_SECRET = "secrets/hubspot-client-secret";
    private static final String SALESFORCE_SECRET = "secrets/salesforce-client-secret";

    private final Path folder;
    private final Sandbox sandbox;
    private final Optional<String> webhooks;

    public RehearsalFolder(Path folder, Sandbox sandbox) {
        this(folder, sandbox, Optional.empty());
    }

    /** @param webhooks where the portal tells what happens in it, if it does */
    public RehearsalFolder(Path folder, Sandbox sandbox, Optional<String> webhooks) {
        this.folder = folder;
        this.sandbox = sandbox;
        this.webhooks = webhooks;
    }

    /** Refuses a folder that holds somebody's own configuration. */
    static void requireFree(Path folder) {
        for (String name : List.of("connections.yaml", "mapping.yaml", "lifecycle.yaml")) {
            Path file = folder.resolve(name);
            try {
                if (Files.exists(file) && !Files.readString(file).startsWith(MARK)) {
                    throw new CommandFailure(
                            ExitCode.FAILED,
                            file + " was not written by the sandbox, and is not written over: name another folder");
                }
            } catch (IOException e) {
                throw new CommandFailure(ExitCode.FAILED, file + " cannot be read: name another folder");
            }
        }
    }

    /** Writes all files anew; a CommandFailure if the folder cannot be written. */
    public void write() {
        try {
            Files.createDirectories(folder.resolve("secrets"));
            SandboxAccess access = sandbox.access();
            secret(HUBSPOT_TOKEN, access.hubspot().token());
            secret(WEBHOOK_SECRET, access.hubspot().clientSecret());
            secret(SALESFORCE_SECRET, access.salesforce().clientSecret());
            file("connections.yaml", connections(access));
            Insider portal = sandbox.portal().insider();
            Insider org = sandbox.org().insider();
            RehearsalMapping mapping = new RehearsalMapping(
                    ExampleFile.of("mapping.yaml"),
                    new Existing(portal, org),
                    sandbox.loaded().customColumns());
            file("mapping.yaml", mapping.lines());
            file("lifecycle.yaml", mapping.lifecycle(ExampleFile.of("lifecycle.yaml")));
        } catch (IOException e) {
            throw new CommandFailure(
                    ExitCode.FAILED,
                    "the configuration cannot be written to " + folder + ": check that the folder can be written");
        }
    }

    private List<String> connections(SandboxAccess access) {
        SandboxAccess.Salesforce salesforce = access.salesforce();
        List<String> lines = new ArrayList<>(List.of(
                "workspace: sandbox",
                "crms:",
                "  hubspot:",
                "    type: hubspot",
                "    url: " + Quoted.yaml(access.hubspot().url()),
                "    portal: " + access.hubspot().portalId(),
                "    token: ${file:" + HUBSPOT_TOKEN + "}"));
        webhooks.ifPresent(url -> lines.addAll(
                List.of("    webhook-url: " + Quoted.yaml(url), "    webhook-secret: ${file:" + WEBHOOK_SECRET + "}")));
        lines.addAll(List.of(
                "    budget: {share: 100%, floor: 0}",
                "  salesforce:",
                "    type: salesforce",
                "    login-url: " + Quoted.yaml(salesforce.loginUrl()),
                "    client-id: " + Quoted.yaml(salesforce.clientId()),
                "    client-secret: ${file:" + SALESFORCE_SECRET + "}",
                "    budget: {share: 100%, floor: 0}",
                "polling: " + (webhooks.isPresent() ? "30s" : "2s")));
        return lines;
    }

    private void file(String name, List<String> lines) throws IOException {
        Files.writeString(folder.resolve(name), MARK + "\n" + String.join("\n", lines) + "\n");
    }

    private void secret(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.deleteIfExists(file);
        Files.createFile(file, ownerOnly());
        Files.writeString(file, text, StandardCharsets.UTF_8);
    }

    private static FileAttribute<?>[] ownerOnly() {
        boolean posix = FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
        return posix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }
}
