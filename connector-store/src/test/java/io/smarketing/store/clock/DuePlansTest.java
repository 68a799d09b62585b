package io.smarketing.store.clock;

import static org.assertj.core.api.Assertions.assertThat;

import io.smarketing.store.file.Database;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a look costs follows those who are due, not those who wait: no question reads all rows. */
final class DuePlansTest {

    private static final Pattern PARAMETER = Pattern.compile(":[a-z]+");

    @TempDir
    private Path folder;

    @Test
    void everyQuestionOfTheWatchGoesByAnIndex() {
        plans(Dues.DUE, "SEARCH clock_watch USING COVERING INDEX clock_due (workspace=? AND next>? AND next<?)");
        plans(Dues.UNTOLD, "SEARCH clock_watch USING COVERING INDEX clock_untold (workspace=?)");
        plans(Dues.HANDED_OF, "SEARCH s USING PRIMARY KEY (workspace=? AND person=?)");
        plans(Clocks.OF_PEOPLE, "SEARCH clock USING PRIMARY KEY (workspace=? AND person=?)");
    }

    private void plans(String sql, String step) {
        try (Database database = Database.toWrite(folder.resolve("store.db"))) {
            String explained = "EXPLAIN QUERY PLAN " + PARAMETER.matcher(sql).replaceAll("'x'");
            List<String> steps = database.ask(handle -> handle.createQuery(explained)
                    .map((rs, ctx) -> rs.getString("detail"))
                    .list());
            assertThat(steps).contains(step);
        }
    }
}
