package io.smarketing.daemon.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * One file for each mistake, in {@code mistakes/<file it stands for>-<mistake>.yaml}, and beside it the exact problems
 * that must be reported, one a line, in {@code .problems}.
 */
class MistakesTest {

    @TempDir
    private Path temporary;

    @TestFactory
    Stream<DynamicTest> every_mistake_is_reported_with_its_place() throws IOException {
        Path mistakes = Fixtures.resource("mistakes");
        List<Path> files = new ArrayList<>();
        try (Stream<Path> all = Files.list(mistakes)) {
            all.filter(f -> f.toString().endsWith(".yaml")).sorted().forEach(files::add);
        }
        assertThat(files).hasSizeGreaterThan(30);
        return files.stream().map(f -> DynamicTest.dynamicTest(f.getFileName().toString(), () -> check(f)));
    }

    private void check(Path file) throws IOException {
        String name = file.getFileName().toString();
        Path folder = Fixtures.good(Files.createDirectory(temporary.resolve(name)));
        Fixtures.copy(file, folder.resolve(name.substring(0, name.indexOf('-')) + ".yaml"));
        List<String> expected = Files.readAllLines(file.resolveSibling(name.replace(".yaml", ".problems")));
        List<String> found = Fixtures.problems(folder);
        assertThat(found).isEqualTo(expected).isNotEmpty();
        assertThat(found.toString()).doesNotContain("secret-token");
    }

    @Test
    void the_good_files_are_good() {
        assertThat(Fixtures.problems(Fixtures.good(temporary))).isEmpty();
    }

    @Test
    void a_missing_folder_is_named() {
        assertThat(Fixtures.problems(temporary.resolve("nowhere")))
                .singleElement()
                .asString()
                .contains("nowhere:1:1: there is no such folder: copy the example configuration");
    }

    @Test
    void missing_files_are_all_named_at_once() {
        assertThat(Fixtures.problems(temporary))
                .hasSize(3)
                .allSatisfy(p -> assertThat(p).contains("there is no such file: copy it from the example"))
                .anySatisfy(p -> assertThat(p).startsWith("lifecycle.yaml:1:1: "));
    }

    @Test
    void bytes_that_are_not_utf_8_are_found() throws IOException {
        Path folder = Fixtures.good(temporary);
        Files.write(folder.resolve("mapping.yaml"), new byte[] {'k', 'e', 'y', ':', '\n', ' ', (byte) 0xE4, '\n'});
        assertThat(Fixtures.problems(folder))
                .containsExactly("mapping.yaml:2:2: the file is not UTF-8: save it as UTF-8");
    }

    @Test
    void a_byte_order_mark_is_no_mistake() throws IOException {
        Path folder = Fixtures.good(temporary);
        Path mapping = folder.resolve("mapping.yaml");
        Files.writeString(mapping, "\uFEFF" + Files.readString(mapping));
        assertThat(Fixtures.problems(folder)).isEmpty();
    }

    @Test
    void nesting_without_end_is_a_problem_and_not_a_crash() {
        Path folder = Fixtures.good(temporary);
        Fixtures.write(folder.resolve("mapping.yaml"), "a: " + "[".repeat(200_000));
        assertThat(Fixtures.problems(folder))
                .singleElement()
                .asString()
                .startsWith("mapping.yaml:1:1: the file is nested");
    }
}
