package io.smarketing.store;

import io.smarketing.core.alert.Alert;
import io.smarketing.core.commitment.CommitmentBook;
import io.smarketing.core.commitment.CommitmentBook.Breach;
import io.smarketing.core.commitment.Counted;
import io.smarketing.core.commitment.Goal;
import io.smarketing.core.commitment.Miss;
import io.smarketing.core.commitment.Reached;
import io.smarketing.core.commitment.Remark;
import io.smarketing.core.commitment.Verdict;
import io.smarketing.core.crm.record.CrmId;
import io.smarketing.core.sla.terms.Period;
import io.smarketing.store.clock.Alerts;
import io.smarketing.store.commitment.HandoffEvents;
import io.smarketing.store.commitment.Sums;
import io.smarketing.store.commitment.Verdicts;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** The book of commitments over the tables. */
record SqlCommitmentBook(Books books) implements CommitmentBook {

    @Override
    public List<Reached> uncounted(int most) {
        return books.ask(rows -> new HandoffEvents(rows).uncounted(most));
    }

    @Override
    public void count(List<Reached> looked, List<Counted> counted) {
        books.change(rows -> {
            new Sums(rows).add(counted);
            new HandoffEvents(rows).counted(looked);
        });
    }

    @Override
    public Delivered delivered(String commitment, Period period, Instant until) {
        return books.ask(rows -> new Sums(rows).leads(commitment, period, until));
    }

    @Override
    public Map<String, Map<String, Long>> parts(String commitment, Period period, Instant until) {
        return books.ask(rows -> new Sums(rows).parts(commitment, period, until));
    }

    @Override
    public Promises promises(Due due) {
        return books.ask(rows -> new Sums(rows).promises(due));
    }

    @Override
    public List<Breach> broken(Due due) {
        return books.ask(rows -> new Sums(rows).broken(due));
    }

    @Override
    public List<Breach> breaches(long miss) {
        return books.ask(rows -> new Verdicts(rows).breaches(miss));
    }

    @Override
    public List<Goal> lastJudged() {
        return books.ask(rows -> new Verdicts(rows).last());
    }

    @Override
    public void judge(List<Verdict> verdicts, List<Alert> alerts) {
        books.change(rows -> {
            new Verdicts(rows).add(verdicts);
            new Alerts(rows).add(alerts);
        });
    }

    @Override
    public List<Miss> misses() {
        return books.ask(rows -> new Verdicts(rows).misses());
    }

    @Override
    public List<Miss> unsettled(CrmId crm) {
        return books.ask(rows -> new Verdicts(rows).unsettled(crm));
    }

    @Override
    public List<Shown> shown(CrmId crm) {
        return books.ask(rows -> new Verdicts(rows).shown(crm));
    }

    @Override
    public void show(Shown shown) {
        books.change(rows -> new Verdicts(rows).show(shown));
    }

    @Override
    public void add(long miss, Remark remark) {
        books.change(rows -> new Verdicts(rows).add(miss, remark));
    }
}
