package io.smarketing.daemon.command.sync;

import static org.assertj.core.api.Assertions.assertThat;

import io.smarketing.core.crm.record.CrmId;
import io.smarketing.core.sync.Route;
import io.smarketing.core.sync.loop.Reading;
import io.smarketing.core.sync.write.Tally;
import io.smarketing.testkit.time.SettableTime;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ProgressTest {

    private static final CrmId LEFT = new CrmId("left");
    private static final Route ROUTE = new Route(LEFT, new CrmId("right"));
    private final SettableTime time = new SettableTime(Instant.parse("2026-11-22T10:00:00Z"));
    private final StringWriter text = new StringWriter();

    @Test
    void elsewhereThanOnATerminalLinesArePlainAndNotTooMany() {
        Progress progress = new Progress(new PrintWriter(text), false, time);
        progress.expect(LEFT, 400);
        progress.worked(ROUTE, Reading.FIRST_LOAD, page());
        progress.worked(ROUTE, Reading.FIRST_LOAD, page());
        time.advance(Duration.ofSeconds(3));
        progress.worked(ROUTE, Reading.FIRST_LOAD, page());
        assertThat(text.toString()).doesNotContain("\r").doesNotContain("\u001b");
        assertThat(text.toString().lines()).hasSize(2);
        assertThat(text.toString())
                .contains("[######..................] 100 of 400")
                .contains("300 of 400");
    }

    @Test
    void onATerminalOneLineIsRedrawn() {
        Progress progress = new Progress(new PrintWriter(text), true, time);
        progress.expect(LEFT, 400);
        progress.worked(ROUTE, Reading.FIRST_LOAD, page());
        progress.worked(ROUTE, Reading.FIRST_LOAD, page());
        progress.round(1, page());
        assertThat(text.toString().lines().filter(l -> l.contains("round 1"))).hasSize(1);
        assertThat(text.toString()).contains("\r\u001b[2K");
    }

    @Test
    void aRedrawnLineFitsIntoEightyColumns() {
        Progress progress = new Progress(new PrintWriter(text), true, time);
        CrmId from = new CrmId("salesforce");
        progress.expect(from, 200_000);
        Route route = new Route(from, new CrmId("hubspot"));
        Tally most = new Tally(199_999, Map.of(from, 199_999L), Map.of(), 0, 0, Set.of());
        time.advance(Duration.ofSeconds(100));
        progress.worked(route, Reading.FIRST_LOAD, most);
        String drawn = text.toString().replaceAll("\\r|\u001b\\[[?0-9]*[a-zA-Z]", "");
        assertThat(drawn)
                .startsWith("salesforce to hubspot [#######.] 199,999 of 200,000 · 199,999 written")
                .hasSizeLessThanOrEqualTo(80);
    }

    @Test
    void nothingIsToldOfALoadThatHasNotBegun() {
        Progress progress = new Progress(new PrintWriter(text), false, time);
        progress.worked(ROUTE, Reading.FIRST_LOAD, Tally.NONE);
        assertThat(text.toString()).isEmpty();
    }

    @Test
    void moreThanWasExpectedDoesNotOverrunTheBar() {
        Progress progress = new Progress(new PrintWriter(text), false, time);
        progress.expect(LEFT, 50);
        progress.worked(ROUTE, Reading.FIRST_LOAD, page());
        assertThat(text.toString()).contains("[########################] 100 of 100");
    }

    @Test
    void theBarOfTheNextSubjectBeginsAnew() {
        Progress progress = new Progress(new PrintWriter(text), false, time);
        progress.surveyed(LEFT, 100);
        progress.worked(ROUTE, Reading.FIRST_LOAD, page());
        progress.surveyed(LEFT, 400);
        time.advance(Duration.ofSeconds(3));
        progress.worked(ROUTE, Reading.FIRST_LOAD, page());
        assertThat(text.toString()).contains("[######..................] 100 of 400");
    }

    @Test
    void aWaitSaysHowLongAndWhy() {
        Progress progress = new Progress(new PrintWriter(text), false, time);
        progress.waiting(Duration.ofSeconds(90), "the CRM asks for fewer calls");
        assertThat(text.toString()).contains("waiting 90 s: the CRM asks for fewer calls");
    }

    private static Tally page() {
        return new Tally(100, Map.of(LEFT, 10L), Map.of(), 0, 0, Set.of());
    }
}
