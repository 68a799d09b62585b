package io.smarketing.daemon.command;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.Properties;
import picocli.CommandLine.IVersionProvider;

/** The version of this build, for {@code --version}. */
public final class Version implements IVersionProvider {

    @Override
    public String[] getVersion() {
        return new String[] {
            "smarketing " + current() + " (Java " + Runtime.version().feature() + ")"
        };
    }

    /** The version alone. */
    public static String current() {
        try (InputStream in = Objects.requireNonNull(
                Version.class.getResourceAsStream("/io/smarketing/daemon/version.properties"), "version")) {
            Properties properties = new Properties();
            properties.load(in);
            return properties.getProperty("version");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
