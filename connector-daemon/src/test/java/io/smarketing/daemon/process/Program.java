package io.smarketing.daemon.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.smarketing.daemon.Main;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.tools.ToolProvider;

/** One Java program running as a process of its own, on this test's class path; its output goes to files. */
public final class Program {

    /** What the launcher gives the daemon, in the heap that has to do. */
    private static final List<String> JVM = List.of("-Xmx256m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1");

    /** The tool's, compiled once and not at each of its starts. */
    private static final Path CLASSES = compiled(Path.of("..", "tools", "CompareCrms.java"));

    private static final long MOST_MINUTES = 10;

    private final Process process;
    private final Path out;
    private final Path err;

    private Program(Process process, Path out, Path err) {
        this.process = process;
        this.out = out;
        this.err = err;
    }

    /** How it ended. */
    public record Ended(int exit, String out, String err) {}

    /** Starts the daemon with these words. */
    public static Program daemon(Path output, List<String> words) {
        List<String> all = new ArrayList<>(List.of(Main.class.getName()));
        all.addAll(words);
        return start(output, all);
    }

    /** Starts the daemon's program with these options of the JVM. */
    public static Program daemon(Path output, List<String> jvm, List<String> words) {
        List<String> all = new ArrayList<>(jvm);
        all.add(Main.class.getName());
        all.addAll(words);
        return start(output, all);
    }

    /** Starts the tool that holds both CRMs against each other and knows nothing but the configuration. */
    public static Program compare(Path output, Path configuration) {
        return start(output, List.of("CompareCrms", configuration.toString()));
    }

    private static Program start(Path output, List<String> words) {
        try {
            Path out = Files.createTempFile(output, "out", ".txt");
            Path err = Files.createTempFile(output, "err", ".txt");
            List<String> command = new ArrayList<>(List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString()));
            command.addAll(JVM);
            command.addAll(List.of("-cp", CLASSES + File.pathSeparator + System.getProperty("java.class.path")));
            command.addAll(words);
            Process process = new ProcessBuilder(command)
                    .redirectOutput(out.toFile())
                    .redirectError(err.toFile())
                    .start();
            return new Program(process, out, err);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path compiled(Path source) {
        try {
            Path classes = Files.createTempDirectory("tools");
            int result = ToolProvider.getSystemJavaCompiler()
                    .run(null, null, null, "-d", classes.toString(), source.toString());
            assertThat(result).as("the tool compiles").isZero();
            return classes;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Waits for its end. */
    public Ended await() {
        return await(MOST_MINUTES);
    }

    /** Waits so many minutes for its end. */
    public Ended await(long minutes) {
        try {
            if (!process.waitFor(minutes, TimeUnit.MINUTES)) {
                process.destroyForcibly();
                throw new AssertionError("not ended after " + minutes + " minutes: " + read(err));
            }
            return new Ended(process.exitValue(), read(out), read(err));
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Tells it to end, as a service's supervisor does. */
    void terminate() {
        process.destroy();
    }

    /** What it has said so far on standard output. */
    public String out() {
        return read(out);
    }

    /** What it has said so far on standard error. */
    String err() {
        return read(err);
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    long pid() {
        return process.pid();
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    /** Ends it as a power cut would, and returns when it is gone. */
    public void kill() {
        process.destroyForcibly().onExit().join();
    }
}
