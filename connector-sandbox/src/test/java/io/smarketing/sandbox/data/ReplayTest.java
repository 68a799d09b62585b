package io.smarketing.sandbox.data;

import static org.assertj.core.api.Assertions.assertThat;

import io.smarketing.sandbox.data.Replay.Progress;
import io.smarketing.sandbox.kernel.Insider.Deed;
import io.smarketing.sandbox.kernel.RecordClock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(20)
class ReplayTest {

    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    private static final String HEADER = "at,crm,object,key,action,field,value\n";

    private final FakeCrm hubspot = FakeCrm.hubspot();
    private final FakeCrm salesforce = FakeCrm.salesforce();
    private final RecordClock clock = new RecordClock(InstantSource.system(), START);
    private Replay replay = replayOf(new Timeline(java.util.List.of(), java.util.List.of()));

    @TempDir
    Path folder;

    @AfterEach
    void close() {
        replay.close();
    }

    @Test
    void rowsAreAppliedInTheOrderOfTheirTimesAndStampedWithThem() throws Exception {
        String id = salesforce.create("Lead", Map.of("Email", "lead-0001@example.com"), START);
        run("2026-01-03T00:00:00Z,salesforce,Lead,lead-0001@example.com,set,Company,C\n"
                + "2026-01-02,salesforce,Lead,lead-0001@example.com,set,Company,A\n"
                + "2026-01-02T00:00:00Z,salesforce,Lead,LEAD-0001@example.com,set,Company,B\n");
        until(p -> p.done() == 3);
        assertThat(salesforce.deeds).extracting(Deed::value).containsExactly("A", "B", "C");
        assertThat(salesforce.stamp(id)).isEqualTo(Instant.parse("2026-01-03T00:00:00Z"));
        assertThat(clock.instant()).isAfterOrEqualTo(Instant.parse("2026-01-03T00:00:00Z"));
    }

    @Test
    void aRowWhoseRecordIsNotThereHoldsBackTheRestUntilItIs() throws Exception {
        salesforce.create("Lead", Map.of("Email", "lead-0002@example.com"), START);
        run("2026-01-02,salesforce,Lead,lead-0001@example.com,set,Company,A\n"
                + "2026-01-03,salesforce,Lead,lead-0002@example.com,set,Company,B\n");
        Progress held = until(p -> p.held().isPresent());
        assertThat(held.done()).isZero();
        assertThat(held.waiting()).isEqualTo(2);
        assertThat(held.held().orElseThrow().row().place()).isEqualTo("timeline.csv:2");
        assertThat(held.held().orElseThrow().key()).isEqualTo("lead-0001@example.com");
        assertThat(salesforce.deeds).isEmpty();
        salesforce.create("Lead", Map.of("Email", "lead-0001@example.com"), START);
        replay.wake();
        until(p -> p.done() == 2);
    }

    @Test
    void aRecordThatComesAboutWithoutARequestIsSeenToo() throws Exception {
        run("2026-01-02,salesforce,Lead,lead-0001@example.com,delete,,\n");
        until(p -> p.held().isPresent());
        salesforce.create("Lead", Map.of("Email", "lead-0001@example.com"), START);
        until(p -> p.done() == 1);
    }

