package io.smarketing.daemon.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.smarketing.daemon.process.Rehearsal.Run;
import io.smarketing.daemon.process.Watch.Kill;
import io.smarketing.sandbox.server.SandboxSettings;
import io.smarketing.sandbox.server.http.Observer.Moment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * The daemon is killed at a request and started again, with edits made meanwhile. {@code -Dcrash.seed} repeats a run;
 * profile {@code crash} kills twenty times, on the real leads where they are to be found.
 */
class CrashTest {

    private static final int TIMES = Integer.getInteger("crash.times", 2);
    private static final long SEED = Long.getLong("crash.seed", System.nanoTime());
    private static final boolean REAL = Boolean.getBoolean("crash.real") && DataFiles.isThere();
    private static final int CONTACTS = 400;
    private static final int LEADS = 30;

    @TempDir
    private Path folder;

    @TestFactory
    List<DynamicTest> killed_at_any_request_nobody_is_lost_or_doubled_and_no_edit_is_lost() throws IOException {
        System.out.println("CrashTest: crash.seed=" + SEED + ", " + TIMES + " times, "
                + (REAL ? "the real leads" : "made-up people"));
        Path data = REAL ? DataFiles.olist() : DataFiles.madeUp(folder.resolve("data"), CONTACTS, LEADS);
        List<String> emails = REAL ? realEmails() : madeUpEmails();
        return kills(requestsOfACalmRun(data)).stream()
                .map(kill -> DynamicTest.dynamicTest(kill.toString(), () -> killed(data, emails, kill)))
                .toList();
    }

    private void killed(Path data, List<String> emails, Kill kill) throws IOException {
        try (Rehearsal rehearsal = rehearsal(data)) {
            int people = rehearsal.portal().count(Rehearsal.CONTACTS)
                    + rehearsal.org().count(Rehearsal.LEAD);
            Run cut = rehearsal.killed(kill);
            assertThat(cut.ended().exit()).as("ended by the kill").isGreaterThan(128);

            Meddling meddling = new Meddling(rehearsal);
            meddling.edit(emails);
            meddling.typeIn(emails);
            System.out.println("CrashTest: " + kill + "; " + meddling);
            Run again = rehearsal.sync();
            assertThat(again.ended().exit())
                    .as(again.ended().out() + again.ended().err())
                    .isZero();

            meddling.assertNothingIsLost();
            assertThat(rehearsal.portal().count(Rehearsal.CONTACTS)).isEqualTo(people);
            assertThat(rehearsal.org().count(Rehearsal.LEAD)).isEqualTo(people);
            rehearsal.assertInStep();
            assertThat(rehearsal.sync().requests().writes()).isEmpty();
        }
    }

    private int requestsOfACalmRun(Path data) throws IOException {
        try (Rehearsal rehearsal = rehearsal(data)) {
            Run calm = rehearsal.sync();
            assertThat(calm.ended().exit()).as(calm.ended().err()).isZero();
            return calm.requests().all().size();
        }
    }

    /** Spread over the whole run, one in each equal part of it. */
    private static List<Kill> kills(int requests) {
        Random random = new Random(SEED);
        List<Kill> kills = new ArrayList<>();
        for (int i = 0; i < TIMES; i++) {
            int request = 1 + (int) (requests * (i + random.nextDouble()) / TIMES);
            kills.add(new Kill(request, i % 2 == 0 ? Moment.BEFORE_ANSWER : Moment.AFTER_ANSWER));
        }
        return kills;
    }

    private Rehearsal rehearsal(Path data) throws IOException {
        Path home = Files.createTempDirectory(folder, "run");
        return new Rehearsal(
                home,
                SandboxSettings.defaults().withData(data).withKeyFolder(home).withoutLimits());
    }

    private static List<String> madeUpEmails() {
        return IntStream.rangeClosed(1, CONTACTS).mapToObj(DataFiles::email).toList();
    }

    private static List<String> realEmails() {
        return DataFiles.olistEmails();
    }
}
