package io.smarketing.sandbox.data;

import io.smarketing.sandbox.data.TimelineRow.Action;
import io.smarketing.sandbox.kernel.Insider;
import io.smarketing.sandbox.kernel.Insider.Deed;
import io.smarketing.sandbox.kernel.RecordClock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The timeline being lived through, on a thread of its own: one row after the other, each stamped with its own time. A
 * row whose record is not there waits for it without end and holds back the rows after it.
 */
public final class Replay implements AutoCloseable {

    /** Writes wake the replay at once; this is for a record that comes about by no request. */
    private static final long POLL_MILLIS = 200;

    /** Awaited, any value will do. */
    private static final String ANYTHING = "*";

    private final Timeline timeline;
    private final Crms crms;
    private final RecordClock clock;
    private final Thread thread;
    private final List<BadRow> skipped;
    private boolean started;
    private boolean closed;
    private int passed;
    private long writes;
    private Instant waitingSince = Instant.MAX;
    private String waitingFor = "";

    public Replay(Timeline timeline, Crms crms, RecordClock clock) {
        this.timeline = timeline;
        this.crms = crms;
        this.clock = clock;
        this.skipped = new ArrayList<>(timeline.unreadable());
        this.thread = new Thread(this::run, "timeline");
        this.thread.setDaemon(true);
    }

    /** Begins, if it has not begun yet. */
    public synchronized void start() {
        if (!started && !closed) {
            started = true;
            thread.start();
        }
    }

    /** A record may have come about: the row that waits looks again. */
    public synchronized void wake() {
        writes++;
        notifyAll();
    }

    /** How far it has come. */
    public synchronized Progress progress() {
        int total = timeline.rows().size();
        int refused = skipped.size() - timeline.unreadable().size();
        Optional<Waiting> waiting = started && passed < total && !waitingSince.equals(Instant.MAX)
                ? Optional.of(new Waiting(timeline.rows().get(passed), waitingFor, waitingSince))
                : Optional.empty();
        return new Progress(started, passed - refused, total - passed, List.copyOf(skipped), waiting);
    }

    @Override
    public void close() {
        synchronized (this) {
            closed = true;
            notifyAll();
        }
        thread.interrupt();
    }

    private void run() {
        for (TimelineRow row : timeline.rows()) {
            try {
                live(row);
            } catch (Insider.BadRow e) {
                skip(row, e.getMessage());
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException e) {
                skip(row, "the sandbox itself failed on this row: " + e);
            }
            pass();
        }
    }

    private void live(TimelineRow row) throws Insider.BadRow, InterruptedException {
        Insider insider = crms.named(row.crm()).orElseThrow();
        if (insider.fields(row.object()).isEmpty()) {
            throw new Insider.BadRow(row.crm() + " has no object " + row.object());
        }
        if (row.action() == Action.CREATE) {
            List<String> about = insider.about(row.object());
            if (!about.isEmpty()) {
                await(insider, about, row.key());
            }
            clock.atLeast(row.at());
            insider.create(row.object(), born(row), row.at());
            return;
        }
        String id = await(insider, List.of(row.object()), row.key());
        if (row.action() == Action.AWAIT) {
            awaitValue(insider, row, id);
            clock.atLeast(row.at());
            return;
        }
        if (row.action() == Action.MERGE) {
            await(insider, List.of(row.object()), row.change().value());
        }
        clock.atLeast(row.at());
        String action = row.action().name().toLowerCase(Locale.ROOT);
        insider.act(new Deed(
                row.at(),
                row.object(),
                id,
                action,
                row.change().field(),
                row.change().value()));
    }

    private static Map<String, String> born(TimelineRow row) {
        Map<String, String> values = new LinkedHashMap<>(row.change().values());
        values.putIfAbsent(row.crm().equals("hubspot") ? "email" : "Email", row.key());
        return values;
    }

    private String await(Insider insider, List<String> objects, String key) throws InterruptedException {
        while (true) {
            long seen = writesSoFar();
            Optional<String> id = objects.stream()
                    .flatMap(object -> insider.find(object, key).stream())
                    .findFirst();
            if (id.isPresent()) {
                return id.get();
            }
            awaitWrite(key, seen);
        }
    }

    private void awaitValue(Insider insider, TimelineRow row, String id) throws InterruptedException {
        String field = row.change().field();
        String wanted = row.change().value();
        while (true) {
            long seen = writesSoFar();
            String held = insider.peek(row.object(), id, field).orElse("");
            if (wanted.equals(ANYTHING) ? !held.isEmpty() : wanted.equals(held)) {
                return;
            }
            awaitWrite(row.key() + "." + field, seen);
        }
    }

    private synchronized long writesSoFar() {
        return writes;
    }

    private synchronized void awaitWrite(String key, long seen) throws InterruptedException {
        if (closed) {
            throw new InterruptedException();
        }
        if (waitingSince.equals(Instant.MAX)) {
            waitingSince = clock.wall().instant();
            waitingFor = key;
        }
        if (writes == seen) {
            wait(POLL_MILLIS);
        }
    }

    private synchronized void skip(TimelineRow row, String sentence) {
        skipped.add(new BadRow(row.place(), sentence));
    }

    private synchronized void pass() {
        passed++;
        waitingSince = Instant.MAX;
    }

    /**
     * How far a replay has come.
     *
     * @param done rows applied
     * @param waiting rows still to come
     * @param skipped rows left out, each with its reason
     * @param held the row whose record is not there, if one waits
     */
    public record Progress(boolean started, int done, int waiting, List<BadRow> skipped, Optional<Waiting> held) {}

    /** A row, the key of the record that is not there, and since when (wall clock) it waits. */
    public record Waiting(TimelineRow row, String key, Instant since) {}
}
