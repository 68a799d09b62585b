package io.smarketing.core.commitment;

import io.smarketing.core.alert.Alert;
import io.smarketing.core.crm.record.CrmId;
import io.smarketing.core.person.PersonId;
import io.smarketing.core.sla.terms.Period;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Remembers what counts for which promise of a period, and what the periods came to. */
public interface CommitmentBook {

    /** Stages that people have reached since something was agreed, and that were not looked at; at most so many. */
    List<Reached> uncounted(int most);

    /** Stores what came of looking at these: a lead that counts in a period already does not count again. */
    void count(List<Reached> looked, List<Counted> counted);

    /**
     * Leads that count.
     *
     * @param sentBack how many of them sales has sent back until then
     */
    record Delivered(long leads, long sentBack) {}

    /** The leads of a commitment's period, as far as they had come by then. */
    Delivered delivered(String commitment, Period period, Instant until);

    /** The same leads told apart: by kind (source, persona, campaign), then by name. */
    Map<String, Map<String, Long>> parts(String commitment, Period period, Instant until);

    /** How many promises that were due between the two were kept, and how many were broken. */
    record Promises(long kept, long broken) {}

    /** What became of a segment's promise. */
    Promises promises(Due due);

    /**
     * A promise about one lead that was broken.
     *
     * @param late true if it was done, too late
     * @param owner the address of who owned the lead when its period was judged, or had to see to it that somebody did; empty text
     *     if that is not known
     */
    public record Breach(PersonId person, int pass, Instant due, boolean late, String owner) {

        Breach of(String whose) {
            return new Breach(person, pass, due, late, whose);
        }
    }

    /** The promises that were broken, without their owners. */
    List<Breach> broken(Due due);

    /** The broken promises of which a miss of sales' is made up, as they were when it was judged, by owner. */
    List<Breach> breaches(long miss);

    /**
     * Promises that were due in some time.
     *
     * @param from from then on
     * @param to before then
     */
    record Due(String segment, String promise, Instant from, Instant to) {}

    /** The last week, month and quarter of each goal that were judged, by side and name, each told by the goal. */
    List<Goal> lastJudged();

    /** Stores verdicts, and whom to tell of them; one about a goal that was judged is left out, as is who was told. */
    void judge(List<Verdict> verdicts, List<Alert> alerts);

    /** All that were missed, the oldest first. */
    List<Miss> misses();

    /** Those of which a CRM does not show yet that they are closed, the oldest first. */
    List<Miss> unsettled(CrmId crm);

    /**
     * How a CRM shows a miss.
     *
     * @param task the id of its task there; empty text before there is one
     * @param state what it shows; empty text before it shows anything
     * @param intended when a task was about to be made, by the CRM's time
     */
    record Shown(long miss, CrmId crm, String task, String state, Optional<Instant> intended) {

        /** It is shown so. */
        public Shown as(String id, String now) {
            return new Shown(miss, crm, id, now, intended);
        }

        /** It is about to be shown. */
        public Shown intendedAt(Instant now) {
            return new Shown(miss, crm, task, state, Optional.of(now));
        }
    }

    /** How a CRM shows misses: those of which it shows anything, or may. */
    List<Shown> shown(CrmId crm);

    /** Stores how a CRM shows a miss. */
    void show(Shown shown);

    /** Adds what somebody said or decided about a miss. */
    void add(long miss, Remark remark);
}
