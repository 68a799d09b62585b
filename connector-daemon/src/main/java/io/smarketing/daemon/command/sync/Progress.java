package io.smarketing.daemon.command.sync;

import io.smarketing.core.crm.Crm;
import io.smarketing.core.crm.QuotaUse;
import io.smarketing.core.crm.record.CrmId;
import io.smarketing.core.sync.Route;
import io.smarketing.core.sync.loop.Reading;
import io.smarketing.core.sync.loop.SyncListener;
import io.smarketing.core.sync.write.Tally;
import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Shows a run as it goes: one line that is redrawn on a terminal, plain lines elsewhere. */
public final class Progress implements SyncListener {

    private static final int BAR = 24;
    /** With the longest numbers a redrawn line then fits into 80 columns. */
    private static final int SHORT_BAR = 8;

    private static final Duration PLAIN_EVERY = Duration.ofSeconds(2);
    /** Without line wrap a line that is too long is cut by the terminal, and can be drawn over. */
    private static final String REDRAWN = "\r\u001b[2K\u001b[?7l%s\u001b[?7h";

    private final PrintWriter err;
    private final boolean terminal;
    private final InstantSource clock;
    private final Map<CrmId, Long> expected = new HashMap<>();
    private final Map<CrmId, Long> listed = new HashMap<>();
    private Supplier<List<Crm>> crms = List::of;
    private final Instant start;
    private Instant lastLine = Instant.EPOCH;
    private Tally all = Tally.NONE;
    private int rounds;
    private boolean drawn;
    private String deed = " written";

    /** @param terminal whether lines can be redrawn */
    public Progress(PrintWriter err, boolean terminal, InstantSource clock) {
        this.err = err;
        this.terminal = terminal;
        this.clock = clock;
        this.start = clock.instant();
    }

    /** It is a plan: nothing is written. */
    public void planning() {
        deed = " planned";
    }

    /** Shows the calls of these CRMs from now on. */
    public void counting(Supplier<List<Crm>> opened) {
        this.crms = opened;
    }

    /** A first load has to go through so many records of a CRM: there is a bar then. */
    public void expect(CrmId crm, long records) {
        expected.put(crm, records);
    }

    /** Says something that is to stay. */
    public void say(String line) {
        show(true, line);
    }

    /** Another subject's first load is about to begin. */
    @Override
    public void surveyed(CrmId crm, long records) {
        expect(crm, records);
        listed.remove(crm);
        show(false, "looking through " + crm + ": " + number(records) + " records");
    }

    @Override
    public void worked(Route route, Reading reading, Tally tally) {
        if (tally.people() == 0 && all.people() == 0) {
            // a run that is about to fail has not begun
            return;
        }
        all = all.plus(tally);
        String what = route + ": " + number(tally.people()) + " looked at";
        if (reading == Reading.FIRST_LOAD) {
            what = (terminal ? "" : "first load ")
                    + route
                    + bar(route.from(), listed.merge(route.from(), tally.people(), Long::sum));
        } else if (reading == Reading.SWEEP) {
            what = "sweep " + what;
        }
        show(false, what + " · " + number(all.writes()) + deed + " · " + rate() + (terminal ? "" : calls()));
    }

    /** Rounds are counted over all runs that are shown together. */
    @Override
    public void round(int number, Tally tally) {
        rounds++;
        show(
                true,
                "round " + rounds + ": " + number(tally.people()) + " looked at, " + number(tally.writes()) + deed
                        + (tally.parked() > 0 ? ", " + number(tally.parked()) + " parked" : "") + calls());
    }

    @Override
    public void posted(CrmId crm, int notices) {
        show(true, number(notices) + " notices posted in " + crm);
    }

    @Override
    public void notPosted(CrmId crm, String why) {
        show(true, "no notices in " + crm + ": " + why);
    }

    @Override
    public void noCampaigns(CrmId crm, String why) {
        show(true, "no campaigns in " + crm + ": " + why);
    }

    @Override
    public void waiting(Duration wait, String why) {
        show(true, "waiting " + wait.toSeconds() + " s: " + why);
    }

    private String bar(CrmId crm, long done) {
        long total = Math.max(done, Optional.ofNullable(expected.get(crm)).orElse(0L));
        if (!expected.containsKey(crm) || total == 0) {
            return ": " + number(done);
        }
        int width = terminal ? SHORT_BAR : BAR;
        int filled = (int) (width * done / total);
        return " [" + "#".repeat(filled) + ".".repeat(width - filled) + "] " + number(done) + " of " + number(total);
    }

    private String rate() {
        double seconds = Math.max(0.1, Duration.between(start, clock.instant()).toMillis() / 1000.0);
        return number(Math.round(all.people() / seconds)) + "/s";
    }

    private String calls() {
        return crms.get().stream()
                .map(c -> " · " + c.id() + " " + calls(c.quota()))
                .collect(Collectors.joining());
    }

    /** The day's calls, which others make too, where the CRM tells them. */
    private static String calls(QuotaUse use) {
        return use.dailyLimit().isPresent() && use.dailyUsed().isPresent()
                ? number(use.dailyUsed().getAsLong()) + " of "
                        + number(use.dailyLimit().getAsLong()) + " calls"
                : number(use.calls()) + " calls";
    }

    private void show(boolean lasting, String line) {
        Instant now = clock.instant();
        if (terminal) {
            err.print((lasting && drawn ? "\r\u001b[2K" : "") + (lasting ? line + "\n" : String.format(REDRAWN, line)));
            drawn = !lasting;
        } else if (lasting || Duration.between(lastLine, now).compareTo(PLAIN_EVERY) >= 0) {
            err.println(line);
            lastLine = now;
        }
        err.flush();
    }

    private static String number(long n) {
        return String.format(Locale.ROOT, "%,d", n);
    }
}
