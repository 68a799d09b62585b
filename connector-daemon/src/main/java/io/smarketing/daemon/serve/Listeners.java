package io.smarketing.daemon.serve;

import io.smarketing.core.crm.failure.FailureKind;
import io.smarketing.core.crm.record.CrmId;
import io.smarketing.core.crm.record.RecordRef;
import io.smarketing.core.sync.Route;
import io.smarketing.core.sync.loop.Reading;
import io.smarketing.core.sync.loop.SyncListener;
import io.smarketing.core.sync.write.Tally;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;

/** Several listeners that hear the same, in their order; one may leave. */
public final class Listeners implements SyncListener {

    private final List<SyncListener> all = new CopyOnWriteArrayList<>();

    public Listeners(SyncListener... listeners) {
        all.addAll(List.of(listeners));
    }

    /** From now on it hears, too. */
    public void add(SyncListener listener) {
        all.add(listener);
    }

    /** It has heard enough. */
    public void remove(SyncListener listener) {
        all.remove(listener);
    }

    @Override
    public void surveyed(CrmId crm, long records) {
        all.forEach(l -> l.surveyed(crm, records));
    }

    @Override
    public void listed(Route route, int changes) {
        all.forEach(l -> l.listed(route, changes));
    }

    @Override
    public void delivered(Route route, Duration lag) {
        all.forEach(l -> l.delivered(route, lag));
    }

    @Override
    public void posted(CrmId crm, int notices) {
        all.forEach(l -> l.posted(crm, notices));
    }

    @Override
    public void notPosted(CrmId crm, String why) {
        all.forEach(l -> l.notPosted(crm, why));
    }

    @Override
    public void noCampaigns(CrmId crm, String why) {
        all.forEach(l -> l.noCampaigns(crm, why));
    }

    @Override
    public void worked(Route route, Reading reading, Tally tally) {
        all.forEach(l -> l.worked(route, reading, tally));
    }

    @Override
    public void erased(Set<RecordRef> records) {
        all.forEach(l -> l.erased(records));
    }

    @Override
    public void followed(Tally tally) {
        all.forEach(l -> l.followed(tally));
    }

    @Override
    public void round(int number, Tally tally) {
        all.forEach(l -> l.round(number, tally));
    }

    @Override
    public void failed(FailureKind kind) {
        all.forEach(l -> l.failed(kind));
    }

    @Override
    public void waiting(Duration wait, String why) {
        all.forEach(l -> l.waiting(wait, why));
    }
}
