package io.smarketing.daemon.serve;

import io.smarketing.core.crm.record.CrmId;
import io.smarketing.core.crm.record.RecordRef;
import io.smarketing.core.sync.loop.SyncListener;
import io.smarketing.core.sync.write.Tally;
import io.smarketing.daemon.log.Wordless;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.spi.LoggingEventBuilder;

/** The daemon's log: one line an event, ids and field names only; nothing while nothing happens. */
public final class Events implements SyncListener {

    private static final Logger LOG = LoggerFactory.getLogger(Events.class);

    private final Set<String> denied = new HashSet<>();
    private long parked;
    private StackTraceElement[] lastBug = {};

    /** Something that happens once or twice in a daemon's life, with keys and values in turn. */
    public void note(String event, Object... pairs) {
        LoggingEventBuilder line = LOG.atInfo();
        for (int i = 0; i + 1 < pairs.length; i += 2) {
            Object value = pairs[i + 1];
            line = line.addKeyValue(
                    String.valueOf(pairs[i]), value instanceof Number ? value : plain(String.valueOf(value)));
        }
        line.log(event);
    }

    /** Which records somebody erased had: what is left of them in the CRMs is for people to decide. */
    @Override
    public void erased(Set<RecordRef> records) {
        records.stream()
                .sorted()
                .forEach(r -> LOG.atWarn()
                        .addKeyValue("crm", r.crm())
                        .addKeyValue("type", r.type())
                        .addKeyValue("record", plain(r.id()))
                        .log("erased for privacy"));
    }

    @Override
    public void posted(CrmId crm, int notices) {
        note("notices posted", "crm", crm, "notices", notices);
    }

    @Override
    public void notPosted(CrmId crm, String why) {
        denied("no notices", crm, why);
    }

    @Override
    public void noCampaigns(CrmId crm, String why) {
        denied("no campaigns", crm, why);
    }

    /** Said once: accounts are opened anew now and then, and nothing may have changed. */
    private synchronized void denied(String event, CrmId crm, String why) {
        if (denied.add(event + crm + why.replaceAll("\\d", ""))) {
            LOG.atWarn()
                    .addKeyValue("crm", crm)
                    .addKeyValue("sentence", plain(why))
                    .log(event);
        }
    }

    /** What is parked is tried again every few minutes: it is news only if there is more or less of it. */
    @Override
    public synchronized void round(int number, Tally tally) {
        tell("round", tally);
    }

    @Override
    public synchronized void followed(Tally tally) {
        tell("hints", tally);
    }

    private void tell(String event, Tally tally) {
        boolean otherParked = tally.parked() > 0 && tally.parked() != parked;
        boolean news = tally.writes() > 0 || tally.linked() > 0 || otherParked;
        parked = otherParked ? tally.parked() : parked;
        LoggingEventBuilder line = (news ? LOG.atInfo() : LOG.atDebug()).addKeyValue("people", tally.people());
        for (var made : tally.created().entrySet()) {
            line = line.addKeyValue("created_in_" + made.getKey(), made.getValue());
        }
        for (var changed : tally.updated().entrySet()) {
            line = line.addKeyValue("updated_in_" + changed.getKey(), changed.getValue());
        }
        if (tally.linked() > 0) {
            line = line.addKeyValue("linked", tally.linked());
        }
        if (tally.parked() > 0) {
            line = line.addKeyValue("parked", tally.parked());
        }
        if (!tally.fields().isEmpty()) {
            line = line.addKeyValue("fields", String.join(",", tally.fields()));
        }
        line.log(event);
    }

    /** How the daemon was, and how it is. */
    public void changed(Condition before, Condition now) {
        LoggingEventBuilder line = switch (now.status()) {
            case UNHEALTHY -> LOG.atError();
            case WAITING -> LOG.atWarn();
            case CATCHING_UP -> now.sentence().isEmpty() ? LOG.atInfo() : LOG.atWarn();
            case STARTING, IN_STEP -> LOG.atInfo();
        };
        if (before.isAiling() && !now.isAiling()) {
            Duration ailing = Duration.between(before.since(), now.since());
            line = line.addKeyValue("recovered_after_seconds", ailing.toSeconds());
        }
        if (!now.sentence().isEmpty()) {
            line = line.addKeyValue("sentence", plain(now.sentence())).addKeyValue("remedy", plain(now.remedy()));
        }
        line.log(now.status().words());
    }

    /** An error of our own: where it arose, the first time; then the status tells. */
    public synchronized void bug(RuntimeException bug) {
        if (!Arrays.equals(lastBug, bug.getStackTrace())) {
            lastBug = bug.getStackTrace();
            LOG.error("error in the program", Wordless.of(bug));
        }
    }

    /** On one line, and without the marks that end a value. */
    private static String plain(String text) {
        return text.replaceAll("[\\p{Cntrl}]+", " ").replace('"', '\'').strip();
    }
}
