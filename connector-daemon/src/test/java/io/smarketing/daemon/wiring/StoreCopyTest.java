package io.smarketing.daemon.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoreCopyTest {

    @TempDir
    private Path home;

    private Path store;

    @BeforeEach
    void beside() {
        store = home.resolve("state.db");
    }

    @Test
    void a_copy_goes_with_all_in_it() throws IOException {
        try (StoreCopy copy = StoreCopy.beside(store)) {
            Files.writeString(copy.file(), "somebody");
            assertThat(copy.file()).exists();
        }
        assertThat(home).isEmptyDirectory();
    }

    @Test
    void what_a_killed_plan_left_behind_is_removed_by_the_next() throws IOException {
        Path left = Files.createDirectory(home.resolve("plan-1"));
        Files.writeString(left.resolve("in-use"), "");
        Files.writeString(left.resolve("copy.db"), "somebody");
        StoreCopy.beside(store).close();
        assertThat(home).isEmptyDirectory();
    }

    @Test
    void a_plan_beside_another_and_what_is_not_ours_are_left_alone() throws IOException {
        Path other = Files.createDirectory(home.resolve("plan-b"));
        try (StoreCopy first = StoreCopy.beside(store);
                StoreCopy second = StoreCopy.beside(store)) {
            assertThat(first.file().getParent()).exists();
            assertThat(second.file().getParent()).exists();
        }
        assertThat(other).exists();
    }
}