    @Test
    void whatTheCrmRefusesOrNobodyUnderstandsIsSkippedAndNamed() throws Exception {
        salesforce.create("Lead", Map.of("Email", "lead-0001@example.com"), START);
        run("2026-01-02,salesforce,Lead,lead-0001@example.com,set,Company,REFUSED\n"
                + "2026-01-02,salesforce,Invoice,lead-0001@example.com,set,Company,A\n"
                + "yesterday,salesforce,Lead,lead-0001@example.com,set,Company,A\n"
                + "2026-01-02,pipedrive,Lead,lead-0001@example.com,set,Company,A\n"
                + "2026-01-02,salesforce,Lead,lead-0001@example.com,frobnicate,Company,A\n"
                + "2026-01-02,salesforce,Lead,,set,Company,A\n"
                + "2026-01-02,salesforce,Lead,lead-0001@example.com,set,,A\n"
                + "2026-01-02,salesforce,Lead,lead-0001@example.com,merge,,\n"
                + "2026-01-02,salesforce,Lead,lead-0001@example.com,set,Company,B\n");
        Progress end = until(p -> p.waiting() == 0);
        assertThat(end.done()).isEqualTo(1);
        assertThat(end.skipped())
                .extracting(BadRow::place)
                .containsExactlyInAnyOrder(
                        "timeline.csv:2",
                        "timeline.csv:3",
                        "timeline.csv:4",
                        "timeline.csv:5",
                        "timeline.csv:6",
                        "timeline.csv:7",
                        "timeline.csv:8",
                        "timeline.csv:9");
        assertThat(end.skipped().toString()).doesNotContain("lead-0001");
    }

    @Test
    void createFillsInItsPairsAndTheKey() throws Exception {
        run("2026-01-02,hubspot,contacts,lead-0001@example.com,create,,lastname=a\\;b=c;company=Example\n");
        until(p -> p.done() == 1);
        String id = hubspot.find("contacts", "lead-0001@example.com").get(0);
        assertThat(hubspot.peek("contacts", id, "lastname")).contains("a;b=c");
        assertThat(hubspot.peek("contacts", id, "company")).contains("Example");
        assertThat(hubspot.stamp(id)).isEqualTo(Instant.parse("2026-01-02T00:00:00Z"));
    }

    @Test
    void whatIsMadeAboutSomebodyWaitsForThem() throws Exception {
        run("2026-01-02,salesforce,Task,lead-0001@example.com,create,,Subject=Call\n");
        Progress held = until(p -> p.held().isPresent());
        assertThat(held.held().orElseThrow().key()).isEqualTo("lead-0001@example.com");
        assertThat(salesforce.find("Task", "lead-0001@example.com")).isEmpty();
        salesforce.create("Lead", Map.of("Email", "lead-0001@example.com"), START);
        until(p -> p.done() == 1);
        assertThat(salesforce.find("Task", "lead-0001@example.com")).hasSize(1);
    }

    @Test
    void aMergeWaitsForBothRecords() throws Exception {
        hubspot.create("contacts", Map.of("email", "lead-0001@example.com"), START);
        run("2026-01-02,hubspot,contacts,lead-0001@example.com,merge,,lead-0002@example.com\n");
        Progress held = until(p -> p.held().isPresent());
        assertThat(held.held().orElseThrow().key()).isEqualTo("lead-0002@example.com");
        hubspot.create("contacts", Map.of("email", "lead-0002@example.com"), START);
        until(p -> p.done() == 1);
        assertThat(hubspot.deeds.get(0).value()).isEqualTo("lead-0002@example.com");
    }

    @Test
    void nothingHappensBeforeItIsStarted() throws IOException {
        Files.writeString(
                folder.resolve("timeline.csv"),
                HEADER + "2026-01-02,hubspot,contacts,lead-0001@example.com,create,,\n");
        replay = replayOf(Timeline.of(DataFolder.at(folder)));
        assertThat(replay.progress())
                .isEqualTo(new Progress(false, 0, 1, java.util.List.of(), java.util.Optional.empty()));
    }

    private void run(String rows) throws IOException {
        Files.writeString(folder.resolve("timeline.csv"), HEADER + rows);
        replay = replayOf(Timeline.of(DataFolder.at(folder)));
        replay.start();
    }

    private Replay replayOf(Timeline timeline) {
        return new Replay(timeline, new Crms(hubspot, salesforce), clock);
    }

    private Progress until(Predicate<Progress> reached) {
        while (true) {
            Progress progress = replay.progress();
            if (reached.test(progress)) {
                return progress;
            }
            LockSupport.parkNanos(1_000_000);
        }
    }
}
