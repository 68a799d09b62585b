package io.smarketing.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.smarketing.core.crm.failure.FailureKind;
import io.smarketing.core.crm.record.Subject;
import io.smarketing.core.sync.Parked;
import io.smarketing.core.sync.WaveRecord;
import io.smarketing.testkit.books.Samples;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class WholeOverviewTest {

    private static final FailureKind CAUSE = FailureKind.INVALID_VALUE;

    @TempDir
    private Path folder;

    private SqliteStore store;

    @BeforeEach
    void open() {
        store = SqliteStore.open(folder.resolve("store.db"), Map.of(Samples.LEFT, "1", Samples.RIGHT, "2"));
    }

    @AfterEach
    void close() {
        store.close();
    }

    private Parked park(Subject subject, int number) {
        Parked row = Samples.parked(number, "", CAUSE);
        store.of(subject)
                .ledger()
                .record(new WaveRecord(List.of(), List.of(), Set.of(), Set.of(), List.of(row), List.of()));
        return row;
    }

    private static List<Parked> parked(WholeOverview overview, int most) {
        List<Parked> heard = new ArrayList<>();
        overview.parked(CAUSE, most, heard::add);
        return heard;
    }

    @Test
    void whatIsParkedComesOldestFirstOverAllSubjects() {
        Parked third = park(Subject.COMPANIES, 3);
        Parked first = park(Subject.PEOPLE, 1);
        Parked second = park(Subject.DEALS, 2);
        WholeOverview all = store.overview(EnumSet.allOf(Subject.class));

        assertThat(parked(all, 9)).containsExactly(first, second, third);
        assertThat(parked(all, 2)).containsExactly(first, second);
        assertThat(all.parked(2)).containsExactly(first, second);
        assertThat(all.parkedByCause()).isEqualTo(Map.of(CAUSE, 3L));
    }

    @Test
    void aSubjectThatIsMappedNoMoreIsNotTold() {
        park(Subject.DEALS, 1);
        Parked mapped = park(Subject.PEOPLE, 2);
        WholeOverview some = store.overview(EnumSet.of(Subject.COMPANIES, Subject.PEOPLE));

        assertThat(some.parkedByCause()).isEqualTo(Map.of(CAUSE, 1L));
        assertThat(some.parked(9)).containsExactly(mapped);
        assertThat(parked(some, 9)).containsExactly(mapped);
        assertThat(some.each()).containsOnlyKeys(Subject.COMPANIES, Subject.PEOPLE);
    }

    @Test
    void eachSubjectIsCountedAlone() {
        store.ledger().record(Samples.load(0, 3));
        store.of(Subject.COMPANIES).ledger().record(Samples.load(0, 2));
        WholeOverview all = store.overview(EnumSet.allOf(Subject.class));

        assertThat(all.people()).isEqualTo(3);
        assertThat(all.known())
                .containsExactly(Map.entry("people", 3L), Map.entry("companies", 2L), Map.entry("deals", 0L));
    }
}
