package io.smarketing.daemon.command.status;

import static org.assertj.core.api.Assertions.assertThat;

import io.smarketing.core.crm.record.CrmId;
import io.smarketing.core.crm.record.Subject;
import io.smarketing.core.sync.Bookmark;
import io.smarketing.store.SqliteStore;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StatusTextTest {

    private static final CrmId LEFT = new CrmId("left");

    @TempDir
    private Path folder;

    private String text(Status status) {
        StringWriter text = new StringWriter();
        new StatusText(status, List.of()).print(new PrintWriter(text));
        return text.toString();
    }

    @Test
    void aFirstLoadIsToldThoughPeopleHaveNotBegun() {
        Set<Subject> mapped = EnumSet.of(Subject.COMPANIES, Subject.PEOPLE);
        try (SqliteStore store =
                SqliteStore.open(folder.resolve("store.db"), Map.of(LEFT, "1", new CrmId("right"), "2"))) {
            store.of(Subject.COMPANIES).ledger().move(Bookmark.fresh(LEFT));
            Status status = Status.of(
                    "main",
                    store.accounts(),
                    store.overview(mapped),
                    new Status.Agreed(Map.of(), 0, Map.of("email", 3L)));

            assertThat(text(status))
                    .contains("people known   0", "companies known 0")
                    .contains("people are to be told still", "  email                3")
                    .contains("left read to (not yet), first load of companies, people under way")
                    .doesNotContain("deals");
        }
    }

    @Test
    void nothingYetIsSaidSo() {
        assertThat(text(Status.nothingYet("main"))).contains("Nothing has been synced yet");
        assertThat(Status.nothingYet("main").known()).containsEntry("people", 0L);
    }
}
