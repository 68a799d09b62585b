package io.smarketing.daemon.command.sync;

import io.smarketing.core.crm.Crm;
import io.smarketing.core.crm.QuotaUse;
import io.smarketing.core.crm.record.CrmId;
import io.smarketing.core.sync.Route;
import io.smarketing.core.sync.loop.SyncListener;
import io.smarketing.core.sync.write.Tally;
import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Shows a run as it goes: one line that is redrawn on a terminal, plain lines elsewhere. */
public final class Progress implements SyncListener {

    private static final int BAR = 24;
    private static final Duration PLAIN_EVERY = Duration.ofSeconds(2);

    private final PrintWriter err;
    private final boolean terminal;
    private final OptionalLong expected;
    private final InstantSource clock;
    private Supplier<List<Crm>> crms = List::of;
    private Instant start;
    private Instant lastLine = Instant.EPOCH;
    private Tally all = Tally.NONE;
    private long listed;
    private boolean drawn;

    /**
     * @param terminal whether lines can be redrawn
     * @param expected records that a first load has to go through, if that is known: there is a bar then
     */
    public Progress(PrintWriter err, boolean terminal, OptionalLong expected, InstantSource clock) {
        this.err = err;
        this.terminal = terminal;
        this.expected = expected;
        this.clock = clock;
        this.start = clock.instant();
    }

    /** Shows the calls of these CRMs from now on. */
    public void counting(Supplier<List<Crm>> opened) {
        this.crms = opened;
    }

    @Override
    public void surveyed(CrmId crm, long records) {
        show(false, "looking through " + crm + ": " + number(records) + " records");
    }

    @Override
    public void worked(Route route, boolean listing, Tally tally) {
        all = all.plus(tally);
        listed += listing ? tally.people() : 0;
        String what = listing ? bar(listed) : "changes " + route + ": " + number(tally.people()) + " looked at";
        show(false, what + " · " + number(all.writes()) + " written · " + rate() + calls());
    }

    @Override
    public void round(int number, Tally tally) {
        show(
                true,
                "round " + number + ": " + number(tally.people()) + " looked at, " + number(tally.writes()) + " written"
                        + (tally.parked() > 0 ? ", " + number(tally.parked()) + " parked" : "") + calls());
    }

    @Override
    public void waiting(Duration wait, String why) {
        show(true, "waiting " + wait.toSeconds() + " s: " + why);
    }

    private String bar(long done) {
        if (expected.isEmpty() || expected.getAsLong() == 0) {
            return "first load: " + number(done) + " people";
        }
        long total = Math.max(done, expected.getAsLong());
        int filled = (int) (BAR * done / total);
        return "first load [" + "#".repeat(filled) + ".".repeat(BAR - filled) + "] " + number(done) + " of "
                + number(total);
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

    private static String calls(QuotaUse use) {
        return number(use.calls()) + " calls"
                + (use.dailyLimit().isPresent() && use.dailyUsed().isPresent()
                        ? " (" + number(use.dailyUsed().getAsLong()) + " of "
                                + number(use.dailyLimit().getAsLong()) + " today)"
                        : "");
    }

    private void show(boolean lasting, String line) {
        Instant now = clock.instant();
        if (terminal) {
            err.print((drawn ? "\r\u001b[2K" : "") + line + (lasting ? System.lineSeparator() : ""));
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
