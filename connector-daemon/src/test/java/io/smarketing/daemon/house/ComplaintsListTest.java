package io.smarketing.daemon.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The list of complaints in the documentation names tests that are there. */
final class ComplaintsListTest {

    private static final Path ROOT = Path.of("..");
    private static final Pattern NAMED = Pattern.compile("`(\\w+Test)#(\\w+)`");

    @Test
    void eachRowNamesATestThatIsThere() throws IOException {
        List<String> rows = rows();
        List<Path> tests = tests();
        assertThat(rows).hasSizeGreaterThan(30);
        for (String row : rows) {
            List<MatchResult> named = NAMED.matcher(row).results().toList();
            assertThat(named).as(row).isNotEmpty();
            assertThat(named)
                    .allSatisfy(test -> assertThat(tests)
                            .as(test.group())
                            .anyMatch(file -> file.endsWith(test.group(1) + ".java")
                                    && read(file).contains("void " + test.group(2) + "(")));
        }
    }

    private static List<String> rows() {
        return read(ROOT.resolve("docs/correctness.md"))
                .lines()
                .dropWhile(line -> !line.equals("## What people complain about"))
                .skip(1)
                .takeWhile(line -> !line.startsWith("## "))
                .filter(line -> line.startsWith("| "))
                .skip(1)
                .toList();
    }

    private static List<Path> tests() throws IOException {
        try (Stream<Path> modules = Files.list(ROOT)) {
            return modules.map(module -> module.resolve("src/test/java"))
                    .filter(Files::isDirectory)
                    .flatMap(ComplaintsListTest::files)
                    .toList();
        }
    }

    private static Stream<Path> files(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith("Test.java")).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
