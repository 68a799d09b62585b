package io.smarketing.store.table;

import static org.assertj.core.api.Assertions.assertThat;

import io.smarketing.store.file.Database;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A question by keys goes to its keys: what SQLite plans is what decides whether a million people are slow. */
final class PlansTest {

    private static final Pattern PARAMETER = Pattern.compile(":[a-z]+");

    @TempDir
    private Path folder;

    @Test
    void everyQuestionByKeysLooksUpEachKey() {
        plans(Sightings.BY_RECORD, "SEARCH sighting USING PRIMARY KEY (workspace=? AND crm=? AND type=? AND record=?)");
        plans(
                Sightings.BY_KEY,
                "SEARCH sighting USING INDEX sighting_by_key (workspace=? AND crm=? AND external_key=?)");
        plans(Sightings.BY_EMAIL, "SEARCH sighting USING INDEX sighting_by_email (workspace=? AND crm=? AND email=?)");
        plans(People.BY_ID, "SEARCH person USING INDEX person_by_id (workspace=? AND id=?)");
        plans(People.BY_KEY, "SEARCH person USING INDEX person_by_key (workspace=? AND external_key=?)");
        plans(People.DROP_STAGES, "SEARCH person_stage USING PRIMARY KEY (workspace=? AND person=?)");
        plans(People.DROP_OTHERS, "SEARCH person_other USING PRIMARY KEY (workspace=? AND person=?)");
        plans(Handoffs.BY_SOURCE, "SEARCH handoff USING COVERING INDEX handoff_by_source (workspace=? AND source=?)");
        plans(String.format(Handoffs.FORGET, "handoff"), "SEARCH handoff USING PRIMARY KEY (workspace=? AND person=?)");
        plans(ParkedRows.BY_SOURCE, "SEARCH p USING PRIMARY KEY (workspace=? AND crm=? AND type=? AND record=?)");
        plans(ParkedRows.OLDEST_BY_CAUSE, "SEARCH p USING INDEX parked_by_cause (workspace=? AND kind=?)");
        plans(Journal.OF_PERSON, "SEARCH journal USING INDEX journal_by_person (workspace=? AND person=?)");
        plans(Notices.OPEN, "SEARCH notice USING INDEX notice_open (workspace=? AND crm=?)");
        plans(Erasures.RECORDS, "SEARCH e USING PRIMARY KEY (workspace=? AND crm=? AND type=? AND record=?)");
        plans(Erasures.MARKS, "SEARCH erased_mark USING PRIMARY KEY (workspace=? AND mark=?)");
        plans(
                Sightings.GONE_BY_PERSON,
                "SEARCH sighting USING INDEX sighting_gone_by_person (workspace=? AND person=?)");
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
