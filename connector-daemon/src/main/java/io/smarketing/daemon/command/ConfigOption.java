package io.smarketing.daemon.command;

import io.smarketing.daemon.config.Configuration;
import io.smarketing.daemon.config.ConfigurationFolder;
import io.smarketing.daemon.config.InvalidConfiguration;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** The option {@code --config}: the folder with the configuration. */
public final class ConfigOption {

    @Option(
            names = "--config",
            paramLabel = "DIR",
            defaultValue = "config",
            description =
                    "folder with connections.yaml, mapping.yaml, lifecycle.yaml and agreement.yaml (default: ${DEFAULT-VALUE})")
    private Path folder = Path.of("config");

    public Path folder() {
        return folder;
    }

    /** The configuration, checked; it throws all that is wrong with it. */
    public Configuration read(Host host) throws InvalidConfiguration {
        return new ConfigurationFolder(folder, host.providers(), host.variables()).read();
    }
}
