package io.smarketing.daemon.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.smarketing.daemon.process.Rehearsal.Run;
import io.smarketing.daemon.process.Watch.Kill;
import io.smarketing.sandbox.server.SandboxSettings;
import io.smarketing.sandbox.server.http.Observer.Moment;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/**
 * The daemon is killed again and again while it loads and keeps in step people who grow to 5,000, with faults in both
 * CRMs and edits in both meanwhile. Profile {@code crash} kills a hundred times; {@code -Dcrash.seed} repeats a run.
 */
@EnabledIfSystemProperty(named = "crash.kills", matches = "\\d+")
class CrashUnderLoadTest {

    private static final int KILLS = Integer.getInteger("crash.kills", 100);
    private static final long SEED = Long.getLong("crash.seed", System.nanoTime());
    private static final int CONTACTS = 3_800;
    private static final int LEADS = 200;
    private static final int NEWCOMERS = 10;
    private static final int EDITS = 10;
    /** Some die in the survey, which takes as many requests as there are pages and starts anew; most in the rounds after it. */
    private static final int LATEST = 120;

    /** What is on or off for a whole run. */
    private static final List<String> CONDITIONS = List.of(
            "salesforce.lock-rows=20",
            "salesforce.late-commit=3s",
            "hubspot.index-lag=3s",
            "hubspot.reset-before-write=1",
            "salesforce.reset-before-write=1",
            "hubspot.reset-after-write=1",
            "salesforce.reset-after-write=1");

    /** What happens in the midst of one. */
    private static final List<String> STRIKES = List.of(
            "hubspot.burst-429=1",
            "hubspot.burst-503=2",
            "salesforce.burst-503=2",
            "hubspot.html-502=1",
            "salesforce.expire-sessions=true");

    @TempDir
    private Path folder;

    private final Random random = new Random(SEED);
    private final Map<String, String> titles = new TreeMap<>();
    private final Map<String, String> states = new TreeMap<>();
    private final Map<String, List<String>> cities = new TreeMap<>();
    private int people = CONTACTS + LEADS;
    private int edits;

    @Test
    void killed_a_hundred_times_nobody_is_lost_or_doubled_and_no_edit_is_lost() {
        System.out.println("CrashUnderLoadTest: crash.seed=" + SEED + ", " + KILLS + " times");
        Path data = DataFiles.madeUp(folder.resolve("data"), CONTACTS, LEADS);
        long start = System.nanoTime();
        int kills = 0;
        int runs = 0;
        long requests = 0;
        try (Rehearsal rehearsal = new Rehearsal(
                folder,
                SandboxSettings.defaults().withData(data).withKeyFolder(folder).withoutLimits())) {
            rehearsal.sandbox().fault("latency", "10ms");
            while (kills < KILLS) {
                CONDITIONS.forEach(c -> set(rehearsal, c, random.nextInt(3) == 0));
                Run run = rehearsal.killed(kill(), strike(rehearsal));
                runs++;
                requests += run.requests().all().size();
                int exit = run.ended().exit();
                assertThat(exit == 0 || exit > 128).as(run.ended().err()).isTrue();
                kills += exit > 128 ? 1 : 0;
                if (exit > 128 && kills % 10 == 0) {
                    System.out.println("CrashUnderLoadTest: " + kills + " kills, " + requests + " requests, "
                            + rehearsal.org().count(Rehearsal.LEAD) + " leads, " + edits + " edits");
                }
                work(rehearsal);
            }
            System.out.printf(
                    "CrashUnderLoadTest: %d kills in %d runs, %d requests, %d people, %d edits, %d s%n",
                    kills, runs, requests, people, edits, (System.nanoTime() - start) / 1_000_000_000);
            assertAllIsWell(rehearsal);
        }
    }

    private Kill kill() {
        return new Kill(1 + random.nextInt(LATEST), random.nextBoolean() ? Moment.BEFORE_ANSWER : Moment.AFTER_ANSWER);
    }

    private static void set(Rehearsal rehearsal, String fault, boolean on) {
        String[] words = fault.split("=");
        rehearsal.sandbox().fault(words[0], on ? words[1] : "off");
    }

    private Map<Integer, Runnable> strike(Rehearsal rehearsal) {
        String fault = STRIKES.get(random.nextInt(STRIKES.size()));
        return Map.of(1 + random.nextInt(LATEST), () -> set(rehearsal, fault, true));
    }

    /** What people do in both CRMs while nobody keeps them in step; the same field in both only for a city. */
    private void work(Rehearsal rehearsal) {
        for (int i = 0; i < NEWCOMERS; i++) {
            newcomer(rehearsal, DataFiles.email(++people), i % 2 == 0);
        }
        for (int i = 0; i < EDITS; i++) {
            String value = "Edit " + ++edits;
            String email = DataFiles.email(1 + random.nextInt(people));
            boolean here = !rehearsal.portal().find(Rehearsal.CONTACTS, email).isEmpty();
            boolean there = !rehearsal.org().find(Rehearsal.LEAD, email).isEmpty();
            if (i == 0 && here && there) {
                rehearsal.editContact(email, "city", value + " here");
                rehearsal.editLead(email, "City", value + " there");
                cities.put(email, List.of(value + " here", value + " there"));
            } else if (here && (i % 2 == 0 || !there)) {
                rehearsal.editContact(email, "jobtitle", value);
                titles.put(email, value);
            } else {
                rehearsal.editLead(email, "State", value);
                states.put(email, value);
            }
        }
    }

    private static void newcomer(Rehearsal rehearsal, String email, boolean here) {
        if (here) {
            rehearsal.make(
                    rehearsal.portal(),
                    Rehearsal.CONTACTS,
                    Map.of("email", email, "lastname", "New", "company", "New", "lifecyclestage", "lead"));
        } else {
            rehearsal.createLead(Map.of("Email", email, "LastName", "New", "Company", "New"));
        }
    }

    private void assertAllIsWell(Rehearsal rehearsal) {
        CONDITIONS.forEach(c -> set(rehearsal, c, false));
        STRIKES.forEach(s -> set(rehearsal, s, false));
        List<Integer> exits = new ArrayList<>();
        for (int rest = 0; rest < 3; rest++) {
            exits.add(rehearsal.sync().ended().exit());
            // longer than any lag: the next run looks as far back
            rehearsal.sandbox().clock().advance(Duration.ofMinutes(6));
        }
        Run last = rehearsal.sync();
        assertThat(last.ended().exit()).as(exits + " " + last.ended().err()).isZero();
        assertThat(last.requests().writes()).isEmpty();
        assertThat(rehearsal.portal().count(Rehearsal.CONTACTS)).isEqualTo(people);
        assertThat(rehearsal.org().count(Rehearsal.LEAD)).isEqualTo(people);
        rehearsal.assertInStep();
        titles.forEach((email, value) -> assertThat(
                        List.of(rehearsal.contact(email, "jobtitle"), rehearsal.lead(email, "Title")))
                .as(email)
                .containsOnly(value));
        states.forEach(
                (email, value) -> assertThat(List.of(rehearsal.contact(email, "state"), rehearsal.lead(email, "State")))
                        .as(email)
                        .containsOnly(value));
        cities.forEach((email, values) -> assertThat(values).as(email).contains(rehearsal.lead(email, "City")));
    }
}
