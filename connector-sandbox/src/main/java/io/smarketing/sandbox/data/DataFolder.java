package io.smarketing.sandbox.data;

import io.smarketing.sandbox.kernel.SandboxProblem;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/** A folder of exports, from a disk or from the class path: its CSV files by their names relative to the folder. */
public final class DataFolder {

    private static final String SAMPLE = "/io/smarketing/sandbox/sample/";
    private static final List<String> SAMPLE_FILES =
            List.of("hubspot/contacts.csv", "salesforce/User.csv", "salesforce/Lead.csv", "timeline.csv");

    private final Map<String, Source> files;

    private DataFolder(Map<String, Source> files) {
        this.files = new TreeMap<>(files);
    }

    /** The folder at that path; a SandboxProblem if it is not there or holds nothing that can be loaded. */
    public static DataFolder at(Path folder) {
        if (!Files.isDirectory(folder)) {
            throw new SandboxProblem("the data folder " + folder + " is not there: give the folder that holds hubspot/,"
                    + " salesforce/ and timeline.csv");
        }
        Map<String, Source> files = new TreeMap<>();
        try (Stream<Path> all = Files.walk(folder, 2)) {
            all.filter(Files::isRegularFile).forEach(file -> {
                String name = folder.relativize(file).toString().replace('\\', '/');
                if (name.matches("(hubspot|salesforce)/[^/]+\\.csv|timeline\\.csv")) {
                    files.put(name, () -> Files.newInputStream(file));
                }
            });
        } catch (IOException e) {
            throw new SandboxProblem("the data folder " + folder + " cannot be read: check its permissions", e);
        }
        if (files.isEmpty()) {
            throw new SandboxProblem("the data folder " + folder + " holds no hubspot/*.csv, no salesforce/*.csv and no"
                    + " timeline.csv: put the exports there, columns named by their API names");
        }
        return new DataFolder(files);
    }

    /** The sample that comes with the product. */
    public static DataFolder sample() {
        Map<String, Source> files = new TreeMap<>();
        for (String name : SAMPLE_FILES) {
            files.put(name, () -> Objects.requireNonNull(DataFolder.class.getResourceAsStream(SAMPLE + name), name));
        }
        return new DataFolder(files);
    }

    Set<String> names() {
        return files.keySet();
    }

    Optional<CsvTable> open(String name) {
        return Optional.ofNullable(files.get(name)).map(source -> CsvTable.open(name, source));
    }

    /** Opens one file of the folder from its beginning. */
    interface Source {
        InputStream open() throws IOException;
    }
}
