package io.smarketing.core.sync;

import static org.assertj.core.api.Assertions.assertThat;

import io.smarketing.core.crm.ChangePage;
import io.smarketing.core.crm.Cursor;
import io.smarketing.core.crm.record.CrmId;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class BookmarkTest {

    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

    private static ChangePage page(String next, boolean listing, Instant readAt) {
        return new ChangePage(List.of(), new Cursor(next), listing, !listing, readAt);
    }

    @Test
    void anOlderPageTakesNoTimeBack() {
        Bookmark known = Bookmark.fresh(new CrmId("left")).passed(page("1", false, NOON));

        Bookmark swept = known.fromTheStart().swept(page("2", true, NOON.minusSeconds(5)));

        assertThat(swept.lastRound()).contains(NOON);
        assertThat(swept.listed()).contains(NOON.minusSeconds(5));
        assertThat(swept.passed(page("3", false, NOON.minusSeconds(1))).lastRound())
                .contains(NOON);
        assertThat(swept.passed(page("3", false, NOON.plusSeconds(1))).lastRound())
                .contains(NOON.plusSeconds(1));
    }
}
